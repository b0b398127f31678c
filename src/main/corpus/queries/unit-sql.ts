/** The one place that turns a filter into "these posts", so that every view shows the same ones. */
import { parseQuery } from '../../../shared/query/parse.ts'
import { RontenError } from '../../../shared/errors.ts'
import type { Reader } from '../db/sqlite.ts'
import { compileFilter } from './filter.ts'
import { namesOf } from './names.ts'

export interface FilterInput {
  query: string
  timeZone: string
}

export interface Unit {
  /** Boolean SQL over the alias `post`; undone imports are already out. */
  where: string
  params: unknown[]
}

/** Throws `RontenError` with the place of the fault where the query cannot be read. */
export function unitOf(db: Reader, filter: FilterInput, nowMs: number): Unit {
  const parsed = parseQuery(filter.query)
  if (!parsed.ok) {
    const { code, message, at, length, details } = parsed.error
    throw new RontenError(code, message, { ...details, at, length })
  }
  const { sql, params } = compileFilter(parsed.ast, { timeZone: filter.timeZone, nowMs, names: namesOf(db) })
  return { where: `post.observation_count > 0 AND (${sql})`, params }
}
