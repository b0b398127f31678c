/**
 * One condition each as SQL over the alias `post`. Facts about observations count active ones only (their import is not
 * undone); facts about coding count standing codings of any coder, on the whole post or on a part of it.
 */
import type { FieldNode, Operator } from '../../../shared/query/ast.ts'
import { fold, foldSpaces } from '../../../shared/text/fold.ts'
import { parseInstant } from '../../../shared/time/instants.ts'
import { unknownName, problemAt, type FilterContext, type Fragment } from './filter-context.ts'
import { codeFragment, codedSql, coderFragment } from './filter-coding.ts'

/** Ids as one JSON parameter: any number of them, and the SQL stays the same text. */
const listed = '(SELECT value FROM json_each(?))'

export function hashtagFragment(label: string): Fragment {
  return {
    sql: 'post.id IN (SELECT post_id FROM post_hashtag WHERE hashtag_id = (SELECT id FROM hashtag WHERE key = ?))',
    params: [fold(label)],
  }
}

/**
 * Mentions the handle, or is by its author: everything between the public and this account. A reply to it is among them,
 * since its text begins with the handle (imports/write.ts reads both from there); asking for reply_to_handle too would
 * cost both indexes. Only the author: author:NAME.
 */
export function handleFragment(handle: string): Fragment {
  const key = fold(handle)
  return {
    sql: `(post.id IN (SELECT post_id FROM post_mention WHERE handle_key = ?)
      OR post.author_id IN (SELECT id FROM author WHERE handle_key = ?))`,
    params: [key, key],
  }
}

/** Posts of active snapshots; `which` narrows the snapshots `s`. CROSS JOIN keeps the order: snapshots first. */
function ofSnapshots(which: string, params: unknown[]): Fragment {
  return {
    sql: `post.id IN (SELECT o.post_id FROM snapshot s CROSS JOIN observation o ON o.snapshot_id = s.id
      WHERE ${which} AND s.active = 1)`,
    params,
  }
}

export function snapshotTopicFragment(name: string): Fragment {
  return ofSnapshots('s.topic_key IN (?, ?)', [fold(name), foldSpaces(name)])
}

/** Some active observation `o` of the post for which `what` holds. CROSS JOIN: the post's observations first. */
function someObservation(what: string, params: unknown[]): Fragment {
  return {
    sql: `EXISTS (SELECT 1 FROM observation o CROSS JOIN snapshot s ON s.id = o.snapshot_id
      WHERE o.post_id = post.id AND s.active = 1 AND ${what})`,
    params,
  }
}

/** Whitelisted, although the parser lets nothing else through: these signs become SQL. */
const operators: Record<Operator, string> = { ':': '=', '=': '=', '>': '>', '>=': '>=', '<': '<', '<=': '<=' }

function numberFragment(node: FieldNode): Fragment {
  const sign = operators[node.op]
  const params = [Number(node.value)]
  switch (node.field) {
    case 'reposts':
      return { sql: `post.last_reposts ${sign} ?`, params }
    case 'observations':
      return { sql: `post.observation_count ${sign} ?`, params }
    case 'likes':
      return someObservation(`o.likes ${sign} ?`, params)
    case 'replies':
      return someObservation(`o.replies ${sign} ?`, params)
    case 'views':
      return someObservation(`o.views ${sign} ?`, params)
    default:
      return someObservation(`o.rank ${sign} ?`, params)
  }
}

/** From the start of since: on; until: a day, month or year includes all of it, until: a time ends just before it. */
function dateFragment(node: FieldNode, context: FilterContext): Fragment {
  const interval = parseInstant(node.value, context)
  if (!interval) {
    throw problemAt(
      node.valueSpan,
      'badDate',
      `“${node.value}” is not a date that “${node.field}:” can read.`,
      {
        field: node.field,
        value: node.value,
      },
    )
  }
  if (node.field === 'since') return { sql: 'post.placed_at_ms >= ?', params: [interval.fromMs] }
  const endMs = interval.first.includes('T') ? interval.fromMs : interval.untilMs
  return { sql: 'post.placed_at_ms < ?', params: [endMs] }
}

