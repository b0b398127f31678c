import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowOffsets } from './row-offsets.ts'

describe('RowOffsets', () => {
  it('finds tops and rows as plain addition does', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 30_000 }), (heights, point) => {
        const rows = new RowOffsets(heights.length, 50)
        heights.forEach((height, i) => i % 3 === 0 || rows.setHeight(i, height))
        const actual = heights.map((_, i) => rows.heightOf(i))
        let top = 0
        let at = heights.length - 1
        actual.forEach((height, i) => {
          expect(rows.topOf(i)).toBe(top)
          if (point >= top && point < top + height) at = i
          top += height
        })
        expect(rows.total).toBe(top)
        expect(rows.rowAt(point)).toBe(at)
      }),
    )
  })

  it('holds a million rows', () => {
    const rows = new RowOffsets(1_000_000, 80)
    rows.setHeight(500_000, 200)
    expect(rows.total).toBe(80_000_120)
    expect(rows.rowAt(80_000_119)).toBe(999_999)
  })
})
