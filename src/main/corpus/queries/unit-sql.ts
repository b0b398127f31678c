/** The one place that turns a filter into "these posts", so that every view shows the same ones. */
import type { QueryNode } from '../../../shared/query/ast.ts'
import { topLevel } from '../../../shared/query/build.ts'
import { parseQuery } from '../../../shared/query/parse.ts'
import { bigramMatch } from '../../../shared/text/bigrams.ts'
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
  /** Full-text expression of the words that must be there, for ranking; `null` where the filter names none. */
  words?: string | null
}

/** Throws `RontenError` with the place of the fault where the query cannot be read. */
export function unitOf(db: Reader, filter: FilterInput, nowMs: number): Unit {
  const parsed = parseQuery(filter.query)
  if (!parsed.ok) {
    const { code, message, at, length, details } = parsed.error
    throw new RontenError(code, message, { ...details, at, length })
  }
  const { sql, params } = compileFilter(parsed.ast, { timeZone: filter.timeZone, nowMs, names: namesOf(db) })
  return { where: `post.observation_count > 0 AND (${sql})`, params, words: wordsOf(parsed.ast) }
}

function wordsOf(ast: QueryNode): string | null {
  const words = topLevel(ast).flatMap((node) =>
    node.kind === 'text' || node.kind === 'phrase' ? (bigramMatch(node.value) ?? []) : [],
  )
  return words.length ? words.map((word) => `(${word})`).join(' OR ') : null
}
