import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markParts } from './mark-parts.ts'

describe('markParts', () => {
  it('joins ranges that overlap or touch', () => {
    const parts = markParts('日米同盟は大切', [
      { start: 2, end: 4 },
      { start: 0, end: 2 },
      { start: 5, end: 99 },
    ])
    expect(parts.map((part) => [part.text, part.marked])).toEqual([
      ['日米同盟', true],
      ['は', false],
      ['大切', true],
    ])
  })

  it('never loses or doubles a letter', () => {
    const range = fc.record({
      start: fc.integer({ min: -3, max: 30 }),
      end: fc.integer({ min: -3, max: 30 }),
    })
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), fc.array(range), (text, ranges) => {
        expect(
          markParts(text, ranges)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
