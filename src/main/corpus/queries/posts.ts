import type { z } from 'zod'
import type { sortOrder } from '../../../shared/contract.ts'
import { RontenError } from '../../../shared/errors.ts'
import type { Observation, Post, PostDetail } from '../../../shared/model.ts'
import { localStamp, type Precision } from '../../../shared/time/zoned.ts'
import { all, get, type Reader } from '../db/sqlite.ts'
import { codingsOf, codingHistory } from './codings.ts'
import { capturedAt } from './snapshots.ts'
import type { Unit } from './unit-sql.ts'

interface PostRow {
  id: number
  platform: string
  text: string
  lang: string | null
  author_id: number | null
  handle: string | null
  display_name: string | null
  reply_to_handle: string | null
  is_repost: number
  withdrawn_at_ms: number | null
  published_from_ms: number | null
  published_precision: Precision | null
  published_time_zone: string | null
  published_raw: string | null
  published_derived: number
  placed_at_ms: number | null
  placed_by: 'published' | 'observed' | null
  last_reposts: number | null
  observation_count: number
  hashtags: string
  mentions: string
  urls: string
}

// One statement a page: the inner ones run for the page's rows only.
const columns = `post.*, author.handle, author.display_name,
  (SELECT json_group_array(hashtag.label) FROM post_hashtag JOIN hashtag ON hashtag.id = post_hashtag.hashtag_id WHERE post_hashtag.post_id = post.id) AS hashtags,
  (SELECT json_group_array(handle) FROM post_mention WHERE post_mention.post_id = post.id) AS mentions,
  (SELECT json_group_array(url ORDER BY position) FROM post_url WHERE post_url.post_id = post.id) AS urls`

/** Newest and oldest by place on the timeline; posts without a place come last. Ties by row, so that pages never overlap. */
const orders: Record<z.infer<typeof sortOrder>, string> = {
  newest: 'post.placed_at_ms DESC, post.id DESC',
  oldest: 'post.placed_at_ms IS NULL, post.placed_at_ms, post.id',
  reposts: 'post.last_reposts DESC, post.id DESC',
  relevance: 'post.placed_at_ms DESC, post.id DESC',
}

function postOf(row: PostRow, codings: Post['codings']): Post {
  const { published_from_ms: from, published_precision: precision, published_time_zone: zone } = row
  return {
    id: row.id,
    platform: row.platform,
    text: row.text,
    lang: row.lang,
    author:
      row.author_id === null
        ? null
        : { id: row.author_id, platform: row.platform, handle: row.handle, displayName: row.display_name },
    replyToHandle: row.reply_to_handle,
    isRepost: row.is_repost === 1,
    withdrawn: row.withdrawn_at_ms !== null,
    publishedAt: from !== null && precision && zone ? localStamp(from, zone, precision) : null,
    publishedPrecision: precision,
    publishedTimeZone: zone,
    publishedDerived: row.published_derived === 1,
    placedAtMs: row.placed_at_ms,
    placedBy: row.placed_by,
    reposts: row.last_reposts,
    observationCount: row.observation_count,
    hashtags: JSON.parse(row.hashtags) as string[],
    mentions: JSON.parse(row.mentions) as string[],
    urls: JSON.parse(row.urls) as string[],
    codings,
  }
}

function withCodings(db: Reader, rows: PostRow[]): Post[] {
  const codings = codingsOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => postOf(row, codings.get(row.id) ?? []))
}

export function countPosts(db: Reader, unit: Unit): number {
  return get<{ n: number }>(db, `SELECT count(*) AS n FROM post WHERE ${unit.where}`, unit.params)?.n ?? 0
}

export interface Page {
  sort: z.infer<typeof sortOrder>
  offset: number
  limit: number
}

/** One page. By relevance: BM25 of the words that must be there, over the index of character pairs; without any, newest. */
export function listPosts(db: Reader, unit: Unit, { sort, offset, limit }: Page): Post[] {
  const words = sort === 'relevance' ? unit.words : null
  const ranking = words
    ? 'LEFT JOIN (SELECT rowid AS ranked_id, rank FROM post_fts WHERE post_fts MATCH ?) ON ranked_id = post.id'
    : ''
  const order = words ? `rank, ${orders.newest}` : orders[sort]
  const ranked = words ? [words] : []
  const rows = all<PostRow>(
    db,
    `SELECT ${columns} FROM post LEFT JOIN author ON author.id = post.author_id ${ranking}
      WHERE post.id IN (SELECT post.id FROM post ${ranking} WHERE ${unit.where} ORDER BY ${order} LIMIT ? OFFSET ?)
      ORDER BY ${order}`,
    [...ranked, ...ranked, ...unit.params, limit, offset],
  )
  return withCodings(db, rows)
}

function observationsOf(db: Reader, postId: number): Observation[] {
  return all<Parameters<typeof observationOf>[0]>(
    db,
    `SELECT observation.*, snapshot.topic, snapshot.captured_from_ms, snapshot.span, snapshot.time_zone, snapshot.metric_kind,
            source_file.name, source_file.import_id
       FROM observation
       JOIN snapshot ON snapshot.id = observation.snapshot_id AND snapshot.active = 1
       JOIN source_file ON source_file.id = snapshot.source_file_id
      WHERE observation.post_id = ?
      ORDER BY snapshot.captured_from_ms, observation.id`,
    [postId],
  ).map(observationOf)
}

function observationOf(row: {
  id: number
  snapshot_id: number
  topic: string | null
  captured_from_ms: number | null
  span: 'hour' | 'day' | 'week' | null
  time_zone: string
  metric_kind: 'windowed' | 'cumulative'
  rank: number
  text: string | null
  reposts: number | null
  likes: number | null
  replies: number | null
  views: number | null
  flags: string
  raw: string
  name: string
  import_id: number
  line_start: number
  line_end: number
}): Observation {
  return {
    id: row.id,
    snapshotId: row.snapshot_id,
    topic: row.topic,
    capturedAt: capturedAt(row),
    capturedFromMs: row.captured_from_ms,
    timeZone: row.time_zone,
    span: row.span,
    metricKind: row.metric_kind,
    rank: row.rank,
    text: row.text,
    reposts: row.reposts,
    likes: row.likes,
    replies: row.replies,
    views: row.views,
    flags: JSON.parse(row.flags) as string[],
    raw: row.raw,
    fileName: row.name,
    importId: row.import_id,
    lineStart: row.line_start,
    lineEnd: row.line_end,
  }
}

export function getPost(db: Reader, id: number): PostDetail {
  const row = get<PostRow>(
    db,
    `SELECT ${columns} FROM post LEFT JOIN author ON author.id = post.author_id WHERE post.id = ?`,
    [id],
  )
  if (!row) throw new RontenError('posts.missing', `There is no post ${id} in this corpus.`, { id })
  const memo = get<{ id: number; text: string; coder: string; written_at_ms: number }>(
    db,
    `SELECT memo.id, memo.text, coder.name AS coder, written_at_ms FROM memo JOIN coder ON coder.id = memo.coder_id
      WHERE memo.post_id = ? AND memo.ended_at_ms IS NULL ORDER BY memo.id DESC LIMIT 1`,
    [id],
  )
  const [post] = withCodings(db, [row])
  return {
    ...post!,
    publishedRaw: row.published_raw,
    observations: observationsOf(db, id),
    codingHistory: codingHistory(db, id),
    memo: memo ? { id: memo.id, text: memo.text, coder: memo.coder, writtenAtMs: memo.written_at_ms } : null,
  }
}
