import { describe, expect, it } from 'vitest'
import { everything, openWorkbench, tokyo, trendPage, type Workbench } from './workbench.ts'
import { openSample } from './sample.ts'

async function withPages(...pages: string[]): Promise<Workbench> {
  const bench = openWorkbench()
  for (const pasted of pages) await bench.call('imports.run', { pasted })
  return bench
}

describe('the timeline', () => {
  const pages = [
    trendPage({
      when: '2026.03.03 09:00',
      posts: [
        { text: '一つ目の投稿', reposts: 44 },
        { text: '二つ目の投稿', reposts: 5 },
      ],
    }),
    trendPage({ when: '2026.03.03 12:00', posts: [{ text: '一つ目の投稿', reposts: 348 }] }),
    trendPage({
      when: '2026.03.05 23:00',
      posts: [{ text: '一つ目の投稿', reposts: 18 }, { text: '三つ目の投稿' }],
    }),
  ]

  it('places posts at their earliest observation, and tells a gap from a zero', async () => {
    const bench = await withPages(...pages)
    const { buckets, placedByObservation } = await bench.call('timeline.get', { ...everything, by: 'day' })
    expect(buckets.map((each) => [each.start, each.covered, each.values.all])).toEqual([
      ['2026-03-03', true, 2],
      ['2026-03-04', false, null],
      ['2026-03-05', true, 1],
    ])
    expect(placedByObservation).toBe(3)
    const zero = await bench.call('timeline.get', {
      ...everything,
      query: '二つ目 OR 三つ目 -つ目の投',
      by: 'hour',
    })
    expect(zero.buckets[0]!.values.all).toBe(1)
  })

  it('shows reposts as each bucket’s latest page shows them: never summed over pages, never the maximum', async () => {
    const bench = await withPages(...pages)
    const { buckets, metricKinds } = await bench.call('timeline.get', {
      ...everything,
      by: 'day',
      measure: 'reposts',
    })
    expect(buckets.map((each) => each.values.all)).toEqual([348 + 5, null, 18])
    expect(metricKinds).toEqual(['windowed'])
    const hours = await bench.call('timeline.get', {
      ...everything,
      query: '一つ目',
      by: 'hour',
      measure: 'reposts',
    })
    expect(hours.buckets.flatMap((each) => each.values.all ?? [])).toEqual([44, 348, 18])
  })

  it('cuts days in the zone asked for', async () => {
    const bench = await withPages(...pages)
    const utc = await bench.call('timeline.get', { query: '三つ目', timeZone: 'UTC', by: 'day' })
    expect(utc.buckets.map((each) => each.start)).toEqual(['2026-03-05'])
    const kiribati = await bench.call('timeline.get', {
      query: '三つ目',
      timeZone: 'Pacific/Kiritimati',
      by: 'day',
    })
    expect(kiribati.buckets.map((each) => each.start)).toEqual(['2026-03-06'])
  })

  it('says which posts are first seen on a page coarser than a bucket, and lets no such page cover one', async () => {
    const bench = await withPages(trendPage({ when: '2026.03.02〜(10週)', posts: [{ text: '週の投稿' }] }))
    const days = await bench.call('timeline.get', { ...everything, by: 'day' })
    expect(days).toMatchObject({
      coarserThanBucket: 1,
      buckets: [{ start: '2026-03-02', covered: false, values: { all: 1 } }],
    })
    const weeks = await bench.call('timeline.get', { ...everything, by: 'week' })
    expect(weeks).toMatchObject({ coarserThanBucket: 0, buckets: [{ covered: true }] })
  })

  it('answers shares of the corpus', async () => {
    const bench = await withPages(...pages)
    const { buckets } = await bench.call('timeline.get', {
      ...everything,
      query: '一つ目',
      by: 'day',
      measure: 'share',
    })
    expect(buckets[0]!.values.all).toBe(0.5)
  })

  it('asks for a longer unit instead of drawing more marks than pixels', async () => {
    const bench = await withPages(
      pages[0]!,
      trendPage({ when: '2020.03.03 09:00', month: 'March 3, 2020', posts: [{ text: '古い投稿' }] }),
    )
    await expect(bench.call('timeline.get', { ...everything, by: 'hour' })).rejects.toMatchObject({
      code: 'timeline.tooManyBuckets',
    })
  })

  it('is empty for an empty corpus', async () => {
    const bench = openWorkbench()
    expect(await bench.call('timeline.get', { ...everything, by: 'day', measure: 'share' })).toMatchObject({
      buckets: [],
      postCount: 0,
    })
    expect(await bench.call('network.get', { ...everything, nodes: 'hashtags' })).toMatchObject({
      nodes: [],
      edges: [],
      density: null,
    })
  })

  it.each(['none', 'stance:水道民営化', 'claim', 'claim:C1', 'topic', 'hashtag', 'source'])(
    'splits by %s, and every series adds up or says why not',
    async (series) => {
      const bench = await openSample()
      const result = await bench.call('timeline.get', { ...everything, by: 'day', series })
      const sum = result.buckets
        .flatMap((each) => Object.values(each.values))
        .reduce<number>((a, b) => a + (b ?? 0), 0)
      expect(result.series.length).toBeGreaterThan(0)
      expect(sum).toBeGreaterThan(0)
      if (series === 'none' || series === 'stance:水道民営化') expect(sum).toBe(result.postCount)
    },
  )
})

