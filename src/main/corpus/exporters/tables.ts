/** The two tables of a coded dataset: posts × codings, and observations. */
import { localStamp, type Precision } from '../../../shared/time/zoned.ts'
import { get, iterate, type Reader, type Row } from '../db/sqlite.ts'
import { capturedAt } from '../queries/snapshots.ts'
import type { Unit } from '../queries/unit-sql.ts'
import type { Cell, Column, Table } from './table.ts'

const field =
  (name: string) =>
  (row: Row): Cell =>
    row[name] as Cell

const iso = (ms: unknown): Cell => (typeof ms === 'number' ? new Date(ms).toISOString() : null)

function published(row: Row): Cell {
  if (row.published_from_ms === null) return null
  return localStamp(
    row.published_from_ms as number,
    row.published_time_zone as string,
    row.published_precision as Precision,
  )
}

const postColumns: Column[] = [
  {
    name: 'post_id',
    type: 'integer',
    meaning: 'Number of the post in this corpus. The same in every table of this export.',
    value: field('post_id'),
  },
  {
    name: 'post_guid',
    type: 'text',
    meaning:
      'Identity of the post outside this corpus: platform, then the platform’s id, or the SHA-256 (base64url) of its normalised text where no id is known.',
    value: (row) => `${row.platform as string}/${row.identity_key as string}`,
  },
]

const codingColumns: Column[] = [
  ...postColumns,
  { name: 'platform', type: 'text', meaning: 'Platform of the post, e.g. x.', value: field('platform') },
  {
    name: 'text',
    type: 'text',
    meaning: 'Text of the post as first shown, letter for letter.',
    value: field('text'),
  },
  {
    name: 'author',
    type: 'text',
    meaning: 'Handle of the author. Empty: the source does not tell.',
    value: field('handle'),
  },
  {
    name: 'reply_to',
    type: 'text',
    meaning: 'Handle of the account that the post answers. Empty: not known to be a reply.',
    value: field('reply_to_handle'),
  },
  {
    name: 'published',
    type: 'date',
    meaning:
      'When it was published, as exactly as the source supports (see published_precision), local time in published_time_zone, ISO 8601. Empty: unknown.',
    value: published,
  },
  {
    name: 'published_precision',
    type: 'text',
    meaning:
      'month, day, hour, minute, second or millisecond: how exact “published” is. Trend pages state the month only.',
    value: field('published_precision'),
  },
  {
    name: 'published_time_zone',
    type: 'text',
    meaning: 'IANA time zone of “published”.',
    value: field('published_time_zone'),
  },
  {
    name: 'first_observed',
    type: 'date',
    meaning: 'Start of the earliest snapshot that showed the post, UTC, ISO 8601.',
    value: (row) => iso(row.first_observed_at_ms),
  },
  {
    name: 'observations',
    type: 'integer',
    meaning: 'How many times snapshots showed the post; all of them are in the observations table.',
    value: field('observation_count'),
  },
  {
    name: 'reposts',
    type: 'integer',
    meaning:
      'Reposts shown by the latest snapshot that shows any. On trend pages the number holds for that page’s window only and is no total. Empty: none shown, which is not zero.',
    value: field('last_reposts'),
  },
  {
    name: 'hashtags',
    type: 'list',
    meaning: 'Hashtags in the text, without the sign, separated by one space.',
    value: field('hashtags'),
  },
  { name: 'urls', type: 'list', meaning: 'Links in the text, separated by one space.', value: field('urls') },
  {
    name: 'code_kind',
    type: 'text',
    meaning: 'target (the coding is a stance), claim or theme. Empty: the post is not coded.',
    value: field('kind'),
  },
  {
    name: 'code',
    type: 'text',
    meaning: 'Short name of the target, claim or theme.',
    value: field('short_name'),
  },
  {
    name: 'code_name',
    type: 'text',
    meaning: 'Full name; for a claim its statement.',
    value: field('code_name'),
  },
  {
    name: 'value',
    type: 'text',
    meaning:
      'Stance: favor, against, none or unclear. Claim: supports, denies, queries or comments. Theme: present.',
    value: field('value'),
  },
  { name: 'coder', type: 'text', meaning: 'Who decided.', value: field('coder') },
  { name: 'coded_at', type: 'date', meaning: 'When, UTC, ISO 8601.', value: (row) => iso(row.coded_at_ms) },
  {
    name: 'confidence',
    type: 'number',
    meaning: 'Coder’s confidence from 0 to 1. Empty: not stated.',
    value: field('confidence'),
  },
  { name: 'coding_memo', type: 'text', meaning: 'Memo on the coding.', value: field('coding_memo') },
]

