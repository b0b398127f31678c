import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyQueryText, withoutPositions } from './arbitrary.ts'
import { condition, topLevel, withCondition, withField, withoutField, withQuotes } from './build.ts'
import { parseQuery } from './parse.ts'

describe('withField', () => {
  it.each([
    ['', 'since:2025'],
    ['日本  #x', '日本  #x since:2025'],
    ['日本  since:2024   #x', '日本  since:2025   #x'],
    ['since:2023 a since:2024', 'since:2025 a'],
    ['a OR b', '(a OR b) since:2025'],
    ['(a OR b)', '(a OR b) since:2025'],
    ['(since:2024) a', 'since:2025 a'],
    ['-since:2024', '-since:2024 since:2025'],
    ['a since:2025', 'a since:2025'],
    ['a "', 'a "'],
  ])('%j becomes %j', (before, after) => {
    expect(withField(before, 'since', ':', '2025')).toBe(after)
  })

  it('replaces another stance to the same target only', () => {
    expect(withField('stance:"日 米"=favor x', 'stance', ':', '日 米', ['against'])).toBe(
      'stance:"日 米"=against x',
    )
    expect(withField('stance:A=favor x', 'stance', ':', 'B', ['none'])).toBe('stance:A=favor x stance:B=none')
  })

  it('keeps a lower and an upper bound together', () => {
    expect(withField('reposts>5', 'reposts', '<', '9')).toBe('reposts>5 reposts<9')
    expect(withField('reposts>5 reposts<9', 'reposts', '>=', '7')).toBe('reposts>=7 reposts<9')
    expect(withField('reposts>5 reposts<9', 'reposts', '=', '7')).toBe('reposts=7')
  })

  it('adds hashtags to hashtags, once each', () => {
    expect(withField('#a', 'hashtag', ':', '#b')).toBe('#a #b')
    expect(withField('#a', 'hashtag', ':', 'a')).toBe('#a')
    expect(withField('', 'topic', ':', '高市 早苗')).toBe('topic:"高市 早苗"')
    expect(withField('topic:x y', 'topic', ':', 'z')).toBe('topic:z y')
  })

  it('leaves a text readable, with the condition in it', () => {
    fc.assert(
      fc.property(anyQueryText, (text) => {
        const before = parseQuery(text)
        const after = withField(text, 'until', ':', '2031-05-06')
        if (!before.ok) {
          expect(after).toBe(text)
          return
        }
        const result = parseQuery(after)
        const values = result.ok
          ? topLevel(result.ast).flatMap((n) => (n.kind === 'field' && n.field === 'until' ? n.value : []))
          : []
        expect(values).toEqual(['2031-05-06'])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('withoutField', () => {
  it.each([
    ['a AND since:2025 AND b', 'a AND b'],
    ['since:2025 AND b', 'b'],
    ['a AND since:2025', 'a'],
    ['a   since:2025   b', 'a   b'],
    ['(since:2025)', ''],
    ['a (since:2025 OR b)', 'a (since:2025 OR b)'],
    ['since:2024 since:2025', ''],
    ['"', '"'],
  ])('%j becomes %j', (before, after) => {
    expect(withoutField(before, 'since')).toBe(after)
  })

  it('can mean one value', () => {
    expect(withoutField('#a #Ｂ c', 'hashtag', '#b')).toBe('#a c')
    expect(withoutField('語 「語」', 'text', '語')).toBe('')
  })

  it('takes nothing else away', () => {
    fc.assert(
      fc.property(anyQueryText, (text) => {
        const before = parseQuery(text)
        const after = parseQuery(withoutField(text, 'until'))
        if (!before.ok) return
        const kept = (node: typeof before.ast) =>
          topLevel(node)
            .filter((item) => item.kind !== 'field' || item.field !== 'until')
            .map(withoutPositions)
        expect(after.ok && kept(after.ast).flat()).toEqual(kept(before.ast).flat())
      }),
      { numRuns: 2000 },
    )
  })
})

describe('condition', () => {
  it('writes words, tags and values so that they are read as they are', () => {
    expect(condition('text', ':', 'or')).toBe('"or"')
    expect(condition('claim', ':', 'C 1', ['a,b'])).toBe('claim:"C 1"="a,b"')
    expect(condition('reposts', '>=', '5')).toBe('reposts>=5')
    expect(['日本', 'a b', 'x=y', 'a、b', '', 'say "x"'].map(withQuotes)).toEqual([
      '日本',
      '"a b"',
      '"x=y"',
      '"a、b"',
      '""',
      '"say \\"x\\""',
    ])
  })
})

describe('one condition more', () => {
  it('stands beside others of its field, is not said twice, and binds to the whole', () => {
    expect(withCondition('topic:a', 'topic:b')).toBe('topic:a topic:b')
    expect(withCondition('#a #b', '#a')).toBe('#a #b')
    expect(withCondition('x OR y', '#a')).toBe('(x OR y) #a')
    expect(withCondition('', '#a')).toBe('#a')
  })
})
