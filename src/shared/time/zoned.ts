/** Instants as people of a time zone write them, and calendar buckets. Pure; the zone is always an argument. */
import { Temporal } from 'temporal-polyfill'

export type Precision = 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond'
export type BucketSize = 'hour' | 'day' | 'week' | 'month'

function zoned(ms: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
}

/** ISO 8601 local time cut at `precision`, never finer: `2025-12`, `2025-12-12`, `2025-12-12T09:00`. */
export function localStamp(ms: number, timeZone: string, precision: Precision): string {
  const local = zoned(ms, timeZone).toPlainDateTime()
  if (precision === 'month') return local.toPlainDate().toPlainYearMonth().toString()
  if (precision === 'day') return local.toPlainDate().toString()
  if (precision === 'hour' || precision === 'minute') return local.toString({ smallestUnit: 'minute' })
  return local.toString({ smallestUnit: precision })
}

/** First instant of the bucket that holds `ms`; weeks begin on Monday (ISO 8601). */
export function bucketStart(ms: number, timeZone: string, by: BucketSize): number {
  const time = zoned(ms, timeZone)
  if (by === 'hour') return time.round({ smallestUnit: 'hour', roundingMode: 'floor' }).epochMilliseconds
  const day = time.startOfDay()
  if (by === 'day') return day.epochMilliseconds
  if (by === 'week') return day.subtract({ days: day.dayOfWeek - 1 }).startOfDay().epochMilliseconds
  return day.with({ day: 1 }).startOfDay().epochMilliseconds
}

const steps = { hour: { hours: 1 }, day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } } as const

/** First instant of the bucket after the one that starts at `startMs`; days of 23 or 25 hours included. */
export function nextBucketStart(startMs: number, timeZone: string, by: BucketSize): number {
  const next = zoned(startMs, timeZone).add(steps[by])
  return by === 'hour' ? next.epochMilliseconds : next.startOfDay().epochMilliseconds
}

/** Length in milliseconds of the longest bucket of a size, for telling coarse sources from fine ones. */
export const longestBucketMs: Record<BucketSize, number> = {
  hour: 3_600_000,
  day: 25 * 3_600_000,
  week: 7 * 24 * 3_600_000 + 3_600_000,
  month: 31 * 24 * 3_600_000 + 3_600_000,
}

/** Starts of consecutive buckets that cover `[fromMs, untilMs]`, and the end of the last: n + 1 instants. */
export function bucketEdges(
  fromMs: number,
  untilMs: number,
  timeZone: string,
  by: BucketSize,
  most: number,
): number[] | null {
  const edges = [bucketStart(fromMs, timeZone, by)]
  while (edges.at(-1)! <= untilMs) {
    if (edges.length > most) return null
    edges.push(nextBucketStart(edges.at(-1)!, timeZone, by))
  }
  return edges
}
