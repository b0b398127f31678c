import { describe, expect, it } from 'vitest'
import { standardValues, type Code, type CodeKind, type Coding } from '../../../shared/model.ts'
import { directKeys, hintOf, neighbour } from './key-scheme.ts'
import { completesPost, findClaims, nextValue, ownCodings } from './rules.ts'

function code(id: number, kind: CodeKind, shortName: string, name = shortName): Code {
  const rest = { guid: String(id), parentId: null, definition: '', codingCount: 0 }
  return { id, kind, shortName, name, values: [...standardValues[kind]], ...rest }
}

function coding(codeId: number, value: string, coder = 'Anna', endedAtMs: number | null = null): Coding {
  const rest = {
    id: codeId,
    postId: 1,
    kind: 'target',
    code: '',
    codeName: '',
    codedAtMs: 0,
    memo: '',
  } as const
  return { ...rest, codeId, value, coder, endedAtMs, confidence: null }
}

const codes = [
  code(1, 'target', '民営化'),
  code(2, 'target', '値上げ'),
  code(3, 'claim', 'C1', '料金は倍になる'),
  code(4, 'claim', 'C11', 'ＣＭが多すぎる'),
  code(5, 'theme', '体験'),
]

describe('keys', () => {
  it('follow the order of the codebook', () => {
    const keys = directKeys(codes)
    expect(keys.get(1)).toEqual(['q', 'w', 'e', 'r'])
    expect(keys.get(2)).toEqual(['a', 's', 'd', 'f'])
    expect(keys.get(3)).toBeUndefined()
    expect(keys.get(5)).toEqual(['5'])
  })

  it('run out after three targets and five themes', () => {
    const many = [1, 2, 3, 4].map((id) => code(id, 'target', `t${id}`))
    expect(directKeys(many).get(4)).toEqual([undefined, undefined, undefined, undefined])
    const themes = [1, 2, 3, 4, 5, 6].map((id) => code(id, 'theme', `t${id}`))
    expect(directKeys(themes).get(5)).toEqual(['9'])
    expect(directKeys(themes).get(6)).toEqual([undefined])
  })

  it('stand on the buttons: the own one always, the number while the row is marked', () => {
    expect(hintOf(['q'], 0, true)).toBe('q')
    expect(hintOf(undefined, 1, true)).toBe('2')
    expect(hintOf(undefined, 1, false)).toBeUndefined()
    expect(hintOf(undefined, 4, true)).toBeUndefined()
  })

  it('move the mark, and stop at the ends', () => {
    expect(neighbour(codes, 1, 1)).toBe(2)
    expect(neighbour(codes, 1, -1)).toBe(1)
    expect(neighbour(codes, 5, 1)).toBe(5)
    expect(neighbour([], null, 1)).toBeNull()
  })
})

describe('decisions', () => {
  it('are this coder’s, and standing', () => {
    const all = [coding(1, 'favor'), coding(1, 'against', 'Ben'), coding(2, 'none', 'Anna', 5)]
    expect(ownCodings(all, 'Anna').map(({ value }) => value)).toEqual(['favor'])
    expect(ownCodings(all, null)).toEqual([])
  })

  it('are taken back by the same value', () => {
    expect(nextValue([coding(1, 'favor')], 1, 'favor')).toBeNull()
    expect(nextValue([coding(1, 'favor')], 1, 'against')).toBe('against')
    expect(nextValue([coding(1, 'favor')], 2, 'favor')).toBe('favor')
  })

  it('complete a post with the last stance that was missing, once', () => {
    const [first, both] = [[coding(1, 'favor')], [coding(1, 'favor'), coding(2, 'none')]]
    expect(completesPost(codes, [], first)).toBe(false)
    expect(completesPost(codes, first, both)).toBe(true)
    expect(completesPost(codes, both, both)).toBe(false)
    expect(completesPost(codes.slice(2), [], [])).toBe(false)
  })
})

describe('finding a claim', () => {
  const found = (typed: string) => findClaims(codes, typed).map(({ shortName }) => shortName)

  it('reads numbers and words, whatever their width or case', () => {
    expect(found('')).toEqual(['C1', 'C11'])
    expect(found('ｃ１')).toEqual(['C1', 'C11'])
    expect(found('料金')).toEqual(['C1'])
    expect(found('cm')).toEqual(['C11'])
    expect(found('体験')).toEqual([])
  })
})
