/**
 * Undo and redo. A deed is one act of a person: it changes rows through `Changes`, which notes each row before and
 * after; undo writes the one back, redo the other. The notes live in the corpus and survive a restart.
 */
import { RontenError } from '../../../shared/errors.ts'
import { all, get, run, type Reader, type Row, type Value, type Writer } from './sqlite.ts'

interface Change {
  table: Table
  id: number
  before: Row | null
  after: Row | null
}

/** Tables whose rows a deed may change one by one. Imported rows are not among them: an import is undone by its flag. */
const tables = ['import', 'topic', 'code', 'code_value', 'coding', 'coder', 'memo'] as const
type Table = (typeof tables)[number]

export class Changes {
  readonly list: Change[] = []
  private readonly db: Writer

  constructor(db: Writer) {
    this.db = db
  }

  insert(table: Table, row: Record<string, Value>): number {
    const { id } = writeRow(this.db, table, row)
    this.list.push({ table, id, before: null, after: { id, ...row } })
    return id
  }

  update(table: Table, id: number, patch: Record<string, Value>): void {
    const names = Object.keys(patch)
    const before = get<Row>(this.db, `SELECT ${names.join(', ')} FROM ${table} WHERE id = ?`, [id])
    if (!before)
      throw new RontenError('internal.missingRow', `There is no ${table} ${id} to change.`, { table, id })
    patchRow(this.db, table, id, patch)
    this.list.push({ table, id, before, after: patch })
  }
}

function writeRow(db: Writer, table: Table, row: Row) {
  const names = Object.keys(row)
  const marks = names.map(() => '?').join(', ')
  return run(db, `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`, Object.values(row))
}

function patchRow(db: Writer, table: Table, id: number, patch: Row): void {
  const names = Object.keys(patch)
  run(db, `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, [
    ...Object.values(patch),
    id,
  ])
}

export interface Deed {
  kind: string
  /** For the diary: what was done, in values that a sentence can hold. */
  details: Record<string, unknown>
  coderId: number | null
}

/** Does `work` and notes it, in one transaction. A new deed closes what was undone before it. */
export function doDeed<T>(
  db: Writer,
  nowMs: number,
  work: (changes: Changes) => { deed: Deed; result: T },
): T {
  return db
    .transaction(() => {
      const changes = new Changes(db)
      const { deed, result } = work(changes)
      noteDeed(db, nowMs, deed, changes)
      return result
    })
    .immediate()
}

/** Inside a transaction of the caller's. Nothing changed, nothing noted. */
export function noteDeed(db: Writer, nowMs: number, deed: Deed, changes: Changes): void {
  if (changes.list.length === 0) return
  run(db, 'UPDATE command SET closed = 1 WHERE undone_at_ms IS NOT NULL AND closed = 0')
  run(db, 'INSERT INTO command (done_at_ms, coder_id, kind, details, changes) VALUES (?, ?, ?, ?, ?)', [
    nowMs,
    deed.coderId,
    deed.kind,
    JSON.stringify(deed.details),
    JSON.stringify(changes.list),
  ])
}

interface CommandRow {
  id: number
  kind: string
  details: string
  changes: string
}

/** What follows from changed rows beside the rows themselves; set by the module that knows imports. */
export type AfterEffects = (db: Writer, importIds: number[]) => void

function apply(
  db: Writer,
  list: Change[],
  from: 'before' | 'after',
  to: 'before' | 'after',
  effects: AfterEffects,
): void {
  const ordered = to === 'before' ? [...list].reverse() : list
  for (const change of ordered) {
    const old = change[from]
    const next = change[to]
    if (!tables.includes(change.table))
      throw new RontenError('internal.badDeed', `The history names a table “${String(change.table)}”.`)
    if (!next) run(db, `DELETE FROM ${change.table} WHERE id = ?`, [change.id])
    else if (!old) writeRow(db, change.table, { ...next, id: change.id })
    else patchRow(db, change.table, change.id, next)
  }
  effects(db, [...new Set(ordered.filter((each) => each.table === 'import').map((each) => each.id))])
}

function step(db: Writer, sql: string, from: 'before' | 'after', nowMs: number, effects: AfterEffects) {
  return db
    .transaction(() => {
      const command = get<CommandRow>(db, sql)
      if (!command) return { kind: null, details: {} }
      const to = from === 'after' ? 'before' : 'after'
      apply(db, JSON.parse(command.changes) as Change[], from, to, effects)
      run(db, 'UPDATE command SET undone_at_ms = ? WHERE id = ?', [
        to === 'before' ? nowMs : null,
        command.id,
      ])
      return { kind: command.kind, details: JSON.parse(command.details) as Record<string, unknown> }
    })
    .immediate()
}

const nextToUndo = 'SELECT * FROM command WHERE undone_at_ms IS NULL ORDER BY id DESC LIMIT 1'
const nextToRedo = 'SELECT * FROM command WHERE undone_at_ms IS NOT NULL AND closed = 0 ORDER BY id LIMIT 1'

export function undo(db: Writer, nowMs: number, effects: AfterEffects) {
  return step(db, nextToUndo, 'after', nowMs, effects)
}

export function redo(db: Writer, nowMs: number, effects: AfterEffects) {
  return step(db, nextToRedo, 'before', nowMs, effects)
}

export function listDeeds(db: Reader, limit: number) {
  const rows = all<
    CommandRow & { done_at_ms: number; coder: string | null; undone_at_ms: number | null; closed: number }
  >(
    db,
    `SELECT command.id, kind, details, done_at_ms, coder.name AS coder, undone_at_ms, closed
       FROM command LEFT JOIN coder ON coder.id = command.coder_id ORDER BY command.id DESC LIMIT ?`,
    [limit],
  )
  return {
    canUndo: get(db, nextToUndo) !== undefined,
    canRedo: get(db, nextToRedo) !== undefined,
    entries: rows.map((row) => ({
      id: row.id,
      doneAtMs: row.done_at_ms,
      coder: row.coder,
      kind: row.kind,
      details: JSON.parse(row.details) as Record<string, unknown>,
      undone: row.undone_at_ms !== null,
      closed: row.closed === 1,
    })),
  }
}
