/**
 * The query language as SQL: a boolean expression over the alias `post` that every view puts into its WHERE, so that
 * all of them show the same posts. What a person wrote reaches SQLite as bound parameters only.
 *
 * Each condition stands by itself: `stance:T=against coder:A` is “some coder put against, and A coded something”. A
 * minus is the full complement: what is unknown (NULL) fails a condition and passes its negation, so X and -X together
 * are always all posts.
 */
import { RontenError } from '../../../shared/errors.ts'
import type { FieldNode, GroupNode, QueryNode } from '../../../shared/query/ast.ts'
import { parseQuery } from '../../../shared/query/parse.ts'
import { bigramMatch } from '../../../shared/text/bigrams.ts'
import { foldSpaces } from '../../../shared/text/fold.ts'
import {
  problemAt,
  unknownName,
  type FilterContext,
  type FilterOptions,
  type Fragment,
} from './filter-context.ts'
import { fieldFragment, handleFragment, hashtagFragment, snapshotTopicFragment } from './filter-fields.ts'

/** Together with the topics it mentions. SQLite's own limits are 1 000 levels and 32 766 parameters. */
const mostConditions = 10_000
const deepest = 120

/** Throws `RontenError` whose details hold `at` and `length`: the place in the outermost query text. */
export function compileFilter(query: QueryNode | string, options: FilterOptions): Fragment {
  const context = { ...options, topics: [], depth: 0, budget: { conditions: 0 } }
  return compile(typeof query === 'string' ? parsed(query) : query, context)
}

function parsed(text: string): QueryNode {
  const result = parseQuery(text)
  if (result.ok) return result.ast
  const { at, length, code, message, details } = result.error
  throw new RontenError(code, message, { ...details, at, length })
}

function compile(node: QueryNode, outer: FilterContext): Fragment {
  const context = { ...outer, depth: outer.depth + 1 }
  if (context.depth > deepest || ++context.budget.conditions > mostConditions) {
    throw problemAt(
      node,
      'tooLong',
      'This query, with the topics it mentions, is too long to be answered. Leave some conditions or topics out.',
    )
  }
  const match = matchExpression(node)
  if (match !== null) return textFragment(match, context)
  switch (node.kind) {
    case 'and':
    case 'or':
      return compileGroup(node, context)
    case 'not': {
      const { sql, params } = compile(node.item, context)
      return { sql: `(${sql}) IS NOT TRUE`, params }
    }
    case 'hashtag':
      return hashtagFragment(node.value)
    case 'handle':
      return handleFragment(node.value)
    case 'field':
      return node.field === 'topic' ? compileTopic(node, context) : fieldFragment(node, context)
    default:
      throw problemAt(
        node,
        'emptyQuote',
        'There is nothing to search for here. Write a word, or remove this.',
        {
          quoted: node.value,
        },
      )
  }
}

/** Long lists of words weigh as well: a topic that is mentioned often repeats them. */
function textFragment(match: string, context: FilterContext): Fragment {
  context.budget.conditions += match.length >> 4
  return { sql: 'post.id IN (SELECT rowid FROM post_fts WHERE post_fts MATCH ?)', params: [match] }
}

/** FTS5's parser has a stack of a hundred entries; deeper groups are put together by SQL. */
const deepestMatch = 8

/** The full-text expression for a word, or for a group of nothing but words; `null` for all else. */
function matchExpression(node: QueryNode, depth = 0): string | null {
  if (node.kind === 'text' || node.kind === 'phrase') {
    const expression = bigramMatch(node.value)
    return expression && `(${expression})`
  }
  if ((node.kind !== 'and' && node.kind !== 'or') || node.items.length === 0) return null
  if (depth >= deepestMatch) return null
  const parts: string[] = []
  for (const item of node.items) {
    const part = matchExpression(item, depth + 1)
    if (part === null) return null
    parts.push(part)
  }
  return `(${parts.join(node.kind === 'and' ? ' AND ' : ' OR ')})`
}

/** Words of one level become one search of the index. */
function compileGroup(node: GroupNode, context: FilterContext): Fragment {
  if (node.items.length === 0) return { sql: '1', params: [] }
  const matches: string[] = []
  const fragments: Fragment[] = []
  for (const item of node.items) {
    const match = matchExpression(item)
    if (match === null) fragments.push(compile(item, context))
    else matches.push(match)
  }
  const operator = node.kind === 'and' ? ' AND ' : ' OR '
  if (matches.length > 0) fragments.unshift(textFragment(matches.join(operator), context))
  return join(fragments, operator)
}

/** As a balanced tree: SQLite counts a chain of a thousand ANDs as a thousand levels. */
function join(fragments: Fragment[], operator: string): Fragment {
  if (fragments.length === 1) return fragments[0]!
  const middle = fragments.length >> 1
  const left = join(fragments.slice(0, middle), operator)
  const right = join(fragments.slice(middle), operator)
  return { sql: `(${left.sql}${operator}${right.sql})`, params: [...left.params, ...right.params] }
}

/** An analyst's topic of that name; where there is none, the snapshots' own topic. */
function compileTopic(node: FieldNode, context: FilterContext): Fragment {
  const topic = context.names.topicByName(node.value)
  if (!topic) {
    if (context.names.snapshotTopicExists(node.value)) return snapshotTopicFragment(node.value)
    throw unknownName('topic', node, context.names)
  }
  const path = [...context.topics, topic.name]
  const start = context.topics.findIndex((name) => foldSpaces(name) === foldSpaces(topic.name))
  if (start >= 0) {
    const cycle = path.slice(start).join(' → ')
    throw problemAt(
      node.valueSpan,
      'topicCycle',
      `The topic “${topic.name}” is defined by itself: ${cycle}. Edit one of these topics so that it no longer mentions the next.`,
      { name: topic.name, cycle },
    )
  }
  try {
    return compile(parsed(topic.query), { ...context, topics: path })
  } catch (error) {
    throw error instanceof RontenError ? atTopic(error, node, topic.name) : error
  }
}

/** A fault inside a topic is shown where the topic is mentioned, since that is the text in front of the person. */
function atTopic(error: RontenError, node: FieldNode, name: string): RontenError {
  const { at, length } = node.valueSpan
  if (['query.topicCycle', 'query.topicProblem', 'query.tooLong'].includes(error.code)) {
    return new RontenError(error.code, error.message, { ...error.details, at, length })
  }
  const reason = error.message
  return problemAt(
    node.valueSpan,
    'topicProblem',
    `The rule of the topic “${name}” cannot be read: ${reason} Edit the topic, or leave it out.`,
    { name, reason },
  )
}