const has: Record<string, string> = {
  url: 'EXISTS (SELECT 1 FROM post_url WHERE post_url.post_id = post.id)',
  memo: 'EXISTS (SELECT 1 FROM memo WHERE memo.post_id = post.id AND memo.ended_at_ms IS NULL)',
  hashtag: 'EXISTS (SELECT 1 FROM post_hashtag WHERE post_hashtag.post_id = post.id)',
  mention: 'EXISTS (SELECT 1 FROM post_mention WHERE post_mention.post_id = post.id)',
  coding: codedSql,
  date: "post.published_precision IN ('day', 'hour', 'minute', 'second', 'millisecond')",
}

const is: Record<string, string> = {
  reply: 'post.reply_to_handle IS NOT NULL',
  repost: 'post.is_repost = 1',
  withdrawn: 'post.withdrawn_at_ms IS NOT NULL',
  cut: someObservation("EXISTS (SELECT 1 FROM json_each(o.flags) WHERE json_each.value = 'cut')", []).sql,
}

/** `lang:zh` is also `zh-Hant`; `lang:und` (or unknown) is where no language is known. */
function langFragment(value: string): Fragment {
  const lang = foldSpaces(value)
  if (lang === 'und' || lang === 'unknown') return { sql: "coalesce(post.lang, 'und') = 'und'", params: [] }
  return { sql: "(lower(post.lang) = ? OR lower(post.lang) GLOB ? || '-*')", params: [lang, globSafe(lang)] }
}

function globSafe(text: string): string {
  return text.replace(/[*?[]/gu, '[$&]')
}

function idsOf(node: FieldNode, what: 'snapshot' | 'import' | 'post', context: FilterContext): number[] {
  const ids = node.value.split(',').map(Number)
  const missing = ids.find((id) => !context.names.exists(what, id))
  if (missing === undefined) return ids
  throw problemAt(
    node.valueSpan,
    'unknownId',
    `This corpus has no ${what} number ${missing}. Copy the number from where Ronten shows it.`,
    { what, id: missing },
  )
}

function snapshotFragment(node: FieldNode, context: FilterContext): Fragment {
  if (/^[\d,]+$/u.test(node.value)) {
    return ofSnapshots(`s.id IN ${listed}`, [JSON.stringify(idsOf(node, 'snapshot', context))])
  }
  if (!context.names.snapshotTopicExists(node.value)) throw unknownName('topic', node, context.names)
  return snapshotTopicFragment(node.value)
}

function sourceFragment(node: FieldNode, context: FilterContext): Fragment {
  const ids = context.names.snapshotIdsBySource(node.value)
  if (ids.length === 0) throw unknownName('source', node, context.names)
  return ofSnapshots(`s.id IN ${listed}`, [JSON.stringify(ids)])
}

const inPosts = `post.id IN ${listed}`

/** Every field but topic:, which needs the compiler itself. */
export function fieldFragment(node: FieldNode, context: FilterContext): Fragment {
  switch (node.field) {
    case 'author': {
      const ids = context.names.authorIds(node.value)
      return { sql: `post.author_id IN ${listed}`, params: [JSON.stringify(ids)] }
    }
    case 'source':
      return sourceFragment(node, context)
    case 'snapshot':
      return snapshotFragment(node, context)
    case 'import': {
      const ids = idsOf(node, 'import', context)
      const which = `s.source_file_id IN (SELECT id FROM source_file WHERE import_id IN ${listed})`
      return ofSnapshots(which, [JSON.stringify(ids)])
    }
    case 'post':
      return { sql: inPosts, params: [JSON.stringify(idsOf(node, 'post', context))] }
    case 'duplicate-of': {
      const ids = idsOf(node, 'post', context).flatMap((id) => context.names.duplicatesOf(id))
      return { sql: inPosts, params: [JSON.stringify(ids)] }
    }
    case 'stance':
    case 'claim':
    case 'code':
      return codeFragment(node, context)
    case 'coder':
      return coderFragment(node, context)
    case 'coded':
      return { sql: node.value === 'yes' ? codedSql : `NOT (${codedSql})`, params: [] }
    case 'since':
    case 'until':
      return dateFragment(node, context)
    case 'lang':
      return langFragment(node.value)
    case 'has':
      return { sql: has[node.value]!, params: [] }
    case 'is':
      return { sql: is[node.value]!, params: [] }
    default:
      return numberFragment(node)
  }
}
