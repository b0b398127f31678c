/** Times of the site. They are Japan time, whatever zone the analyst works in. */
import { Temporal } from 'temporal-polyfill'
import type { Interval, ParsedPublished, ParsedSnapshot } from '../importer.ts'
import type { EnglishDate } from './shapes.ts'
import type { TrendPageReason } from './reasons.ts'

export const timeZone = 'Asia/Tokyo'

export interface Doubt {
  reason: TrendPageReason
  details: Record<string, string | number>
}

export interface Capture {
  captured: Interval | null
  span: ParsedSnapshot['span']
  doubts: Doubt[]
}

const day = '(\\d{4})\\.(\\d{1,2})\\.(\\d{1,2})'
const weekday = '(?:\\s?\\(([月火水木金土日])\\))?'
const dayOrHour = new RegExp(`^${day}${weekday}(?:\\s{1,3}(\\d{1,2}):(\\d{2}))?$`)
/** The tilde is a wave dash on the page; code pages and NFKC make other dashes of it. */
const week = new RegExp(`^${day}${weekday}\\s?[〜~∼–—−-]\\s?\\(\\s?(?:第\\s?)?(\\d{1,2})\\s?週\\s?\\)$`)

export const isWhen = (shape: string): boolean => dayOrHour.test(shape) || week.test(shape)

const weekdays = '月火水木金土日'

function plainDate(found: RegExpExecArray): Temporal.PlainDate | null {
  const [year, month, dayOfMonth] = found.slice(1, 4).map(Number) as [number, number, number]
  try {
    return Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' })
  } catch {
    return null
  }
}

function between(from: Temporal.ZonedDateTime, length: Temporal.DurationLike): Interval {
  return { fromMs: from.epochMilliseconds, untilMs: from.add(length).epochMilliseconds }
}

function weekdayDoubts(date: Temporal.PlainDate, stated: string | undefined): Doubt[] {
  const actual = weekdays[date.dayOfWeek - 1]!
  if (stated === undefined || stated === actual) return []
  return [{ reason: 'weekday-mismatch', details: { date: date.toString(), stated, actual } }]
}

function weekDoubts(date: Temporal.PlainDate, stated: number): Doubt[] {
  const isoWeek = date.weekOfYear!
  const monday = date.subtract({ days: date.dayOfWeek - 1 }).toString()
  if (isoWeek === stated && monday === date.toString()) return []
  return [{ reason: 'week-mismatch', details: { date: date.toString(), week: stated, isoWeek, monday } }]
}

/** `2025.12.12 09:00`: that hour; `2025.12.03`: that day; `2025.11.10〜(46週)`: seven days from that day. */
export function readWhen(shape: string): Capture {
  const weekly = week.exec(shape)
  const found = weekly ?? dayOrHour.exec(shape)
  const date = found && plainDate(found)
  const hour = weekly ? undefined : found?.[5]
  if (!date || Number(hour ?? 0) > 23 || Number(found[6] ?? 0) > 59)
    return { captured: null, span: null, doubts: [{ reason: 'bad-time', details: { found: shape } }] }
  const midnight = date.toZonedDateTime(timeZone)
  const doubts = weekdayDoubts(date, found[4])
  if (weekly)
    return {
      captured: between(midnight, { days: 7 }),
      span: 'week',
      doubts: [...doubts, ...weekDoubts(date, Number(weekly[5]))],
    }
  if (hour === undefined) return { captured: between(midnight, { days: 1 }), span: 'day', doubts }
  return { captured: between(midnight.with({ hour: Number(hour) }), { hours: 1 }), span: 'hour', doubts }
}

const intervals = new Map<number, Interval>()

function monthInterval({ year, month }: EnglishDate): Interval {
  const key = year * 12 + month
  const known = intervals.get(key)
  if (known) return known
  const from = Temporal.PlainDate.from({ year, month, day: 1 }).toZonedDateTime(timeZone)
  const interval = between(from, { months: 1 })
  intervals.set(key, interval)
  return interval
}

/**
 * A trailer states a month and nothing finer: the number behind the month's name is the month again. Where a page
 * prints other numbers they could be days, but nothing on the page says so, and a wrong day is worse than none.
 */
export function publishedIn(date: EnglishDate): ParsedPublished {
  return { ...monthInterval(date), precision: 'month', timeZone, raw: date.words, derived: false }
}

/** `2025-12-12T09:00`, Japan time, for sentences. */
export function stampOf(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}
