/** From marks of the timeline to conditions of the query language. */
import type { BucketSize, TimelineResult } from '../../../shared/contract.ts'
import { withField } from '../../../shared/query/build.ts'

type Bucket = Pick<TimelineResult['buckets'][number], 'start' | 'end'>

/** The day before a local date, `2025-12-12` → `2025-12-11`. */
function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/**
 * The query with the time from the first bucket's start to the last one's end. `until:` takes whole days in, and cuts
 * at a time exactly.
 */
export function withRange(query: string, first: Bucket, last: Bucket, by: BucketSize): string {
  const until = by === 'hour' ? last.end : dayBefore(last.end)
  return withField(withField(query, 'since', ':', first.start), 'until', ':', until)
}

/** The longest unit that still gives a readable number of marks over a range of days. */
export function fittingUnit(firstMs: number | null, lastMs: number | null): BucketSize {
  if (firstMs === null || lastMs === null) return 'day'
  const days = (lastMs - firstMs) / 86_400_000
  if (days <= 3) return 'hour'
  if (days <= 120) return 'day'
  if (days <= 900) return 'week'
  return 'month'
}

/** Runs of buckets that no snapshot speaks for, as index pairs, inclusive. */
export function gapsOf(buckets: readonly { covered: boolean }[]): [number, number][] {
  const gaps: [number, number][] = []
  buckets.forEach(({ covered }, i) => {
    const last = gaps.at(-1)
    if (covered) return
    if (last && last[1] === i - 1) last[1] = i
    else gaps.push([i, i])
  })
  return gaps
}
