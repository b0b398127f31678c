import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RontenError } from '../../../shared/errors.ts'
import { anyQueryText } from '../../../shared/query/arbitrary.ts'
import { formatQuery } from '../../../shared/query/format.ts'
import { parseQuery } from '../../../shared/query/parse.ts'
import { compileFilter } from './filter.ts'
import { addTopic, emptyCorpus, jst, sampleCorpus } from './filter.fixture.ts'
import { namesOf } from './names.ts'

const db = sampleCorpus()
const options = { timeZone: 'Asia/Tokyo', nowMs: jst(12, 12), names: namesOf(db) }

function find(query: string, corpus = db): number[] {
  const { sql, params } = compileFilter(query, { ...options, names: namesOf(corpus) })
  const statement = corpus.prepare(
    `SELECT id FROM post WHERE post.observation_count > 0 AND (${sql}) ORDER BY id`,
  )
  return (statement.all(...params) as { id: number }[]).map(({ id }) => id)
}

function fault(query: string): { code: string; pointed: string; details: RontenError['details'] } {
  try {
    compileFilter(query, options)
  } catch (error) {
    if (!(error instanceof RontenError)) throw error
    const { at, length } = error.details as { at: number; length: number }
    return { code: error.code, pointed: query.slice(at, at + length), details: error.details }
  }
  throw new Error(`${query} compiled`)
}

const everything = [1, 2, 3, 4, 5, 6]

