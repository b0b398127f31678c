import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Output, Parsed } from '../../../shared/contract.ts'
import { RontenError } from '../../../shared/errors.ts'
import type { Context } from '../context.ts'
import { openReader } from '../db/sqlite.ts'
import { unitOf } from '../queries/unit-sql.ts'
import { csvPieces, dictionaryCsv, type Recipe } from './csv.ts'
import { FileSet } from './files.ts'
import { codingsTable, observationsTable } from './tables.ts'
import about from '../../../../package.json' with { type: 'json' }

/** `study.csv` becomes study-codings.csv, study-observations.csv and study-dictionary.csv. */
function placesOf(destination: string) {
  const stem = join(dirname(destination), basename(destination).replace(/\.csv$/i, ''))
  return (name: string) => `${stem}-${name}.csv`
}

/** The dialog asked about one name; the files bear three others, which must not cost anybody theirs. */
function assertFree(paths: string[]): void {
  const names = paths.filter((path) => existsSync(path)).map((path) => basename(path))
  if (names.length === 0) return
  const list = names.join(', ')
  throw new RontenError(
    'export.exists',
    `There already is ${list}. Nothing was written. Choose another name, or say that it may be replaced.`,
    { names: list },
  )
}

/** Writes a coded dataset: its tables and the dictionary that explains them, together or not at all. */
export async function exportDataset(
  context: Context,
  input: Parsed<'export.run'>,
): Promise<Output<'export.run'>> {
  const place = placesOf(context.pathOf(input.destination))
  if (!input.overwrite) assertFree(['codings', 'observations', 'dictionary'].map(place))
  // A connection of its own: a long export reads one state of the corpus, and blocks no other reader.
  const db = openReader(context.corpus.file)
  const files = new FileSet()
  try {
    db.exec('BEGIN')
    const unit = unitOf(db, input, context.now())
    const tables = [codingsTable(db, unit), observationsTable(db, unit)]
    const counts = tables.map((table) => table.rowCount())
    const total = counts.reduce((sum, n) => sum + n, 0)
    if (total === 0)
      throw new RontenError(
        'export.nothing',
        'No post matches the filter, so there is nothing to export. No file was written.',
      )
    let before = 0
    for (const [i, table] of tables.entries()) {
      await files.write(place(table.name), csvPieces(table, input.bom), (rows) => {
        if (context.signal.aborted) throw new RontenError('job.cancelled', 'Cancelled. No file was written.')
        context.progress({ step: table.name, done: before + rows, total })
      })
      before += counts[i]!
    }
    const recipe: Recipe = {
      corpus: context.corpus.name,
      query: input.query,
      timeZone: input.timeZone,
      exportedAt: new Date(context.now()).toISOString(),
      version: about.version,
    }
    await files.write(
      place('dictionary'),
      [{ text: dictionaryCsv(tables, recipe, input.bom), rows: 0 }],
      () => {},
    )
    return { files: files.keep() }
  } catch (error) {
    files.discard()
    throw error
  } finally {
    db.close()
  }
}
