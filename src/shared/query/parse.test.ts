import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyQuery, anyQueryText, withoutPositions } from './arbitrary.ts'
import { formatQuery } from './format.ts'
import { parseQuery } from './parse.ts'

function canonical(text: string): string {
  const result = parseQuery(text)
  return result.ok ? formatQuery(result.ast) : result.error.code
}

/** Code of the error and the characters it points at. */
function fault(text: string): [string, string] | null {
  const result = parseQuery(text)
  if (result.ok) return null
  const { at, length, code } = result.error
  return [code, text.slice(at, at + length)]
}

describe('parseQuery', () => {
  it('reads every item of the design', () => {
    const text =
      '日米同盟 "exact phrase" -without (a OR b) #hashtag @handle author:NAME topic:"高市 早苗" source:x snapshot:1 stance:TARGET=against claim:C3=denies code:"a b" coder:NAME coded:no since:2025-12-01 until:2025-12-12T18:00 reposts>100 lang:ja has:url has:memo is:reply is:repost duplicate-of:3 import:1 post:1,2'
    expect(canonical(text)).toBe(text)
  })

  it.each([
    ['', ''],
    [' \u3000 ', ''],
    ['Ａ　ＯＲ　Ｂ', 'Ａ OR Ｂ'],
    ['a or b | c || d', 'a OR b OR c OR d'],
    ['a AND b and c', 'a b c'],
    ['a b OR c', '(a b) OR c'],
    ['－除外 −b NOT c', '-除外 -b -c'],
    ['not a', 'not a'],
    ['「引用 文」『二「重」』', '"引用 文" "二「重」"'],
    ['「二「重」」', '"二「重」"'],
    ['“a b” ”c d”', '"a b" "c d"'],
    ['"he said “x”"', '"he said “x”"'],
    ['"a \\" b"', '"a \\" b"'],
    ['ｓｉｎｃｅ：２０２５－１２', 'since:2025-12'],
    ['Has:URL IS:Reply', 'has:url is:reply'],
    ['＃タグ ＠handle', '#タグ @handle'],
    ['#"C++" @"a b"', '#"C++" @"a b"'],
    ['reposts ＞＝ １，０００', 'reposts>=1000'],
    ['likes≦5 views:3 replies:>2', 'likes<=5 views=3 replies>2'],
    ['stance:"a b"＝favor，against、"x,y"', 'stance:"a b"=favor,against,"x,y"'],
    ['高市「台湾有事」発言', '高市 "台湾有事" 発言'],
    ['https://a.jp/x 12:30 e=mc2 速報：x', 'https://a.jp/x 12:30 e=mc2 速報：x'],
    ['<3 ＝LOVE', '"<3" "＝LOVE"'],
    ['((a)) --b', 'a --b'],
    ['post:１、２', 'post:1,2'],
  ])('reads %j as %j', (text, expected) => {
    expect(canonical(text)).toBe(expected)
  })

  it.each([
    ['stanse:x', 'query.unknownField', 'stanse'],
    ['a retweets>100', 'query.unknownField', 'retweets'],
    ['has:link', 'query.unknownChoice', 'link'],
    ['since:2025-13', 'query.badDate', '2025-13'],
    ['reposts>many', 'query.badNumber', 'many'],
    ['post:x', 'query.badId', 'x'],
    ['lang=ja', 'query.colonExpected', '='],
    ['a author: b', 'query.missingValue', 'author:'],
    ['stance:T=a,', 'query.missingValue', 'stance:T=a,'],
    ['a OR', 'query.missingOperand', 'OR'],
    ['| a', 'query.missingOperand', '|'],
    ['a AND OR b', 'query.missingOperand', 'AND'],
    ['(a OR) b', 'query.missingOperand', 'OR'],
    ['NOT', 'query.missingOperand', 'NOT'],
    ['a (  )', 'query.emptyGroup', '(  )'],
    ['b (a', 'query.unclosedGroup', '('],
    ['a) b', 'query.unexpectedClose', ')'],
    [')', 'query.unexpectedClose', ')'],
    ['x 「abc', 'query.unclosedQuote', '「'],
    ['a " "', 'query.emptyQuote', '" "'],
    ['a - b', 'query.nothingToExclude', '-'],
    ['a # b', 'query.emptyHashtag', '#'],
    ['a @', 'query.emptyHandle', '@'],
    ['#日本、', 'query.badHashtag', '、'],
    ['('.repeat(99), 'query.tooDeep', '('],
    ['-'.repeat(5000) + 'a', 'query.tooDeep', '-'],
  ])('%j is %s at %j', (text, code, pointed) => {
    expect(fault(text)).toEqual([code, pointed])
  })

  it('suggests the field that was meant, by another name or a slip', () => {
    const suggestion = (text: string) => {
      const result = parseQuery(text)
      return result.ok ? undefined : result.error.details.suggestion
    }
    expect(['stanse:x', 'from:x', 'dup:3', 'hsa:url', 'constructor:x'].map(suggestion)).toEqual([
      'stance',
      'author',
      'duplicate-of',
      'has',
      null,
    ])
  })

  it('knows where everything stands', () => {
    const text = '𠮷野 (since:2025) stance:T=a,b'
    const result = parseQuery(text)
    if (!result.ok || result.ast.kind !== 'and') throw new Error('expected a group')
    const part = ({ at, length }: { at: number; length: number }) => text.slice(at, at + length)
    expect(result.ast.items.map(part)).toEqual(['𠮷野', '(since:2025)', 'stance:T=a,b'])
    const stance = result.ast.items[2]!
    if (stance.kind !== 'field') throw new Error('expected a field')
    expect([part(stance.valueSpan), ...stance.valueSpans.map(part)]).toEqual(['T', 'a', 'b'])
  })

  it('never throws, and points inside the text', () => {
    fc.assert(
      fc.property(anyQueryText, (text) => {
        const result = parseQuery(text)
        if (result.ok) return
        const { at, length, message, code } = result.error
        expect(at).toBeGreaterThanOrEqual(0)
        expect(length).toBeGreaterThan(0)
        expect(at + length).toBeLessThanOrEqual(text.length)
        expect(message).toMatch(/[.?]$/u)
        expect(code).toMatch(/^query\.[a-zA-Z]+$/u)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('formatQuery', () => {
  it('gives a text that parses to the same tree', () => {
    fc.assert(
      fc.property(anyQuery, (ast) => {
        const result = parseQuery(formatQuery(ast))
        expect(result.ok && withoutPositions(result.ast)).toEqual(withoutPositions(ast))
      }),
      { numRuns: 1500 },
    )
  })

  it('keeps what any text means', () => {
    fc.assert(
      fc.property(anyQueryText, (text) => {
        const first = parseQuery(text)
        if (!first.ok) return
        const second = parseQuery(formatQuery(first.ast))
        expect(second.ok && withoutPositions(second.ast)).toEqual(withoutPositions(first.ast))
      }),
      { numRuns: 3000 },
    )
  })
})