const observationColumns: Column[] = [
  ...postColumns,
  {
    name: 'observation_id',
    type: 'integer',
    meaning: 'Number of the observation in this corpus.',
    value: field('id'),
  },
  {
    name: 'snapshot_id',
    type: 'integer',
    meaning: 'Number of the snapshot (one capture of one page).',
    value: field('snapshot_id'),
  },
  { name: 'snapshot_topic', type: 'text', meaning: 'Topic of the page.', value: field('topic') },
  {
    name: 'captured',
    type: 'date',
    meaning: 'When the page speaks for: start of its window, local time in captured_time_zone, ISO 8601.',
    value: (row) => capturedAt(row as never),
  },
  {
    name: 'captured_time_zone',
    type: 'text',
    meaning: 'IANA time zone of “captured”.',
    value: field('time_zone'),
  },
  {
    name: 'span',
    type: 'text',
    meaning: 'Length of the page’s window: hour, day or week.',
    value: field('span'),
  },
  { name: 'rank', type: 'integer', meaning: 'Place of the post on the page, from 1.', value: field('rank') },
  {
    name: 'text_as_shown',
    type: 'text',
    meaning: 'Text on this page where it differs in any letter from the post’s text. Empty: the same.',
    value: field('text_as_shown'),
  },
  {
    name: 'reposts',
    type: 'integer',
    meaning: 'Reposts shown on this page. Empty: none shown, which is not zero.',
    value: field('reposts'),
  },
  { name: 'likes', type: 'integer', meaning: 'Likes shown. Empty: none shown.', value: field('likes') },
  { name: 'replies', type: 'integer', meaning: 'Replies shown. Empty: none shown.', value: field('replies') },
  { name: 'views', type: 'integer', meaning: 'Views shown. Empty: none shown.', value: field('views') },
  {
    name: 'metric_kind',
    type: 'text',
    meaning:
      'windowed: numbers hold for the page’s window only and must not be added up; cumulative: running totals.',
    value: field('metric_kind'),
  },
  {
    name: 'flags',
    type: 'list',
    meaning: 'Doubts of the importer: no-date, cut, unfinished, date-in-text; separated by one space.',
    value: (row) => (JSON.parse(row.flags as string) as string[]).join(' '),
  },
  { name: 'source_file', type: 'text', meaning: 'Name of the imported file.', value: field('file_name') },
  { name: 'source_sha256', type: 'text', meaning: 'SHA-256 of the imported file.', value: field('sha256') },
  {
    name: 'lines',
    type: 'text',
    meaning: 'Lines of the decoded file, first–last, from 1.',
    value: (row) => `${row.line_start as number}–${row.line_end as number}`,
  },
]

const spaced = (sql: string) => `(SELECT group_concat(${sql})`

/** Withdrawn posts never leave. */
const open = 'post.withdrawn_at_ms IS NULL'

function rowsOf(
  db: Reader,
  select: string,
  from: string,
  order: string,
  unit: Unit,
): Pick<Table, 'rows' | 'rowCount'> {
  const body = `FROM post ${from} WHERE ${unit.where} AND ${open}`
  return {
    rows: () => iterate(db, `SELECT ${select} ${body} ORDER BY ${order}`, unit.params),
    rowCount: () => get<{ n: number }>(db, `SELECT count(*) AS n ${body}`, unit.params)!.n,
  }
}

export function codingsTable(db: Reader, unit: Unit): Table {
  const select = `post.id AS post_id, post.*, author.handle, code.kind, code.short_name, code.name AS code_name, code_value.value,
    coder.name AS coder, coding.coded_at_ms, coding.confidence, coding.memo AS coding_memo,
    ${spaced("hashtag.label, ' ') FROM post_hashtag JOIN hashtag ON hashtag.id = hashtag_id WHERE post_id = post.id")} AS hashtags,
    ${spaced("url, ' ' ORDER BY position) FROM post_url WHERE post_id = post.id")} AS urls`
  const from = `LEFT JOIN author ON author.id = post.author_id
    LEFT JOIN coding ON coding.post_id = post.id AND coding.ended_at_ms IS NULL
    LEFT JOIN code ON code.id = coding.code_id
    LEFT JOIN code_value ON code_value.id = coding.code_value_id
    LEFT JOIN coder ON coder.id = coding.coder_id`
  return {
    name: 'codings',
    rowIs:
      'One row per post and standing coding; a post without codings has one row with the code columns empty.',
    columns: codingColumns,
    ...rowsOf(db, select, from, 'post.id, coding.id', unit),
  }
}

export function observationsTable(db: Reader, unit: Unit): Table {
  const select = `post.platform, post.identity_key, observation.*, observation.text AS text_as_shown, snapshot.topic, snapshot.captured_from_ms,
    snapshot.span, snapshot.time_zone, snapshot.metric_kind, source_file.name AS file_name, source_file.sha256`
  const from = `JOIN observation ON observation.post_id = post.id
    JOIN snapshot ON snapshot.id = observation.snapshot_id AND snapshot.active = 1
    JOIN source_file ON source_file.id = snapshot.source_file_id`
  return {
    name: 'observations',
    rowIs: 'One row per observation: a post as one snapshot showed it.',
    columns: observationColumns,
    ...rowsOf(db, select, from, 'observation.id', unit),
  }
}
