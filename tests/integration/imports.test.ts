import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everything, openWorkbench, tokyo, trendPage, type Workbench } from './workbench.ts'

const shared = join(import.meta.dirname, '../../../shared/samples/trend-pages')
const nine = trendPage({
  when: '2026.03.03 09:00',
  posts: [
    { text: '水道料金が上がる #水道', reposts: 44 },
    { text: '@minato 倭国の水は安い', reposts: 3 },
  ],
})
const ten = trendPage({
  when: '2026.03.03 10:00',
  posts: [{ text: '水道料金が上がる  #水道', reposts: 348 }, { text: '新しい投稿' }],
})

function save(bench: Workbench, name: string, text: string): string {
  const path = join(bench.folder, name)
  writeFileSync(path, text)
  return path
}

async function total(bench: Workbench, query = ''): Promise<number> {
  return (await bench.call('posts.count', { query, ...tokyo })).total
}

describe('an import', () => {
  it('shows before it writes what it would write', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', { pasted: nine })
    const { files } = await bench.call('imports.preview', { pasted: ten })
    expect(files[0]).toMatchObject({ status: 'ready', format: 'trend-page', postsNew: 1, postsSeen: 1 })
    expect(files[0]!.snapshots[0]).toMatchObject({
      topic: '水道',
      capturedAt: '2026-03-03T10:00',
      reportedPostCount: null,
    })
    expect(files[0]!.snapshots[0]!.observations.map((each) => each.known)).toEqual([true, false])
    expect(await total(bench)).toBe(2)
  })

  it('keeps one post seen twice as one post with two observations, neither summed nor maximised', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', { files: [save(bench, 'a.txt', ten), save(bench, 'b.txt', nine)] })
    const { total: n, posts } = await bench.call('posts.list', { ...everything, query: '料金' })
    expect(n).toBe(1)
    const post = await bench.call('posts.get', { id: posts[0]!.id })
    expect(post.observations.map((each) => [each.capturedAt, each.reposts])).toEqual([
      ['2026-03-03T09:00', 44],
      ['2026-03-03T10:00', 348],
    ])
    expect(post).toMatchObject({
      reposts: 348,
      publishedAt: '2026-03',
      publishedPrecision: 'month',
      placedBy: 'observed',
    })
    // As the other page showed it, to the letter.
    expect(post.observations.map((each) => each.text ?? post.text)).toContain('水道料金が上がる #水道')
  })

  it('changes nothing when the same bytes come again, under any name', async () => {
    const bench = openWorkbench()
    const first = await bench.call('imports.run', { files: [save(bench, 'a.txt', nine)] })
    const again = await bench.call('imports.run', { files: [save(bench, 'other.txt', nine)] })
    expect(first.importId).toBe(1)
    expect(again).toMatchObject({
      importId: null,
      files: [{ status: 'known', postsNew: 0, postsSeen: 2, observations: 0 }],
    })
    expect((await bench.call('imports.list', {})).length).toBe(1)
  })

  it('goes on past a file that it cannot read, and says which and why', async () => {
    const bench = openWorkbench()
    mkdirSync(join(bench.folder, 'in/deep'), { recursive: true })
    save(bench, 'in/1.txt', nine)
    save(bench, 'in/2.txt', 'トレンドランキング\n1 水道\n2 選挙\n')
    save(bench, 'in/3.txt', '')
    save(bench, 'in/deep/4.txt', ten)
    const { files } = await bench.call('imports.run', { files: [join(bench.folder, 'in')] })
    expect(files.map((each) => [each.name, each.status, each.problem?.code ?? null])).toEqual([
      ['1.txt', 'imported', null],
      ['2.txt', 'unreadable', 'import.notATrendPage'],
      ['3.txt', 'unreadable', 'import.empty'],
      ['deep/4.txt', 'imported', null],
    ])
    expect(await total(bench)).toBe(3)
  })

  it('writes nothing where nothing can be read', async () => {
    const bench = openWorkbench()
    const result = await bench.call('imports.run', { pasted: 'ただの文章です。' })
    expect(result).toMatchObject({ importId: null, files: [{ status: 'unreadable' }] })
    expect(await bench.call('imports.list', {})).toEqual([])
    expect((await bench.call('history.list', {})).entries).toEqual([])
  })

  it('leaves the corpus as it was when it is cancelled half-way', async () => {
    const bench = openWorkbench()
    const control = new AbortController()
    const files = Array.from({ length: 30 }, (_, i) =>
      save(bench, `${i}.txt`, trendPage({ when: '2026.03.03 09:00', posts: [{ text: `投稿その${i}` }] })),
    )
    // Heard before the first file is read; the first is written when the cancel is seen.
    const progress = () => control.abort()
    await expect(
      bench.call('imports.run', { files }, { signal: control.signal, progress }),
    ).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await total(bench)).toBe(0)
    expect((await bench.call('corpus.check', {})).ok).toBe(true)
    expect((await bench.call('imports.run', { files })).files).toHaveLength(30)
  })

  it('is answered while a long one is writing', async () => {
    const bench = openWorkbench()
    const files = Array.from({ length: 20 }, (_, i) =>
      save(bench, `${i}.txt`, trendPage({ when: '2026.03.03 09:00', posts: [{ text: `投稿その${i}` }] })),
    )
    const running = bench.call('imports.run', { files })
    const between = await total(bench)
    await running
    expect(between).toBe(0)
    expect(await total(bench)).toBe(20)
  })
})

