/** Ways in which a corpus was once broken, or nearly. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everything, openWorkbench, trendPage } from './workbench.ts'

const page = (...texts: string[]) =>
  trendPage({ when: '2026.03.03 09:00', posts: texts.map((text) => ({ text })) })

describe('check', () => {
  it('finds a post by its own words wherever folding changes their length', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', {
      pasted: page('12345678901倭国の話', 'ｶﾞｷﾞｸﾞｹﾞｺﾞｶﾞｷﾞ', 'が'.normalize('NFD').repeat(12)),
    })
    expect(await bench.call('corpus.check', {})).toEqual({ ok: true, problems: [] })
  })
})

describe('an import', () => {
  it('says what it could not list or read, and reads the rest', async () => {
    const bench = openWorkbench()
    const folder = join(bench.folder, 'in')
    mkdirSync(folder)
    writeFileSync(join(folder, 'good.txt'), page('良い投稿'))
    execFileSync('mkfifo', [join(bench.folder, 'pipe')])
    const { files } = await bench.call('imports.run', { files: [join(bench.folder, 'pipe'), folder] })
    expect(files.map((file) => [file.name, file.status])).toEqual([
      ['pipe', 'unreadable'],
      ['good.txt', 'imported'],
    ])
  })
})

describe('an undone import', () => {
  it('says nothing more of a post that another page shows later', async () => {
    const bench = openWorkbench()
    const of = (text: string, month: string) =>
      trendPage({ when: '2026.03.03 09:00', month, posts: [{ text }] })
    await bench.call('imports.run', { pasted: of('同じ投稿 https://t.co/abcdefghij', 'March 3, 2025') })
    await bench.call('imports.setUndone', { id: 1, undone: true })
    await bench.call('imports.run', { pasted: of('同じ 投稿', 'March 3, 2026') })
    const post = await bench.call('posts.get', { id: 1 })
    expect(post).toMatchObject({ text: '同じ 投稿', urls: [], publishedAt: '2026-03', observationCount: 1 })
    // Brought back, it is what it was.
    await bench.call('imports.setUndone', { id: 1, undone: false })
    const { observations } = await bench.call('posts.get', { id: 1 })
    expect(observations.map(({ text }) => text)).toEqual(['同じ投稿 https://t.co/abcdefghij', null])
    expect((await bench.call('corpus.check', {})).problems).toEqual([])
  })
})

describe('the network', () => {
  it('asks for higher thresholds where ties would be all there is', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', {
      pasted: page(Array.from({ length: 300 }, (_, i) => `#タグ${i}`).join(' ')),
    })
    await expect(bench.call('network.get', { ...everything, nodes: 'hashtags' })).rejects.toMatchObject({
      code: 'network.tooMuch',
    })
  })
})

describe('relevance', () => {
  it('puts the posts first that say most of the words in the least room, page by page', async () => {
    const bench = openWorkbench()
    const long =
      'きょうは天気がよいので散歩に出かけ、途中で水道の工事を見て、それから家に帰って夕食を作りました'
    await bench.call('imports.run', { pasted: page(long, '水道水道水道', '水道の話', '関係のない投稿') })
    const ask = { ...everything, query: '水道', sort: 'relevance' } as const
    const { posts } = await bench.call('posts.list', ask)
    expect(posts.map(({ text }) => text)).toEqual(['水道水道水道', '水道の話', long])
    const second = await bench.call('posts.list', { ...ask, offset: 1, limit: 1 })
    expect(second.posts.map(({ text }) => text)).toEqual(['水道の話'])
    expect((await bench.call('posts.list', { ...ask, query: '' })).posts).toHaveLength(4)
  })
})

describe('the timeline', () => {
  it('chooses the claims of the filter, not of the corpus', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', { pasted: page('一つ目の投稿', '二つ目の投稿') })
    await bench.call('coders.use', { name: 'Anna' })
    for (let n = 1; n <= 9; n++) {
      const { id } = await bench.call('codebook.add', { kind: 'claim', name: `主張${n}` })
      await bench.call('codings.put', { postId: n === 9 ? 2 : 1, codeId: id, value: 'supports' })
    }
    const { series } = await bench.call('timeline.get', {
      ...everything,
      query: 'claim:C9',
      by: 'day',
      series: 'claim',
    })
    expect(series.map(({ label }) => label)).toEqual(['C9'])
  })
})

describe('coding', () => {
  it('goes to who was said to code, also in the same breath', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', { pasted: page('投稿') })
    await bench.call('coders.use', { name: 'Anna' })
    const { id } = await bench.call('codebook.add', { kind: 'theme', name: '水' })
    const [, { codings }] = await Promise.all([
      bench.call('coders.use', { name: 'Ben' }),
      bench.call('codings.put', { postId: 1, codeId: id, value: 'present' }),
    ])
    expect(codings.map(({ coder }) => coder)).toEqual(['Ben'])
  })

  it('refuses what is no longer there, in words', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', { pasted: page('投稿') })
    await bench.call('coders.use', { name: 'Anna' })
    const { id } = await bench.call('codebook.add', { kind: 'theme', name: '水' })
    await bench.call('codings.put', { postId: 1, codeId: id, value: 'present' })
    await bench.call('codebook.retire', { id })
    await expect(bench.call('codebook.retire', { id })).rejects.toMatchObject({ code: 'codebook.missing' })
    await expect(
      bench.call('codings.put', { postId: 1, codeId: id, value: 'present' }),
    ).rejects.toMatchObject({ code: 'codebook.missing' })
    // What stands can still be taken back.
    expect(await bench.call('codings.put', { postId: 1, codeId: id, value: null })).toEqual({ codings: [] })
    await expect(bench.call('memos.put', { postId: 99, text: 'x' })).rejects.toMatchObject({
      code: 'posts.missing',
    })
    await expect(
      bench.call('topics.save', { id: 99, name: 'x', query: '', colour: '#000000' }),
    ).rejects.toMatchObject({ code: 'topics.missing' })
  })
})

it('a corpus leaves nothing beside itself when it is made', () => {
  const bench = openWorkbench()
  expect(readdirSync(bench.folder).filter((name) => name.includes('.part'))).toEqual([])
})
