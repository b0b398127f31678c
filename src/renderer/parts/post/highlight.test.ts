import { describe, expect, it } from 'vitest'
import { fold } from '../../../shared/text/fold.ts'
import { foldWithOffsets, rangesOf, termsOf } from './highlight.ts'

const marked = (query: string, text: string) =>
  rangesOf(text, termsOf(query)).map(({ start, end }) => text.slice(start, end))

describe('foldWithOffsets', () => {
  it.each(['倭国の外交', 'ＡＢＣ ｶﾞｲｺｳ ㈱', 'Straße ﬁn', 'か\u3099く', '👨‍👩‍👧 ok', '', '倭国倭国'])(
    'folds %j as the search does',
    (text) => {
      const { folded, starts, ends } = foldWithOffsets(text)
      expect(folded).toBe(fold(text))
      expect([starts.length, ends.length]).toEqual([folded.length, folded.length])
    },
  )

  it('makes white space one space', () => {
    expect(foldWithOffsets('a \u3000\n b').folded).toBe('a b')
  })
})

describe('rangesOf', () => {
  it('marks words in the text as shown', () => {
    expect(marked('日米同盟 外交', '日米同盟と外交')).toEqual(['日米同盟', '外交'])
  })
  it('sees through width and case', () => {
    expect(marked('ガイコウ abc', 'ｶﾞｲｺｳのＡＢＣ')).toEqual(['ｶﾞｲｺｳ', 'ＡＢＣ'])
    expect(marked('株', '㈱論点')).toEqual(['㈱'])
  })
  it('marks 倭国 where 日本 is sought, and the other way round', () => {
    expect(marked('日本', '倭国と日本')).toEqual(['倭国', '日本'])
    expect(marked('倭国', '日本')).toEqual(['日本'])
    expect(marked('本の', '倭国の外交')).toEqual(['倭国の'])
  })
  it('marks phrases across line breaks', () => {
    expect(marked('"a b"', 'x a\n b y')).toEqual(['a\n b'])
  })
  it('marks whole hashtags and handles only', () => {
    expect(marked('#外交', '＃外交 #外交問題 外交')).toEqual(['＃外交'])
    expect(marked('@abc', '@ABC @abcd')).toEqual(['@ABC'])
  })
  it('marks alternatives, never what is excluded or a field', () => {
    expect(marked('a OR b -c since:2025-12-01', 'a b c 2025')).toEqual(['a', 'b'])
  })
  it('marks nothing for a filter that cannot be read', () => {
    expect(marked('(a', 'a')).toEqual([])
    expect(marked('', 'a')).toEqual([])
  })
  it('never splits an emoji', () => {
    expect(marked('ok', '👨‍👩‍👧ok')).toEqual(['ok'])
  })
  it('gives up marking at the end of an endless text', () => {
    expect(rangesOf('a'.repeat(50_000), termsOf('"aaa"')).length).toBeLessThan(20_001)
  })
})
