/** Rows of one source file. Runs inside the import's transaction; nothing here begins or ends one. */
import { bigramStream } from '../../../shared/text/bigrams.ts'
import { extractEntities } from '../../../shared/text/entities.ts'
import { fold } from '../../../shared/text/fold.ts'
import type { ParsedObservation, ParsedSnapshot } from '../importers/importer.ts'
import { get, run, type Writer } from '../db/sqlite.ts'
import { identityKey } from './identity.ts'
import type { ReadSource } from './source.ts'

export interface Written {
  snapshots: number
  observations: number
  postsNew: number
  postsSeen: number
}

function writeAuthor(db: Writer, platform: string, author: ParsedObservation['author']): number | null {
  if (!author) return null
  const key =
    author.nativeId !== null
      ? `id:${author.nativeId}`
      : `handle:${fold(author.handle ?? author.displayName ?? '')}`
  run(
    db,
    `INSERT INTO author (platform, author_key, native_id, handle, handle_key, display_name) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (platform, author_key) DO NOTHING`,
    [
      platform,
      key,
      author.nativeId,
      author.handle,
      author.handle && author.handle.toLowerCase(),
      author.displayName,
    ],
  )
  return get<{ id: number }>(db, 'SELECT id FROM author WHERE platform = ? AND author_key = ?', [
    platform,
    key,
  ])!.id
}

function writeEntities(db: Writer, postId: number, text: string): void {
  const { hashtags, mentions, urls } = extractEntities(text)
  for (const { key, label } of hashtags) {
    run(db, 'INSERT INTO hashtag (key, label) VALUES (?, ?) ON CONFLICT (key) DO NOTHING', [key, label])
    run(db, 'INSERT INTO post_hashtag SELECT ?, id FROM hashtag WHERE key = ?', [postId, key])
  }
  for (const { key, handle } of mentions)
    run(db, 'INSERT INTO post_mention VALUES (?, ?, ?)', [postId, key, handle])
  urls.forEach(({ url, domain }, position) =>
    run(db, 'INSERT INTO post_url VALUES (?, ?, ?, ?)', [postId, position, url, domain]),
  )
}

function insertPost(db: Writer, platform: string, key: string, seen: ParsedObservation): number {
  const { published } = seen
  const { replyTo } = extractEntities(seen.text)
  const { id } = run(
    db,
    `INSERT INTO post (platform, identity_key, native_id, author_id, text, lang, reply_to_handle, is_repost,
       published_from_ms, published_until_ms, published_precision, published_time_zone, published_raw, published_derived)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      platform,
      key,
      seen.nativeId,
      writeAuthor(db, platform, seen.author),
      seen.text,
      seen.lang,
      replyTo,
      seen.isRepost ? 1 : 0,
      ...(published
        ? [
            published.fromMs,
            published.untilMs,
            published.precision,
            published.timeZone,
            published.raw,
            published.derived ? 1 : 0,
          ]
        : [null, null, null, null, null, 0]),
    ],
  )
  writeEntities(db, id, seen.text)
  run(db, 'INSERT INTO post_fts (rowid, bigrams) VALUES (?, ?)', [id, bigramStream(seen.text)])
  return id
}

/**
 * A post that only undone imports ever showed begins anew, as if they had never been. What they showed stays with their
 * observations, word for word, should they be brought back.
 */
function renewPost(db: Writer, id: number, oldText: string, seen: ParsedObservation): void {
  run(db, 'UPDATE observation SET text = ? WHERE post_id = ? AND text IS NULL', [oldText, id])
  run(
    db,
    `UPDATE post SET text = ?, lang = ?, reply_to_handle = ?, published_from_ms = NULL, published_until_ms = NULL,
       published_precision = NULL, published_time_zone = NULL, published_raw = NULL, published_derived = 0 WHERE id = ?`,
    [seen.text, seen.lang, extractEntities(seen.text).replyTo, id],
  )
  for (const table of ['post_hashtag', 'post_mention', 'post_url'])
    run(db, `DELETE FROM ${table} WHERE post_id = ?`, [id])
  run(db, 'DELETE FROM post_fts WHERE rowid = ?', [id])
  writeEntities(db, id, seen.text)
  run(db, 'INSERT INTO post_fts (rowid, bigrams) VALUES (?, ?)', [id, bigramStream(seen.text)])
}

/** A page that tells the date of a post that no page told before adds it; what is known is never replaced. */
function addDate(db: Writer, id: number, { published }: ParsedObservation): void {
  if (!published) return
  run(
    db,
    `UPDATE post SET published_from_ms = ?, published_until_ms = ?, published_precision = ?, published_time_zone = ?, published_raw = ?, published_derived = ?
      WHERE id = ? AND published_precision IS NULL`,
    [
      published.fromMs,
      published.untilMs,
      published.precision,
      published.timeZone,
      published.raw,
      published.derived ? 1 : 0,
      id,
    ],
  )
}

function insertSnapshot(db: Writer, sourceFileId: number, snapshot: ParsedSnapshot): number {
  return run(
    db,
    `INSERT INTO snapshot (source_file_id, platform, source, topic, topic_key, captured_from_ms, captured_until_ms, span, time_zone,
       metric_kind, reported_post_count, gender_shares, leading_group, summary, raw_header, address)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      sourceFileId,
      snapshot.platform,
      snapshot.source,
      snapshot.topic,
      snapshot.topic === null ? null : fold(snapshot.topic),
      snapshot.captured?.fromMs ?? null,
      snapshot.captured?.untilMs ?? null,
      snapshot.span,
      snapshot.timeZone,
      snapshot.metricKind,
      snapshot.reportedPostCount,
      snapshot.genderShares === null ? null : JSON.stringify(snapshot.genderShares),
      snapshot.leadingGroup,
      snapshot.summary,
      snapshot.rawHeader,
      snapshot.address,
    ],
  ).id
}

