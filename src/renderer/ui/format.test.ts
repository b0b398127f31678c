import { describe, expect, it } from 'vitest'
import { formatBytes, formatInstant, formatNumber, formatStamp, zoneOffset } from './format.ts'

describe('format', () => {
  const noon = Date.UTC(2025, 11, 12, 3)

  it('writes instants in the zone asked for', () => {
    expect(formatInstant(noon, 'Asia/Tokyo', 'ja')).toBe('2025年12月12日 12:00')
    expect(formatInstant(noon, 'UTC', 'en')).toBe('12 Dec 2025, 03:00')
    expect(zoneOffset('Asia/Tokyo', noon, 'en')).toBe('GMT+9')
  })

  it('never makes a stamp finer than it is', () => {
    expect(formatStamp('2025-12', 'ja')).toBe('2025年12月')
    expect(formatStamp('2025-12-12', 'en')).toBe('12 Dec 2025')
    expect(formatStamp('2025-12-12T09:00', 'ja')).toBe('2025年12月12日 09:00')
    expect(formatStamp('whenever', 'en')).toBe('whenever')
  })

  it('tells unknown from zero', () => {
    expect(formatNumber(null, 'en')).toBe('–')
    expect(formatNumber(0, 'en')).toBe('0')
    expect(formatNumber(12345, 'ja')).toBe('12,345')
    expect(formatBytes(1_234_567, 'en')).toBe('1.2 MB')
  })
})
