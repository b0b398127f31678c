/** A table that leaves the corpus: its columns explain themselves, and the data dictionary is written from them. */
import type { Row } from '../db/sqlite.ts'

export type Cell = string | number | null

export interface Column {
  name: string
  type: 'text' | 'integer' | 'number' | 'date' | 'list'
  /** What a reader of the dataset must know: meaning, unit, what an empty cell says. */
  meaning: string
  value: (row: Row) => Cell
}

export interface Table {
  /** End of the file's name, and the table's name in the dictionary. */
  name: string
  /** One sentence: what one row is. */
  rowIs: string
  columns: readonly Column[]
  rows: () => Iterable<Row>
  rowCount: () => number
}
