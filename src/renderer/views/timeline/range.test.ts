import { describe, expect, it } from 'vitest'
import { fittingUnit, gapsOf, withRange } from './range.ts'

describe('a range of marks as a query', () => {
  it('takes whole days in', () => {
    const day = { start: '2026-03-03', end: '2026-03-04' }
    expect(withRange('水道', day, day, 'day')).toBe('水道 since:2026-03-03 until:2026-03-03')
    const month = { start: '2026-02-01', end: '2026-03-01' }
    expect(withRange('', month, month, 'month')).toBe('since:2026-02-01 until:2026-02-28')
  })

  it('cuts hours exactly', () => {
    const hour = { start: '2026-03-03T09:00', end: '2026-03-03T10:00' }
    expect(withRange('', hour, hour, 'hour')).toBe('since:2026-03-03T09:00 until:2026-03-03T10:00')
  })

  it('takes the place of an earlier range', () => {
    const day = { start: '2026-03-03', end: '2026-03-04' }
    expect(withRange('a since:2025-01-01 until:2026-01-01 b', day, day, 'day')).toBe(
      'a since:2026-03-03 until:2026-03-03 b',
    )
  })
})

describe('gaps', () => {
  it('are runs of buckets without coverage', () => {
    const covered = [false, true, false, false, true].map((each) => ({ covered: each }))
    expect(gapsOf(covered)).toEqual([
      [0, 0],
      [2, 3],
    ])
    expect(gapsOf([])).toEqual([])
  })
})

describe('the unit', () => {
  it('follows the length of time', () => {
    const day = 86_400_000
    expect(fittingUnit(0, 2 * day)).toBe('hour')
    expect(fittingUnit(0, 30 * day)).toBe('day')
    expect(fittingUnit(0, 400 * day)).toBe('week')
    expect(fittingUnit(0, 4_000 * day)).toBe('month')
    expect(fittingUnit(null, null)).toBe('day')
  })
})
