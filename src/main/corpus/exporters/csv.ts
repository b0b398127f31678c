/** The tables of a dataset as CSV files, and the dictionary that explains them. The rules of CSV: shared/text/csv.ts. */
import { byteOrderMark, csvLines } from '../../../shared/text/csv.ts'
import type { Cell, Table } from './table.ts'

/** Pieces of the file, so that a long table never stands in memory whole. */
export function* csvPieces(table: Table, bom: boolean): Generator<{ text: string; rows: number }> {
  yield { text: (bom ? byteOrderMark : '') + csvLines([table.columns.map((column) => column.name)]), rows: 0 }
  let batch: Cell[][] = []
  for (const row of table.rows()) {
    batch.push(table.columns.map((column) => column.value(row)))
    if (batch.length === 500) {
      yield { text: csvLines(batch), rows: batch.length }
      batch = []
    }
  }
  if (batch.length) yield { text: csvLines(batch), rows: batch.length }
}

export interface Recipe {
  corpus: string
  query: string
  timeZone: string
  exportedAt: string
  version: string
}

/** The data dictionary: how the dataset came about, what each row is, what each column means. */
export function dictionaryCsv(tables: readonly Table[], recipe: Recipe, bom: boolean): string {
  const about: [string, string][] = [
    ['corpus', recipe.corpus],
    ['query', recipe.query === '' ? '(every post)' : recipe.query],
    ['time zone of the query', recipe.timeZone],
    ['exported at', recipe.exportedAt],
    ['program', `Ronten ${recipe.version}`],
    ['encoding', `UTF-8${bom ? ' with byte-order mark' : ''}, lines end in CR LF, quoting by RFC 4180`],
    [
      'harmless cells',
      "A text cell that begins with = + - @ (also full-width), tab or carriage return has an apostrophe (') put in front, so that no spreadsheet runs it as a formula. Remove that one character to get the text as it was.",
    ],
    ['withdrawn posts', 'left out'],
  ]
  const rows: Cell[][] = [
    ['table', 'column', 'type', 'meaning'],
    ...about.map(([name, text]) => ['(dataset)', name, 'text', text]),
  ]
  for (const table of tables) {
    rows.push([table.name, '(row)', '', table.rowIs])
    for (const { name, type, meaning } of table.columns) rows.push([table.name, name, type, meaning])
  }
  return (bom ? byteOrderMark : '') + csvLines(rows)
}
