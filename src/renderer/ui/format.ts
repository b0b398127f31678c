/** Numbers, dates and lists as the interface's language writes them. The time zone is always said by the caller. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Day before month and the 24-hour clock: what researchers of either language expect. */
const locales: Record<string, string> = { en: 'en-GB', ja: 'ja-JP' }

export function localeOf(language: string): string {
  return locales[language] ?? language
}

export type DateStyle = 'month' | 'day' | 'minute' | 'second'

const dateParts: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  month: { year: 'numeric', month: 'short' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  minute: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  second: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
}

const cache = new Map<string, Intl.DateTimeFormat>()

/** An instant (Unix ms) in a time zone: `12 Dec 2025, 09:00`, `2025年12月12日 09:00`. */
export function formatInstant(
  ms: number,
  timeZone: string,
  language: string,
  style: DateStyle = 'minute',
): string {
  const key = `${language} ${timeZone} ${style}`
  let format = cache.get(key)
  if (!format)
    cache.set(key, (format = new Intl.DateTimeFormat(localeOf(language), { ...dateParts[style], timeZone })))
  return format.format(ms)
}

/** A local stamp as the corpus writes it, never finer than it is: `2025-12`, `2025-12-12`, `2025-12-12T09:00`. */
export function formatStamp(stamp: string, language: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?)?/.exec(stamp)
  if (!match) return stamp
  const [, year, month, day, hour, minute, second] = match
  const ms = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  )
  const style = second ? 'second' : hour ? 'minute' : day ? 'day' : 'month'
  return formatInstant(ms, 'UTC', language, style)
}

export function formatNumber(
  value: number | null | undefined,
  language: string,
  options: Intl.NumberFormatOptions = {},
): string {
  return value === null || value === undefined
    ? '–'
    : new Intl.NumberFormat(localeOf(language), options).format(value)
}

/** `GMT+9` for the zone, at an instant: daylight saving time moves it. */
export function zoneOffset(timeZone: string, atMs: number, language: string): string {
  const parts = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    timeZoneName: 'shortOffset',
  }).formatToParts(atMs)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

/** The same, bound to the language of the interface. Unknown numbers are `–`, never 0. */
export function useFormat() {
  const { i18n } = useTranslation()
  const { language } = i18n
  return useMemo(
    () => ({
      language,
      locale: localeOf(language),
      number: (value: number | null | undefined, options?: Intl.NumberFormatOptions) =>
        formatNumber(value, language, options),
      percent: (share: number | null | undefined, digits = 0) =>
        formatNumber(share, language, { style: 'percent', maximumFractionDigits: digits }),
      date: (ms: number, timeZone: string, style?: DateStyle) => formatInstant(ms, timeZone, language, style),
      stamp: (stamp: string) => formatStamp(stamp, language),
      bytes: (count: number) => formatBytes(count, language),
      list: (items: string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
        new Intl.ListFormat(localeOf(language), { type }).format(items),
    }),
    [language],
  )
}

export function formatBytes(count: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3))
  const options = {
    style: 'unit',
    unit: units[step]!,
    unitDisplay: step ? 'short' : 'long',
    maximumFractionDigits: 1,
  } as const
  return formatNumber(count / 1000 ** step, language, options)
}
