/**
 * Dates as people write them, read as intervals of time: `2025`, `2025-12`, `2025-12-12`, `2025-12-12T18:00`,
 * `2025年12月12日 18時`, `today`, `last-week`, `先週`. Everything is half-open and in one given time zone.
 */
import { Temporal } from 'temporal-polyfill'

export type InstantPrecision =
  | 'year'
  | 'month'
  | 'week'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'

export interface NamedInterval {
  /** Unix milliseconds, `[fromMs, untilMs)`. */
  fromMs: number
  untilMs: number
  precision: InstantPrecision
  /** Local start in the time zone: `2025-12-08` for days and longer, else `2025-12-12T18:00`. */
  first: string
  /** Local last day, inclusive: `2025-12-14`; the same as `first` for hours and shorter. */
  last: string
}

export interface InstantContext {
  /** IANA time zone. */
  timeZone: string
  /** Unix milliseconds: what `today` is measured from. */
  nowMs: number
}

type Unit = 'day' | 'week' | 'month' | 'year'

/** How many units back from now; weeks begin on Monday (ISO 8601). */
const words: Record<string, [Unit, number]> = {
  today: ['day', 0],
  今日: ['day', 0],
  本日: ['day', 0],
  yesterday: ['day', 1],
  昨日: ['day', 1],
  'this-week': ['week', 0],
  今週: ['week', 0],
  'last-week': ['week', 1],
  先週: ['week', 1],
  'this-month': ['month', 0],
  今月: ['month', 0],
  'last-month': ['month', 1],
  先月: ['month', 1],
  'this-year': ['year', 0],
  今年: ['year', 0],
  'last-year': ['year', 1],
  去年: ['year', 1],
  昨年: ['year', 1],
}

/** The words that `parseInstant` knows, English ones first, for help texts and completion. */
export const instantWords: readonly string[] = Object.keys(words).sort(
  (a, b) => Number(a > '~') - Number(b > '~'),
)

const written =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/** `2025年12月12日 18時30分` and `2025/12/12` become what `written` reads. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/(\d)年\s*(?=\d)/u, '$1-')
    .replace(/(\d)月\s*(?=\d)/u, '$1-')
    .replace(/(\d)日\s*(?=\d)/u, '$1 ')
    .replace(/(\d)時\s*(?=\d)/u, '$1:')
    .replace(/(\d)[年月日時分]$/u, '$1')
    .replace(/^(\d{4})\/(\d{1,2})(?:\/(?=\d))?/u, (_, year, month) => `${year}-${month}-`)
    .replace(/-$/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/(\d)t(\d)/u, '$1T$2')
    .replace(/z$/u, 'Z')
}

/** `null` where the text is no date that exists. Never throws for a text; throws RangeError for an unknown zone. */
export function parseInstant(text: string, context: InstantContext): NamedInterval | null {
  const word = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-')
  const relative = Object.hasOwn(words, word) ? words[word] : undefined
  if (relative) return relativeInterval(relative[0], relative[1], context)
  const match = written.exec(plain(text))
  if (!match) return null
  const [, year, month, day, hour] = match
  if (year === '0000') return null
  try {
    if (hour !== undefined) return timedInterval(match, context.timeZone)
    const start = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) },
      { overflow: 'reject' },
    )
    return dayInterval(start, day ? 'day' : month ? 'month' : 'year', context.timeZone)
  } catch (error) {
    if (error instanceof RangeError && isTimeZone(context.timeZone)) return null
    throw error
  }
}

function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.PlainDate.from('2025-01-01').toZonedDateTime(timeZone)
    return true
  } catch {
    return false
  }
}

function relativeInterval(unit: Unit, back: number, { timeZone, nowMs }: InstantContext): NamedInterval {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone).toPlainDate()
  const starts: Record<Unit, Temporal.PlainDate> = {
    day: today,
    week: today.subtract({ days: today.dayOfWeek - 1 }),
    month: today.with({ day: 1 }),
    year: today.with({ month: 1, day: 1 }),
  }
  return dayInterval(starts[unit].subtract({ [`${unit}s`]: back }), unit, timeZone)
}

function dayInterval(start: Temporal.PlainDate, unit: Unit, timeZone: string): NamedInterval {
  const end = start.add({ [`${unit}s`]: 1 })
  return {
    fromMs: start.toZonedDateTime(timeZone).epochMilliseconds,
    untilMs: end.toZonedDateTime(timeZone).epochMilliseconds,
    precision: unit,
    first: start.toString(),
    last: end.subtract({ days: 1 }).toString(),
  }
}

/** A local time that a clock change skips or doubles is read as `compatible` of RFC 5545: later, or the first. */
function timedInterval(match: RegExpExecArray, timeZone: string): NamedInterval {
  const [, year, month, day, hour, minute, second, fraction, offset] = match
  const precision = fraction ? 'millisecond' : second ? 'second' : minute ? 'minute' : 'hour'
  const local = Temporal.PlainDateTime.from(
    {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      millisecond: Number((fraction ?? '0').padEnd(3, '0')),
    },
    { overflow: 'reject' },
  )
  const instant = offset
    ? Temporal.Instant.from(`${local.toString()}${offset}`)
    : local.toZonedDateTime(timeZone).toInstant()
  const fromMs = instant.epochMilliseconds
  const lengthMs = { millisecond: 1, second: 1_000, minute: 60_000, hour: 3_600_000 }[precision]
  const shown = instant
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString(
      precision === 'second'
        ? { smallestUnit: 'second' }
        : { smallestUnit: precision === 'millisecond' ? 'millisecond' : 'minute' },
    )
  return { fromMs, untilMs: fromMs + lengthMs, precision, first: shown, last: shown }
}
