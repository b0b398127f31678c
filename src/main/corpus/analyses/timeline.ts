/**
 * Posts over time.
 *
 * Definition: a post stands where it was published if that is known at least to the day, else at its earliest
 * observation (SNAPSHOTS: trend pages tell the month only). Buckets are calendar units of the time zone asked for; weeks
 * begin on Monday. Measures:
 * - `posts`: posts that stand in the bucket.
 * - `share`: those posts ÷ all posts of the corpus that stand in the bucket.
 * - `reposts`: for each post observed in the bucket the reposts shown by its latest page in the bucket, added over posts.
 *   Counts of one post are never added up over pages: a trend page's number is true for its own window only.
 * Missing values: a bucket for which no snapshot speaks (none whose window fits into the bucket) is a gap: `null`, not 0,
 * unless posts stand in it all the same. Reposts are `null` where no page in the bucket showed any.
 * Complexity: one scan of the filtered posts, grouped by quarter hour (every zone's offset is a multiple of it), then
 * folded into calendar buckets; O(posts + quarters · series).
 */
import type { BucketSize, TimelineMeasure, TimelineResult } from '../../../shared/contract.ts'
import { RontenError } from '../../../shared/errors.ts'
import { bucketEdges, localStamp } from '../../../shared/time/zoned.ts'
import { all, type Reader } from '../db/sqlite.ts'
import type { Unit } from '../queries/unit-sql.ts'
import { seriesOf, type Series } from './series.ts'
import { coverage, extent, lowerBound, metricKinds, notesOf, observedExtent } from './timeline-frame.ts'

const quarterMs = 900_000
/** More marks than pixels say nothing; the person is asked for a coarser unit. */
const mostBuckets = 5_000

export interface TimelineOptions {
  by: BucketSize
  measure: TimelineMeasure
  series: string
  timeZone: string
  nowMs: number
}

interface Cell {
  quarter: number
  key: string
  n: number | null
}

function countCells(db: Reader, unit: Unit, series: Series): Cell[] {
  return all<Cell>(
    db,
    `WITH ${series.with} unit AS MATERIALIZED (SELECT post.id, post.placed_at_ms / ${quarterMs} AS quarter FROM post WHERE ${unit.where} AND post.placed_at_ms IS NOT NULL)
     SELECT unit.quarter, ${series.key} AS key, count(*) AS n FROM unit ${series.join} GROUP BY 1, 2`,
    [...series.params, ...unit.params],
  )
}

/** The latest observation of each post in each bucket counts; buckets are ranges of instants, so they are joined. */
function repostCells(db: Reader, unit: Unit, series: Series, edges: number[]): Cell[] {
  return all<Cell>(
    db,
    `WITH ${series.with} bucket AS MATERIALIZED (
        SELECT value AS start_ms, lead(value) OVER (ORDER BY value) AS end_ms FROM json_each(?)
      ), unit AS MATERIALIZED (
        SELECT id, start_ms / ${quarterMs} AS quarter, reposts FROM (
          SELECT post.id, bucket.start_ms, observation.reposts,
                 row_number() OVER (PARTITION BY bucket.start_ms, post.id ORDER BY snapshot.captured_from_ms DESC, observation.id DESC) AS place
            FROM bucket
            JOIN snapshot ON snapshot.active = 1 AND snapshot.captured_from_ms >= bucket.start_ms AND snapshot.captured_from_ms < bucket.end_ms
            JOIN observation ON observation.snapshot_id = snapshot.id AND observation.reposts IS NOT NULL
            JOIN post ON post.id = observation.post_id
           WHERE ${unit.where}) WHERE place = 1
      )
     SELECT unit.quarter, ${series.key} AS key, sum(unit.reposts) AS n FROM unit ${series.join} GROUP BY 1, 2`,
    [...series.params, JSON.stringify(edges), ...unit.params],
  )
}

function fold(cells: Cell[], edges: number[]): Map<string, number>[] {
  const sums = Array.from({ length: edges.length - 1 }, () => new Map<string, number>())
  for (const { quarter, key, n } of cells) {
    const bucket = sums[lowerBound(edges, quarter * quarterMs)]
    if (bucket && n !== null) bucket.set(key, (bucket.get(key) ?? 0) + n)
  }
  return sums
}

export function timeline(db: Reader, unit: Unit, options: TimelineOptions): TimelineResult {
  const { by, measure, timeZone } = options
  const series = seriesOf(db, unit, options)
  const range = measure === 'reposts' ? observedExtent(db, unit) : extent(db, unit)
  const edges = range ? bucketEdges(range.from, range.until, timeZone, by, mostBuckets) : []
  if (!edges) {
    throw new RontenError(
      'timeline.tooManyBuckets',
      `These posts span more than ${mostBuckets} units of one ${by}. Choose a longer unit, or narrow the time with since: and until:.`,
      { by, most: mostBuckets },
    )
  }
  const sums = fold(
    measure === 'reposts' ? repostCells(db, unit, series, edges) : countCells(db, unit, series),
    edges,
  )
  const everything: Unit = { where: 'post.observation_count > 0', params: [] }
  const totals =
    measure === 'share' && edges.length
      ? fold(countCells(db, everything, seriesOf(db, everything, { ...options, series: 'none' })), edges)
      : []
  const covered = edges.length ? coverage(db, edges, by) : []
  const buckets = sums.map((sum, i) => {
    const total = totals[i]?.get('all') ?? 0
    const valueOf = (key: string): number | null => {
      const n = sum.get(key)
      if (measure === 'share') return total > 0 ? (n ?? 0) / total : null
      if (measure === 'reposts') return n ?? null
      return n ?? (covered[i] ? 0 : null)
    }
    return {
      startMs: edges[i]!,
      endMs: edges[i + 1]!,
      start: localStamp(edges[i]!, timeZone, by === 'hour' ? 'minute' : 'day'),
      end: localStamp(edges[i + 1]!, timeZone, by === 'hour' ? 'minute' : 'day'),
      covered: covered[i]!,
      values: Object.fromEntries(series.list.map(({ key }) => [key, valueOf(key)])),
    }
  })
  return {
    by,
    timeZone,
    measure,
    series: series.list,
    buckets,
    ...notesOf(db, unit, by),
    metricKinds: metricKinds(db),
  }
}
