/** A query in words: keys with values that each language puts into a sentence of its own. */
import { parseInstant, type InstantContext } from '../time/instants.ts'
import type { FieldNode, QueryNode, TextNode } from './ast.ts'

/**
 * One condition. `items` are conditions inside it, which its template names as `{{items}}`; lists among the values are
 * alternatives (`favor or against`), and stance and claim values in them are codes that the interface may translate.
 */
export interface Phrase {
  key: string
  values: Record<string, string | number | string[]>
  items?: Phrase[]
}

/**
 * Conditions that all hold, in the order written; `query.everything` alone where there is none. Without a context, dates
 * stay as written.
 */
export function describeQuery(node: QueryNode, context?: InstantContext): Phrase[] {
  if (node.kind !== 'and') return [describe(node, context)]
  if (node.items.length === 0) return [{ key: 'query.everything', values: {} }]
  return node.items.map((item) => describe(item, context))
}

function describe(node: QueryNode, context?: InstantContext): Phrase {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const key = node.kind === 'and' ? 'query.all' : 'query.any'
      return { key, values: {}, items: node.items.map((item) => describe(item, context)) }
    }
    case 'not':
      return describeNot(node.item, context)
    case 'field':
      return describeField(node, context)
    default:
      return describeText(node, '')
  }
}

/** What has a contrary in plain words says it; the rest is “not: …”. */
function describeNot(item: QueryNode, context?: InstantContext): Phrase {
  if (item.kind === 'text' || item.kind === 'phrase' || item.kind === 'hashtag' || item.kind === 'handle') {
    return describeText(item, 'not')
  }
  if (item.kind === 'field') {
    const { field, value } = item
    if (field === 'has' || field === 'is')
      return { key: `query.${capitalised('not', field, value)}`, values: {} }
    if (field === 'coded') return { key: value === 'yes' ? 'query.codedNo' : 'query.codedYes', values: {} }
  }
  return { key: 'query.not', values: {}, items: [describe(item, context)] }
}

function describeText(node: TextNode, sign: '' | 'not'): Phrase {
  const name = { text: 'word', phrase: 'phrase', hashtag: 'hashtag', handle: 'handle' }[node.kind]
  return { key: `query.${capitalised(sign, node.kind)}`, values: { [name]: node.value } }
}

function capitalised(...words: string[]): string {
  return words
    .filter((word) => word !== '')
    .map((word, i) => (i === 0 ? word : word[0]!.toUpperCase() + word.slice(1)))
    .join('')
}

const comparisons = {
  '>': 'over',
  '>=': 'atLeast',
  '<': 'under',
  '<=': 'atMost',
  '=': 'exactly',
  ':': 'exactly',
}

function describeField(node: FieldNode, context?: InstantContext): Phrase {
  const { field, value, values } = node
  switch (field) {
    case 'has':
    case 'is':
    case 'coded':
      return { key: `query.${capitalised(field, value)}`, values: {} }
    case 'since':
    case 'until':
      return describeDate(field, value, context)
    case 'stance':
    case 'claim':
    case 'code':
      return values.length === 0
        ? { key: `query.${field}`, values: { name: value } }
        : { key: `query.${field}Value`, values: { name: value, values } }
    case 'snapshot':
      return /^[\d,]+$/u.test(value)
        ? { key: 'query.snapshot', values: { ids: value.split(',') } }
        : { key: 'query.snapshotTopic', values: { name: value } }
    case 'post':
    case 'import':
    case 'duplicate-of':
      return {
        key: `query.${field === 'duplicate-of' ? 'duplicateOf' : field}`,
        values: { ids: value.split(',') },
      }
    case 'author':
    case 'topic':
    case 'source':
    case 'coder':
    case 'lang':
      return { key: `query.${field}`, values: { name: value } }
    default:
      return {
        key: `query.${comparisons[node.op]}`,
        values: { number: Number(value) },
        items: [{ key: `query.metric.${field}`, values: {} }],
      }
  }
}

/** `today` and `2025-12` are told as the day they mean, so that a saved view is never read by the wrong calendar. */
function describeDate(field: 'since' | 'until', value: string, context?: InstantContext): Phrase {
  const interval = context ? parseInstant(value, context) : null
  if (field === 'since') return { key: 'query.since', values: { date: interval?.first ?? value } }
  const timed = (interval?.first ?? value).includes('T')
  return { key: timed ? 'query.before' : 'query.until', values: { date: interval?.last ?? value } }
}