describe('a repost number', () => {
  it('alone on the last line ends a post without a date, whatever stands above', async () => {
    const bench = openWorkbench()
    const page = trendPage({
      when: '2026.03.03 09:00',
      posts: [{ text: '日付あり', reposts: 5 }, { text: '数字なし' }],
    })
    await bench.call('imports.run', { pasted: page.replace('<ポスト', '日付なしの投稿\n1RP\n<ポスト') })
    const { posts } = await bench.call('posts.list', { ...everything, query: '日付なし' })
    expect(posts).toMatchObject([{ text: '日付なしの投稿', reposts: 1, publishedAt: null }])
  })
})

describe('undo of an import', () => {
  it('takes back its posts and observations, also after others followed, and brings them back', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', { pasted: nine })
    await bench.call('imports.run', { pasted: ten })
    await bench.call('imports.setUndone', { id: 1, undone: true })
    expect(await total(bench)).toBe(2)
    const [shared_] = (await bench.call('posts.list', { ...everything, query: '料金' })).posts
    expect(shared_).toMatchObject({ observationCount: 1, reposts: 348, placedAtMs: Date.UTC(2026, 2, 3, 1) })
    expect((await bench.call('snapshots.list', {})).map((each) => each.capturedAt)).toEqual([
      '2026-03-03T10:00',
    ])
    await bench.call('imports.setUndone', { id: 1, undone: false })
    expect(await total(bench)).toBe(3)
    expect((await bench.call('posts.list', { ...everything, query: '料金' })).posts[0]).toMatchObject({
      observationCount: 2,
      placedAtMs: Date.UTC(2026, 2, 3, 0),
    })
    expect((await bench.call('corpus.check', {})).problems).toEqual([])
  })

  it('and its redo survive a restart', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', { pasted: nine })
    bench.reopen()
    expect(await bench.call('history.undo', {})).toMatchObject({ kind: 'imports.run', details: { posts: 2 } })
    expect(await total(bench)).toBe(0)
    bench.reopen()
    expect((await bench.call('history.redo', {})).kind).toBe('imports.run')
    expect(await total(bench)).toBe(2)
    expect(await total(bench, '倭国')).toBe(1)
    expect(await total(bench, '日本')).toBe(1)
  })

  it('lets the same file in again, and then refuses to bring the first one back', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', { pasted: nine })
    await bench.call('imports.setUndone', { id: 1, undone: true })
    expect(await bench.call('imports.run', { pasted: nine })).toMatchObject({
      importId: 2,
      files: [{ postsNew: 2, observations: 2 }],
    })
    await expect(bench.call('imports.setUndone', { id: 1, undone: false })).rejects.toMatchObject({
      code: 'imports.twice',
    })
    expect((await bench.call('snapshots.list', {})).length).toBe(1)
    expect((await bench.call('corpus.check', {})).problems).toEqual([])
  })

  it('keeps codings on its posts, which come back with it', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', { pasted: nine })
    await bench.call('coders.use', { name: 'Anna' })
    const code = await bench.call('codebook.add', { kind: 'target', name: '値上げ' })
    await bench.call('codings.put', { postId: 1, codeId: code.id, value: 'against' })
    await bench.call('imports.setUndone', { id: 1, undone: true })
    expect(await total(bench)).toBe(0)
    await bench.call('imports.setUndone', { id: 1, undone: false })
    expect(await total(bench, 'stance:値上げ=against')).toBe(1)
  })
})

describe.skipIf(!existsSync(shared))(
  'the real page (skipped where the shared samples are not beside the project)',
  () => {
    it('gives what the issue says', async () => {
      const bench = openWorkbench()
      await bench.call('imports.run', { files: [join(shared, 'hourly-20251212T0900.txt')] })
      expect(await bench.call('snapshots.list', {})).toMatchObject([
        { topic: '日米同盟', capturedAt: '2025-12-12T09:00', timeZone: 'Asia/Tokyo', observations: 14 },
      ])
      const { posts } = await bench.call('posts.list', { ...everything, sort: 'reposts' })
      expect(posts.flatMap((each) => each.reposts ?? [])).toEqual([348, 1, 1, 1, 1])
      expect(new Set(posts.flatMap((each) => each.hashtags)).size).toBe(6)
      expect(
        posts.every((each) => each.publishedAt === '2025-12' && each.publishedPrecision === 'month'),
      ).toBe(true)
      expect(await total(bench, 'is:reply')).toBe(4)
    })

    it('and the cut ones import what is there', async () => {
      const bench = openWorkbench()
      const { files } = await bench.call('imports.run', { files: [shared] })
      expect(files.every((each) => each.status === 'imported')).toBe(true)
      expect(await total(bench, 'is:cut')).toBe(7)
      expect((await bench.call('corpus.check', {})).problems).toEqual([])
    })
  },
)
