/** From a mark of the timeline to the posts behind it, as a query. */
import type { TimelineMeasure, TimelineResult } from '../../../shared/contract.ts'
import type { Snapshot } from '../../../shared/model.ts'
import { condition, withCondition, withField } from '../../../shared/query/build.ts'
import { withRange } from './range.ts'

type Bucket = TimelineResult['buckets'][number]

/** The condition behind one series, in the words of the query language; empty for the whole. */
export function seriesCondition(series: string, key: string, label: string): string {
  const at = series.indexOf(':')
  const kind = at < 0 ? series : series.slice(0, at)
  const name = at < 0 ? '' : series.slice(at + 1)
  if (kind === 'stance' || (kind === 'claim' && name)) {
    return key === 'uncoded' ? `-${condition(kind, ':', name)}` : condition(kind, ':', name, [key])
  }
  if (kind === 'claim') return condition('claim', ':', label)
  if (kind === 'topic') return condition('topic', ':', label)
  if (kind === 'hashtag') return condition('hashtag', ':', label)
  if (kind === 'source') return condition('snapshot', ':', label)
  return ''
}

/**
 * Posts that stand in the buckets from `first` to `last`. Reposts stand where pages were captured, so there the pages
 * themselves are named.
 */
export function bucketQuery(
  query: string,
  first: Bucket,
  last: Bucket,
  { by, measure }: { by: TimelineResult['by']; measure: TimelineMeasure },
  snapshots: readonly Snapshot[],
): string {
  if (measure !== 'reposts') return withRange(query, first, last, by)
  const inside = snapshots.filter(
    ({ capturedFromMs: at }) => at !== null && at >= first.startMs && at < last.endMs,
  )
  return inside.length ? withField(query, 'snapshot', ':', inside.map(({ id }) => id).join(',')) : query
}

export function withSeries(query: string, series: string, key: string, label: string): string {
  const added = seriesCondition(series, key, label)
  return added ? withCondition(query, added) : query
}
