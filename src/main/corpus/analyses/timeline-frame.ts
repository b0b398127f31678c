/** What a timeline asks of the corpus beside its cells: how far it reaches, what is covered, what its caption says. */
import type { BucketSize, TimelineResult } from '../../../shared/contract.ts'
import { longestBucketMs } from '../../../shared/time/zoned.ts'
import { all, get, type Reader } from '../db/sqlite.ts'
import type { Unit } from '../queries/unit-sql.ts'

export function extent(db: Reader, unit: Unit): { from: number; until: number } | null {
  const row = get<{ a: number | null; b: number | null }>(
    db,
    `SELECT min(post.placed_at_ms) AS a, max(post.placed_at_ms) AS b FROM post WHERE ${unit.where}`,
    unit.params,
  )
  return row?.a == null || row.b == null ? null : { from: row.a, until: row.b }
}

/** Reposts stand where pages were captured, which can be later than the posts themselves. */
export function observedExtent(db: Reader, unit: Unit) {
  const row = get<{ a: number | null; b: number | null }>(
    db,
    `SELECT min(snapshot.captured_from_ms) AS a, max(snapshot.captured_from_ms) AS b
       FROM post JOIN observation ON observation.post_id = post.id
       JOIN snapshot ON snapshot.id = observation.snapshot_id AND snapshot.active = 1
      WHERE ${unit.where}`,
    unit.params,
  )
  return row?.a == null || row.b == null ? null : { from: row.a, until: row.b }
}

/** True for each bucket that some snapshot speaks for: one whose window is no longer than the bucket and touches it. */
export function coverage(db: Reader, edges: number[], by: BucketSize): boolean[] {
  const windows = all<{ a: number; b: number }>(
    db,
    `SELECT captured_from_ms AS a, captured_until_ms AS b FROM snapshot
      WHERE active = 1 AND captured_from_ms < ? AND captured_until_ms > ? AND captured_until_ms - captured_from_ms <= ?
      ORDER BY captured_from_ms`,
    [edges.at(-1)!, edges[0]!, longestBucketMs[by]],
  )
  const covered = new Array<boolean>(edges.length - 1).fill(false)
  for (const { a, b } of windows) {
    for (let i = Math.max(0, lowerBound(edges, a)); i < covered.length && edges[i]! < b; i++)
      covered[i] = true
  }
  return covered
}

/** Index of the bucket that holds `ms`: the last edge not after it. */
export function lowerBound(edges: number[], ms: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}

interface Notes {
  postCount: number
  placedByObservation: number
  coarserThanBucket: number
  unplaced: number
}

export function notesOf(db: Reader, unit: Unit, by: BucketSize): Notes {
  return get<Notes>(
    db,
    `SELECT count(*) AS postCount,
            coalesce(sum(post.placed_by = 'observed'), 0) AS placedByObservation,
            coalesce(sum(post.placed_by IS NULL), 0) AS unplaced,
            coalesce(sum(post.placed_by = 'observed' AND NOT EXISTS (
              SELECT 1 FROM observation JOIN snapshot ON snapshot.id = observation.snapshot_id AND snapshot.active = 1
               WHERE observation.post_id = post.id AND snapshot.captured_from_ms = post.placed_at_ms
                 AND snapshot.captured_until_ms - snapshot.captured_from_ms <= ${longestBucketMs[by]})), 0) AS coarserThanBucket
       FROM post WHERE ${unit.where}`,
    unit.params,
  )!
}

export function metricKinds(db: Reader): TimelineResult['metricKinds'] {
  return all<{ kind: 'windowed' | 'cumulative' }>(
    db,
    'SELECT DISTINCT metric_kind AS kind FROM snapshot WHERE active = 1 ORDER BY 1',
  ).map((row) => row.kind)
}