describe('the co-occurrence network', () => {
  it('counts posts that hold both, whatever the width and case of the tags', async () => {
    const bench = await withPages(
      trendPage({
        when: '2026.03.03 09:00',
        posts: [
          { text: 'a #水道 #Ｗater' },
          { text: 'b #水道 #water #選挙' },
          { text: 'c #選挙' },
          { text: 'd タグなし' },
          { text: 'e #水道' },
        ],
      }),
    )
    const count = await bench.call('network.get', { ...everything, nodes: 'hashtags', measure: 'count' })
    const label = (id: string) =>
      count.nodes
        .find((node) => node.id === id)!
        .label.normalize('NFKC')
        .toLowerCase()
    expect(Object.fromEntries(count.nodes.map((node) => [label(node.id), node.count]))).toEqual({
      '#水道': 3,
      '#water': 2,
      '#選挙': 2,
    })
    expect(
      new Set(
        count.edges.map(
          (edge) => `${[label(edge.source), label(edge.target)].sort().join('+')}=${edge.weight}`,
        ),
      ),
    ).toEqual(new Set(['#water+#水道=2', '#水道+#選挙=1', '#water+#選挙=1']))
    expect(count).toMatchObject({ unitCount: 4, postCount: 5, density: 1, candidateEdges: 3 })
    const jaccard = await bench.call('network.get', {
      ...everything,
      nodes: 'hashtags',
      measure: 'jaccard',
      minEdge: 2,
    })
    expect(jaccard.edges.map((edge) => edge.weight)).toEqual([2 / 3])
  })

  it('keeps ties with the last edge', async () => {
    const bench = await withPages(trendPage({ when: '2026.03.03 09:00', posts: [{ text: 'x #a1 #b1 #c1' }] }))
    const { edges } = await bench.call('network.get', {
      ...everything,
      nodes: 'hashtags',
      measure: 'count',
      top: 1,
    })
    expect(edges).toHaveLength(3)
  })

  it('finds communities of the sample, the same ones twice, and each node opens its posts', async () => {
    const bench = await openSample()
    const ask = { ...everything, nodes: 'hashtags', minEdge: 2, measure: 'count' } as const
    const first = await bench.call('network.get', ask)
    expect(await bench.call('network.get', ask)).toEqual(first)
    expect(first.nodes.length).toBeGreaterThanOrEqual(15)
    const communities = new Set(first.nodes.map((node) => node.community))
    expect(communities.size).toBeGreaterThanOrEqual(3)
    expect(communities.size).toBeLessThanOrEqual(8)
    for (const node of first.nodes)
      expect((await bench.call('posts.count', { query: node.query, ...tokyo })).total).toBe(node.count)
    const [edge] = first.edges
    const query = [edge!.source, edge!.target]
      .map((id) => first.nodes.find((node) => node.id === id)!.query)
      .join(' ')
    expect((await bench.call('posts.count', { query, ...tokyo })).total).toBe(edge!.count)
  })

  it('joins named topics by their rules', async () => {
    const bench = await openSample()
    const topics = await bench.call('topics.list', tokyo)
    expect(topics.every((topic) => topic.problem === null && topic.postCount! > 0)).toBe(true)
    const { nodes, edges } = await bench.call('network.get', {
      ...everything,
      nodes: 'topics',
      measure: 'jaccard',
    })
    expect(nodes.length).toBeGreaterThan(3)
    expect(edges.length).toBeGreaterThan(3)
    for (const node of nodes)
      expect((await bench.call('posts.count', { query: node.query, ...tokyo })).total).toBe(node.count)
  })
})
