/**
 * Writing a query for the person: a brush sets since: and until:, a click on a bar or a node adds its condition. The
 * rest of what they typed stays to the letter.
 */
import type { Operator, QueryNode, Span } from './ast.ts'
import { fields, type FieldName } from './fields.ts'
import { formatField, formatQuery } from './format.ts'
import { lex } from './lex.ts'
import { parseQuery } from './parse.ts'
import { quote, quoteValue } from './quote.ts'
import { foldSpaces } from '../text/fold.ts'

export type ConditionName = FieldName | 'hashtag' | 'handle' | 'text'

/** A value as it may stand after any colon, `=` or comma: in quotes only where it must be. */
export function withQuotes(value: string): string {
  const bare = quoteValue(value, 'code') === value && quoteValue(value, 'item') === value
  return bare ? value : quote(value)
}

/** Text of one condition, in quotes where it must be. `values`: what follows `=` of a stance, claim or code. */
export function condition(field: ConditionName, op: Operator, value: string, values: string[] = []): string {
  const span = { at: 0, length: 0 }
  if (field === 'text') return formatQuery({ kind: 'phrase', value, ...span })
  if (field === 'hashtag' || field === 'handle') {
    return formatQuery({ kind: field, value: value.replace(/^[#＃@＠]/u, ''), ...span })
  }
  return formatField({ field, op, value, values })
}

/**
 * The query text with one condition more at its top level. It takes the place of what it contradicts: another value of
 * the same field, another stance to the same target, another bound in the same direction. What can hold together stays
 * together: hashtags, handles, words, has: and is:. A text that cannot be parsed comes back as it was.
 */
export function withField(
  queryText: string,
  field: ConditionName,
  op: Operator,
  value: string,
  values: string[] = [],
): string {
  const parsed = parseQuery(queryText)
  const added = condition(field, op, value, values)
  const addedNode = parseQuery(added)
  if (!parsed.ok || !addedNode.ok) return queryText
  const wanted = addedNode.ast
  const items = topLevel(parsed.ast)
  const same = items.find((item) => formatQuery(item) === formatQuery(wanted))
  if (same) return queryText
  const replaced = items.filter((item) => contradicts(item, wanted))
  const [first, ...others] = replaced
  if (!first) return append(queryText, parsed.ast, added)
  const shorter = others.reduceRight((text, item) => cut(text, item), queryText)
  return shorter.slice(0, first.at) + added + shorter.slice(first.at + first.length)
}

/** The query text and one condition more, whatever it already says of the same field: two topics, two hashtags. */
export function withCondition(queryText: string, added: string): string {
  const parsed = parseQuery(queryText)
  const wanted = parseQuery(added)
  if (!parsed.ok || !wanted.ok) return queryText
  const there = topLevel(parsed.ast).some((item) => formatQuery(item) === formatQuery(wanted.ast))
  return there ? queryText : append(queryText, parsed.ast, added)
}

/** The query text without its top-level conditions of a field (of a value, where one is given). */
export function withoutField(queryText: string, field: ConditionName, value?: string): string {
  const parsed = parseQuery(queryText)
  if (!parsed.ok) return queryText
  const wanted = value === undefined ? null : foldSpaces(value.replace(/^[#＃@＠]/u, ''))
  return topLevel(parsed.ast)
    .filter((item) => nameOf(item) === field && (wanted === null || foldSpaces(valueOf(item)) === wanted))
    .reduceRight((text, item) => cut(text, item), queryText)
}

/** The conditions that all must hold. A condition inside OR or behind a minus is none of them. */
export function topLevel(ast: QueryNode): QueryNode[] {
  return ast.kind === 'and' ? ast.items : [ast]
}

function nameOf(node: QueryNode): ConditionName | null {
  if (node.kind === 'field') return node.field
  if (node.kind === 'phrase') return 'text'
  return node.kind === 'hashtag' || node.kind === 'handle' || node.kind === 'text' ? node.kind : null
}

function valueOf(node: QueryNode): string {
  return 'value' in node ? node.value : ''
}

function contradicts(item: QueryNode, wanted: QueryNode): boolean {
  if (item.kind !== 'field' || wanted.kind !== 'field' || item.field !== wanted.field) return false
  const { kind } = fields[wanted.field]
  if (wanted.field === 'has' || wanted.field === 'is') return false
  if (kind === 'code') return foldSpaces(item.value) === foldSpaces(wanted.value)
  if (kind !== 'number') return true
  const direction = (op: Operator) => (op === ':' ? '=' : op[0]!)
  return (
    direction(wanted.op) === '=' || direction(item.op) === '=' || direction(item.op) === direction(wanted.op)
  )
}

function append(text: string, ast: QueryNode, added: string): string {
  // AND binds tighter than OR: without parentheses the condition would belong to the last alternative alone.
  const isOpenOr = ast.kind === 'or' && !(ast.at < ast.items[0]!.at)
  const rest = isOpenOr ? `(${text.trim()})` : text
  if (rest.trim() === '') return added
  return /\s$/u.test(rest) ? rest + added : `${rest} ${added}`
}

/** Takes a condition out, and with it one AND and the white space that held it. */
function cut(text: string, span: Span): string {
  const tokens = lex(text)
  const end = span.at + span.length
  const before = tokens.findLast((token) => token.at + token.length <= span.at)
  const after = tokens.find((token) => token.at >= end)
  let from = before?.type === 'and' ? before.at : span.at
  let until = before?.type !== 'and' && after?.type === 'and' ? after.at + after.length : end
  const left = text.slice(0, from)
  const right = text.slice(until)
  if (right.trim() === '') {
    from -= left.length - left.trimEnd().length
    until = text.length
  } else {
    until += right.length - right.trimStart().length
  }
  return text.slice(0, from) + text.slice(until)
}
