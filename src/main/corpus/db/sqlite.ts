import Database from 'better-sqlite3'

/**
 * Connections are branded, so that a function says by its first parameter whether it reads or writes. A writer may be
 * used where a reader is asked for, never the other way round.
 */
declare const reads: unique symbol
declare const writes: unique symbol
export type Reader = Database.Database & { readonly [reads]: true }
export type Writer = Reader & { readonly [writes]: true }

export type Value = string | number | bigint | Buffer | null
export type Row = Record<string, Value>

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** Prepares once a connection; SQL is constant text or compiled from constants, so the cache stays small. */
function statement(db: Reader, sql: string): Database.Statement {
  let known = statements.get(db)
  if (!known) statements.set(db, (known = new Map()))
  let prepared = known.get(sql)
  if (!prepared) {
    if (known.size > 500) known.clear()
    known.set(sql, (prepared = db.prepare(sql)))
  }
  return prepared
}

export function all<T = Row>(db: Reader, sql: string, params: readonly unknown[] = []): T[] {
  return statement(db, sql).all(...params) as T[]
}

export function get<T = Row>(db: Reader, sql: string, params: readonly unknown[] = []): T | undefined {
  return statement(db, sql).get(...params) as T | undefined
}

export function run(
  db: Writer,
  sql: string,
  params: readonly unknown[] = [],
): { changes: number; id: number } {
  const result = statement(db, sql).run(...params)
  return { changes: result.changes, id: Number(result.lastInsertRowid) }
}

/** Rows one by one, for what may be long. The connection can do nothing else until the loop ends. */
export function iterate<T = Row>(
  db: Reader,
  sql: string,
  params: readonly unknown[] = [],
): IterableIterator<T> {
  return db.prepare(sql).iterate(...params) as IterableIterator<T>
}

export function openWriter(file: string): Writer {
  const db = new Database(file, { timeout: 5_000 }) as Writer
  db.pragma('foreign_keys = ON')
  db.pragma('synchronous = FULL')
  db.pragma('trusted_schema = OFF')
  return db
}

export function openReader(file: string): Reader {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 }) as Reader
  db.pragma('trusted_schema = OFF')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -65536')
  return db
}