function writeObservation(
  db: Writer,
  snapshotId: number,
  platform: string,
  seen: ParsedObservation,
  touched: Set<number>,
): 'new' | 'seen' {
  const key = identityKey(seen)
  const known = get<{ id: number; text: string; n: number }>(
    db,
    'SELECT id, text, observation_count AS n FROM post WHERE platform = ? AND identity_key = ?',
    [platform, key],
  )
  const id = known?.id ?? insertPost(db, platform, key, seen)
  const isNew = (!known || known.n === 0) && !touched.has(id)
  if (known && isNew) renewPost(db, id, known.text, seen)
  if (known) addDate(db, id, seen)
  const shownBefore = known && !isNew ? known.text : seen.text
  run(
    db,
    `INSERT INTO observation (post_id, snapshot_id, rank, text, reposts, likes, replies, views, flags, raw, line_start, line_end)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      snapshotId,
      seen.rank,
      shownBefore === seen.text ? null : seen.text,
      seen.metrics.reposts,
      seen.metrics.likes,
      seen.metrics.replies,
      seen.metrics.views,
      JSON.stringify(seen.flags),
      seen.raw,
      seen.lineStart,
      seen.lineEnd,
    ],
  )
  touched.add(id)
  return isNew ? 'new' : 'seen'
}

/** Writes one file with its snapshots, posts and observations; `touched` holds the posts of this import so far. */
export function writeSource(db: Writer, importId: number, source: ReadSource, touched: Set<number>): Written {
  const { parsed } = source
  const file = run(
    db,
    'INSERT INTO source_file (import_id, name, byte_count, sha256, encoding, skipped, warnings) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [
      importId,
      source.name,
      source.byteCount,
      source.sha256,
      source.encoding,
      JSON.stringify(parsed.skipped),
      JSON.stringify(parsed.warnings),
    ],
  )
  const written: Written = { snapshots: 0, observations: 0, postsNew: 0, postsSeen: 0 }
  for (const snapshot of parsed.snapshots) {
    const snapshotId = insertSnapshot(db, file.id, snapshot)
    written.snapshots += 1
    for (const seen of snapshot.observations) {
      const outcome = writeObservation(db, snapshotId, snapshot.platform, seen, touched)
      written.observations += 1
      if (outcome === 'new') written.postsNew += 1
      else written.postsSeen += 1
    }
  }
  run(db, 'UPDATE source_file SET posts_new = ?, posts_seen = ? WHERE id = ?', [
    written.postsNew,
    written.postsSeen,
    file.id,
  ])
  return written
}
