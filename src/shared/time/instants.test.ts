import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantWords, parseInstant } from './instants.ts'

/** Friday 12 December 2025, 23:30 in Tokyo; still 12 December in UTC. */
const nowMs = Date.UTC(2025, 11, 12, 14, 30)
const tokyo = { timeZone: 'Asia/Tokyo', nowMs }
const utc = (...parts: Parameters<typeof Date.UTC>) => Date.UTC(...parts)

describe('parseInstant', () => {
  it('reads a date as the whole day of its zone', () => {
    expect(parseInstant('2025-12-12', tokyo)).toEqual({
      fromMs: utc(2025, 11, 11, 15),
      untilMs: utc(2025, 11, 12, 15),
      precision: 'day',
      first: '2025-12-12',
      last: '2025-12-12',
    })
  })

  it('reads months, years and times', () => {
    expect(parseInstant('2025-02', tokyo)).toMatchObject({ precision: 'month', last: '2025-02-28' })
    expect(parseInstant('2024', tokyo)).toMatchObject({ first: '2024-01-01', last: '2024-12-31' })
    expect(parseInstant('2025-12-12T18', tokyo)).toMatchObject({
      fromMs: utc(2025, 11, 12, 9),
      untilMs: utc(2025, 11, 12, 10),
      precision: 'hour',
      first: '2025-12-12T18:00',
    })
    expect(parseInstant('2025-12-12T18:05:07.25', tokyo)).toMatchObject({
      precision: 'millisecond',
      fromMs: utc(2025, 11, 12, 9, 5, 7, 250),
    })
  })

  it('takes an offset at its word and tells it in the zone', () => {
    expect(parseInstant('2025-12-12T18:00Z', tokyo)).toMatchObject({
      fromMs: utc(2025, 11, 12, 18),
      first: '2025-12-13T03:00',
    })
    expect(parseInstant('2025-12-12 18:00-0500', tokyo)?.fromMs).toBe(utc(2025, 11, 12, 23))
  })

  it.each([
    ['2025年12月12日', '2025-12-12'],
    ['２０２５／１２／１', '2025-12-01'],
    ['2025/12', '2025-12-01'],
    ['2025年12月', '2025-12-01'],
    ['2025年', '2025-01-01'],
    ['2025年12月12日18時', '2025-12-12T18:00'],
    ['2025年12月12日 18時30分', '2025-12-12T18:30'],
    ['2025-12-12 18:30', '2025-12-12T18:30'],
  ])('reads %s', (text, first) => {
    expect(parseInstant(text, tokyo)?.first).toBe(first)
  })

  it.each([
    ['today', '2025-12-12', '2025-12-12'],
    ['昨日', '2025-12-11', '2025-12-11'],
    ['this-week', '2025-12-08', '2025-12-14'],
    ['Last week', '2025-12-01', '2025-12-07'],
    ['先月', '2025-11-01', '2025-11-30'],
    ['last_year', '2024-01-01', '2024-12-31'],
  ])('reads %s from now', (word, first, last) => {
    expect(parseInstant(word, tokyo)).toMatchObject({ first, last })
  })

  it('measures today in the zone, not in UTC', () => {
    const late = { timeZone: 'Asia/Tokyo', nowMs: utc(2025, 11, 12, 15) }
    expect(parseInstant('today', late)?.first).toBe('2025-12-13')
  })

  it('gives days of 23 and 25 hours their length', () => {
    const berlin = { timeZone: 'Europe/Berlin', nowMs }
    const hours = (text: string) => {
      const day = parseInstant(text, berlin)!
      return (day.untilMs - day.fromMs) / 3_600_000
    }
    expect([hours('2025-03-30'), hours('2025-10-26'), hours('2025-10-27')]).toEqual([23, 25, 24])
  })

  it.each(['', '2025-13', '2025-02-29', '2025-12-12T24:00', '12', 'soon', '0000', 'constructor', '2025-12-'])(
    'says null for %j',
    (text) => {
      expect(parseInstant(text === '2025-12-' ? '2025-12--1' : text, tokyo)).toBeNull()
    },
  )

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9\-T:年月日Z+]{0,20}$/)),
        (text) => {
          const interval = parseInstant(text, tokyo)
          expect(interval === null || interval.fromMs < interval.untilMs).toBe(true)
        },
      ),
    )
    expect(instantWords.every((word) => parseInstant(word, tokyo))).toBe(true)
  })
})
