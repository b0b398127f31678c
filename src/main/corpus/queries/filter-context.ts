/** What compiling a filter is given and carries along. */
import { RontenError, type ErrorDetails } from '../../../shared/errors.ts'
import type { CodeKind } from '../../../shared/model.ts'
import type { QueryNode, Span } from '../../../shared/query/ast.ts'
import { nearest, shortList } from '../../../shared/query/nearest.ts'
import { didYouMean } from '../../../shared/query/problem.ts'

export interface NamedCode {
  /** Every row the name stands for; a theme with the themes below it. */
  values: { id: number; value: string }[]
}

export type NameKind = 'topic' | 'target' | 'claim' | 'code' | 'coder' | 'source'

/** What a corpus calls things. Names come in as people write them; looking up folds them. */
export interface Names {
  /** An analyst's topic that is not retired. */
  topicByName(name: string): { name: string; query: string } | null
  snapshotTopicExists(name: string): boolean
  /** `null` as kind: a code of any kind, themes first to be meant. */
  codeByShortName(kind: CodeKind | null, name: string): NamedCode | null
  coderByName(name: string): { id: number } | null
  /** By handle or display name. */
  authorIds(name: string): number[]
  /** Snapshots whose source, or the name of whose source file, is this. */
  snapshotIdsBySource(name: string): number[]
  exists(what: 'snapshot' | 'import' | 'post', id: number): boolean
  /** Posts with the same folded text, the post itself among them. */
  duplicatesOf(postId: number): number[]
  /** What there is, for a message. */
  known(kind: NameKind): string[]
}

export interface FilterOptions {
  /** IANA zone in which since: and until: are read. */
  timeZone: string
  /** Unix milliseconds: what `today` means. */
  nowMs: number
  names: Names
}

/** Boolean SQL over the alias `post`, and what its `?` stand for, in order. */
export interface Fragment {
  sql: string
  params: unknown[]
}

export interface FilterContext extends FilterOptions {
  /** Names of the topics that are being resolved, outermost first. */
  topics: readonly string[]
  /** Nesting so far, through topics as well. */
  depth: number
  /** Conditions so far; shared by the whole compilation. */
  budget: { conditions: number }
}

export function problemAt(
  span: Span,
  code: string,
  message: string,
  details: ErrorDetails = {},
): RontenError {
  return new RontenError(`query.${code}`, message, { ...details, at: span.at, length: span.length })
}

const whats: Record<NameKind, string> = {
  topic: 'topic',
  target: 'stance target',
  claim: 'claim',
  code: 'code',
  coder: 'coder',
  source: 'source',
}

/** `query.unknownTopic`, `query.unknownTarget` …: says what there is instead. */
export function unknownName(kind: NameKind, node: Extract<QueryNode, { kind: 'field' }>, names: Names) {
  const all = names.known(kind)
  const suggestion = nearest(node.value, all)
  const known = shortList(all)
  const there = all.length ? `There is: ${known}.` : 'This corpus has none yet.'
  return problemAt(
    node.valueSpan,
    `unknown${kind[0]!.toUpperCase()}${kind.slice(1)}`,
    `This corpus has no ${whats[kind]} “${node.value}”. ${there}${didYouMean(suggestion)}`,
    { name: node.value, known, suggestion },
  )
}
