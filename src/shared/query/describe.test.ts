import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyQuery } from './arbitrary.ts'
import { describeQuery, type Phrase } from './describe.ts'
import { parseQuery } from './parse.ts'

const context = { timeZone: 'Asia/Tokyo', nowMs: Date.UTC(2025, 11, 12, 3) }

function words(text: string): Phrase[] {
  const result = parseQuery(text)
  if (!result.ok) throw new Error(result.error.message)
  return describeQuery(result.ast, context)
}

describe('describeQuery', () => {
  it('says that nothing is left out', () => {
    expect(words('')).toEqual([{ key: 'query.everything', values: {} }])
  })

  it('lists what must hold, alternatives nested', () => {
    expect(words('日本 (#a OR -「b c」) -(stance:T=favor,none x)')).toEqual([
      { key: 'query.text', values: { word: '日本' } },
      {
        key: 'query.any',
        values: {},
        items: [
          { key: 'query.hashtag', values: { hashtag: 'a' } },
          { key: 'query.notPhrase', values: { phrase: 'b c' } },
        ],
      },
      {
        key: 'query.not',
        values: {},
        items: [
          {
            key: 'query.all',
            values: {},
            items: [
              { key: 'query.stanceValue', values: { name: 'T', values: ['favor', 'none'] } },
              { key: 'query.text', values: { word: 'x' } },
            ],
          },
        ],
      },
    ])
  })

  it('tells dates as the days they mean', () => {
    expect(words('since:last-week until:2025-12 until:2025-12-12T18')).toEqual([
      { key: 'query.since', values: { date: '2025-12-01' } },
      { key: 'query.until', values: { date: '2025-12-31' } },
      { key: 'query.before', values: { date: '2025-12-12T18:00' } },
    ])
  })

  it('names metrics inside their comparison', () => {
    expect(words('reposts>=5 -has:url -coded:yes')).toEqual([
      { key: 'query.atLeast', values: { number: 5 }, items: [{ key: 'query.metric.reposts', values: {} }] },
      { key: 'query.notHasUrl', values: {} },
      { key: 'query.codedNo', values: {} },
    ])
  })

  it('has words for every query', () => {
    fc.assert(
      fc.property(anyQuery, (ast) =>
        describeQuery(ast, context).every(({ key }) => key.startsWith('query.')),
      ),
    )
  })
})
