import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../shared/query/parse.ts'
import { seriesCondition, withSeries } from './drill.ts'

describe('the posts behind a series', () => {
  it.each([
    ['none', 'all', 'all', ''],
    ['stance:水道 民営化', 'favor', 'favor', 'stance:"水道 民営化"=favor'],
    ['stance:民営化', 'uncoded', 'uncoded', '-stance:民営化'],
    ['claim:C1', 'denies', 'denies', 'claim:C1=denies'],
    ['claim', '12', 'C1', 'claim:C1'],
    ['hashtag', '3', '#水道', '#水道'],
    ['topic', '4', '料金', 'topic:料金'],
    ['source', '水道', '水道', 'snapshot:水道'],
  ])('%s, %s', (series, key, label, expected) => {
    expect(seriesCondition(series, key, label)).toBe(expected)
    expect(parseQuery(withSeries('a OR b', series, key, label)).ok).toBe(true)
  })
})
