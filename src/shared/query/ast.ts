/**
 * The query language as a tree (DESIGN §7). Positions are UTF-16 offsets into the text that was parsed; a
 * parenthesised node's span includes its parentheses, so that cutting a span out never leaves half of them.
 */
import type { FieldName } from './fields.ts'

export interface Span {
  at: number
  length: number
}

export type Operator = ':' | '=' | '>' | '>=' | '<' | '<='

/** `and` with no items is the empty query: everything. */
export interface GroupNode extends Span {
  kind: 'and' | 'or'
  items: QueryNode[]
}
export interface NotNode extends Span {
  kind: 'not'
  item: QueryNode
}
/** A bare word or a quoted phrase: a substring of the folded text. A hashtag or handle is kept without its sign. */
export interface TextNode extends Span {
  kind: 'text' | 'phrase' | 'hashtag' | 'handle'
  value: string
}
export interface FieldNode extends Span {
  kind: 'field'
  field: FieldName
  /** `:` for everything but number fields; those have a comparison. */
  op: Operator
  /** As written, unquoted; numbers, ids and choices in their canonical form. */
  value: string
  valueSpan: Span
  /** What follows `=` in `stance:TARGET=favor,against`; empty: any value. */
  values: string[]
  valueSpans: Span[]
}
export type QueryNode = GroupNode | NotNode | TextNode | FieldNode

/** What a mistake in a query is, and where. `code` is stable; `message` an English sentence. */
export interface QueryError extends Span {
  code: string
  message: string
  details: Record<string, string | number | boolean | null>
}