describe('compileFilter', () => {
  it.each<[string, number[]]>([
    ['', everything],
    // Text
    ['日米同盟', [1]],
    ['盟', [1]],
    ['日', [1, 2]],
    ['日本', [2]],
    ['倭国', [2]],
    ['abc', [4]],
    ['ガンバレ', [4]],
    ['%', [4]],
    ['PEACE', [1, 5, 6]],
    ['"peace talks"', [5, 6]],
    ['"“now” or"', [5, 6]],
    ['peace -#peace', [5, 6]],
    ['日 外交', [2]],
    ['日米同盟 OR 外交 OR 違う', [1, 2, 3]],
    ['(日 OR 違) -外交', [1, 3]],
    ['-日', [3, 4, 5, 6]],
    ['--日', [1, 2]],
    // Tags and people
    ['#peace', [1]],
    ['＃ＰＥＡＣＥ', [1]],
    ['#無い', []],
    ['@taro_y', [1, 3]],
    ['＠ＴＡＲＯ＿Ｙ', [1, 3]],
    ['author:TARO_Y', [1]],
    ['author:@taro_y', [1]],
    ['author:"山田　太郎"', [1]],
    ['author:b子', [3]],
    ['author:nobody', []],
    // Provenance
    ['topic:日米同盟', [1, 2, 3, 4, 5]],
    ['snapshot:日米同盟', [1, 2, 3, 4, 5]],
    ['snapshot:平和', []],
    ['snapshot:2', [6]],
    ['snapshot:1,2', everything],
    ['snapshot:3', []],
    ['source:TREND-PAGE', [1, 2, 3, 4, 5]],
    ['source:"page 1.txt"', [1, 2, 3, 4, 5]],
    ['source:csv', [6]],
    ['import:2', [6]],
    ['import:3', []],
    ['post:2,4', [2, 4]],
    ['duplicate-of:5', [5, 6]],
    ['duplicate-of:1', [1]],
    // Topics of the analyst
    ['topic:安全保障', [1, 2]],
    ['topic:会談', [5, 6]],
    ['-topic:会談', [1, 2, 3, 4]],
    ['topic:平和', [1, 5, 6]],
    // Coding
    ['stance:日米同盟', [1, 2, 3]],
    ['stance:日米同盟=favor', [1]],
    ['stance:日米同盟=Against', [1, 2]],
    ['stance:日米同盟=favor,unclear', [1, 3]],
    ['stance:日米同盟=none', []],
    ['claim:c1=denies', [4]],
    ['claim:C1=supports', []],
    ['code:安全', [5]],
    ['code:基地=present', [5]],
    ['code:C1', [4]],
    ['coder:ken', [1, 4]],
    ['coder:"佐藤　花"', [1, 2, 3, 5]],
    ['coded:yes', [1, 2, 3, 4, 5]],
    ['coded:no', [6]],
    ['-coded:no', [1, 2, 3, 4, 5]],
    // Time, in Tokyo
    ['since:2025-12-12', [2, 3, 4]],
    ['until:2025-12-12', [1, 2, 3, 6]],
    ['until:2025-12-12T18:00', [1, 2, 6]],
    ['since:2025-12-12T18:00 until:2025-12-12', [3]],
    ['since:today until:today', [2, 3]],
    ['until:yesterday', [1, 6]],
    ['since:last-week until:last-week', [6]],
    ['since:2025-12 until:2025', [1, 2, 3, 4, 6]],
    ['-since:2025', [5]],
    // Numbers; unknown is not 0
    ['reposts>100', [1]],
    ['reposts>=100', [1, 2]],
    ['reposts<100', [4]],
    ['reposts=5', [4]],
    ['-reposts>=100', [3, 4, 5, 6]],
    ['likes<=50', [2, 6]],
    ['likes>50', []],
    ['views>6999', [6]],
    ['replies<1', []],
    ['rank<=2', [1, 2, 6]],
    ['observations>1', [6]],
    // Kinds
    ['lang:JA', [4]],
    ['lang:zh', [3]],
    ['lang:und', [1, 2, 5, 6]],
    ['-lang:ja', [1, 2, 3, 5, 6]],
    ['has:url', [2, 6]],
    ['has:memo', [2]],
    ['has:hashtag', [1]],
    ['has:mention', [3]],
    ['has:coding', [1, 2, 3, 4, 5]],
    ['has:date', [5]],
    ['is:reply', [3]],
    ['is:repost', [4]],
    ['is:withdrawn', [5]],
    ['is:cut', [5]],
    ['(stance:日米同盟=against reposts>120) OR is:reply', [1, 3]],
  ])('%s', (query, ids) => {
    expect(find(query)).toEqual(ids)
  })

  it.each([
    ['a (b', 'query.unclosedGroup', '('],
    ['x topic:無い', 'query.unknownTopic', '無い'],
    ['stance:"日米同名"', 'query.unknownTarget', '"日米同名"'],
    ['stance:旧', 'query.unknownTarget', '旧'],
    ['stance:日米同盟=favor,agianst', 'query.unknownValue', 'agianst'],
    ['claim:C9', 'query.unknownClaim', 'C9'],
    ['code:C9', 'query.unknownCode', 'C9'],
    ['coder:kne', 'query.unknownCoder', 'kne'],
    ['source:nowhere', 'query.unknownSource', 'nowhere'],
    ['snapshot:無い', 'query.unknownTopic', '無い'],
    ['snapshot:1,99', 'query.unknownId', '1,99'],
    ['post:99', 'query.unknownId', '99'],
    ['a topic:輪一', 'query.topicCycle', '輪一'],
    ['a topic:壊れ', 'query.topicProblem', '壊れ'],
  ])('%s is %s', (query, code, pointed) => {
    expect(fault(query)).toMatchObject({ code, pointed })
  })

  it('says what there is and what was meant', () => {
    expect(fault('stance:日米同名').details).toMatchObject({ known: '日米同盟', suggestion: '日米同盟' })
    expect(fault('stance:日米同盟=agianst').details).toMatchObject({ suggestion: 'against' })
    expect(fault('topic:輪一').details).toMatchObject({ cycle: '輪一 → 輪二 → 輪一' })
    expect(fault('topic:壊れ').details.reason).toContain('“無い”')
  })

  it('parts the corpus in two by any condition and its contrary', () => {
    fc.assert(
      fc.property(anyQueryText, (text) => {
        const parsed = parseQuery(text)
        if (!parsed.ok) return
        let found: number[]
        try {
          found = find(text)
        } catch (error) {
          if (error instanceof RontenError) return
          throw error
        }
        if (formatQuery(parsed.ast) === '') return
        const rest = find(`-(${text})`)
        expect([...found, ...rest].toSorted((a, b) => a - b)).toEqual(everything)
      }),
      { numRuns: 1500 },
    )
  })

  it('takes thousands of words, and refuses topics that multiply without end', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `w${i}`)
    expect(find([...many, '外交'].join(' OR '))).toEqual([2])
    expect(find([...many.slice(0, 900).map((word) => `-#${word}`), '外交'].join(' '))).toEqual([2])
    const corpus = emptyCorpus()
    for (let i = 0; i < 20; i++) addTopic(corpus, `t${i}`, `topic:t${i + 1} OR -topic:t${i + 1}`)
    addTopic(corpus, 't20', 'a')
    expect(() => find('topic:t0', corpus)).toThrow(/too long/u)
  })

  it('answers nested words as deep as they may be written', () => {
    const nested = Array.from({ length: 55 }).reduce<string>(
      (inner, _, i) => (i % 2 ? `(a ${inner})` : `(外交 OR ${inner})`),
      '#x',
    )
    const words = nested.replace('#x', 'zzz')
    expect(find(nested)).toEqual(find(words))
    expect(find('-('.repeat(29) + '外交' + ')'.repeat(29))).toEqual([1, 3, 4, 5, 6])
  })

  it('never puts what was typed into SQL', () => {
    const typed = `author:"x' OR 1=1" lang:"'; DROP" #"q'q" @"h'h" "t'*t" reposts>7 since:2025`
    expect(compileFilter(typed, options).sql).not.toMatch(/x'|DROP|q'q|h'h|t'\*t|7|2025/u)
    expect(find(typed)).toEqual([])
  })
})
