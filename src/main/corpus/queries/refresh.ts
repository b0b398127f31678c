/** Keeps what posts say about their observations true, after an import, its undo and its redo: one rule, one place. */
import { run, type Writer } from '../db/sqlite.ts'

/**
 * Derives, for posts seen by the given imports: how often and when they were observed, the latest reposts shown, and
 * where they stand on a timeline. A post known at least to the day stands where it was published; any other stands at
 * its earliest observation.
 */
export function refreshPosts(db: Writer, importIds: readonly number[]): void {
  for (const importId of importIds) {
    run(
      db,
      `WITH touched AS MATERIALIZED (
         SELECT DISTINCT observation.post_id AS id
           FROM source_file
           JOIN snapshot ON snapshot.source_file_id = source_file.id
           JOIN observation ON observation.snapshot_id = snapshot.id
          WHERE source_file.import_id = ?
       ), seen AS (
         SELECT touched.id AS id,
                count(snapshot.id) AS n,
                min(iif(snapshot.id IS NULL, NULL, coalesce(snapshot.captured_from_ms, post.published_from_ms))) AS first_ms,
                max(iif(snapshot.id IS NULL, NULL, coalesce(snapshot.captured_from_ms, post.published_from_ms))) AS last_ms
           FROM touched
           JOIN post ON post.id = touched.id
           JOIN observation ON observation.post_id = touched.id
           LEFT JOIN snapshot ON snapshot.id = observation.snapshot_id AND snapshot.active = 1
          GROUP BY touched.id
       )
       UPDATE post SET
         observation_count = seen.n,
         first_observed_at_ms = seen.first_ms,
         last_observed_at_ms = seen.last_ms,
         last_reposts = (
           SELECT observation.reposts FROM observation JOIN snapshot ON snapshot.id = observation.snapshot_id
            WHERE observation.post_id = post.id AND snapshot.active = 1 AND observation.reposts IS NOT NULL
            ORDER BY snapshot.captured_from_ms DESC, observation.id DESC LIMIT 1),
         placed_at_ms = iif(published_precision <> 'month', published_from_ms, seen.first_ms),
         placed_by = CASE WHEN published_precision <> 'month' THEN 'published' WHEN seen.first_ms IS NOT NULL THEN 'observed' END
       FROM seen WHERE seen.id = post.id`,
      [importId],
    )
  }
}

/** Switches the snapshots of imports on or off after their undone flag changed, and lets posts follow. */
export function followImports(db: Writer, importIds: readonly number[]): void {
  for (const importId of importIds) {
    run(
      db,
      `UPDATE snapshot SET active = (SELECT import.undone_at_ms IS NULL FROM import WHERE import.id = ?)
        WHERE source_file_id IN (SELECT id FROM source_file WHERE import_id = ?)`,
      [importId, importId],
    )
  }
  refreshPosts(db, importIds)
}
