import { describe, expect, it } from 'vitest'
import { everything, openWorkbench, trendPage, type Workbench } from './workbench.ts'

async function withCodebook(): Promise<Workbench & { target: number; claim: number }> {
  const bench = openWorkbench()
  const posts = ['一つ目の投稿', '二つ目の投稿', '三つ目の投稿'].map((text) => ({ text }))
  await bench.call('imports.run', { pasted: trendPage({ when: '2026.03.03 09:00', posts }) })
  await bench.call('coders.use', { name: 'Anna' })
  const target = await bench.call('codebook.add', { kind: 'target', name: '民営化' })
  const claim = await bench.call('codebook.add', { kind: 'claim', name: '料金は倍になる' })
  return Object.assign(bench, { target: target.id, claim: claim.id })
}

describe('coding', () => {
  it('asks who codes before it writes', async () => {
    const bench = openWorkbench()
    await bench.call('imports.run', {
      pasted: trendPage({ when: '2026.03.03 09:00', posts: [{ text: '投稿' }] }),
    })
    await expect(bench.call('codings.put', { postId: 1, codeId: 1, value: 'favor' })).rejects.toMatchObject({
      code: 'coder.unknown',
    })
  })

  it('never overwrites: a new decision ends the one before, and the history keeps both', async () => {
    const bench = await withCodebook()
    await bench.call('codings.put', { postId: 1, codeId: bench.target, value: 'favor' })
    const { codings } = await bench.call('codings.put', { postId: 1, codeId: bench.target, value: 'against' })
    expect(codings.map((each) => [each.code, each.value, each.coder])).toEqual([
      ['民営化', 'against', 'Anna'],
    ])
    const { codingHistory } = await bench.call('posts.get', { id: 1 })
    expect(codingHistory.map((each) => [each.value, each.endedAtMs === null])).toEqual([
      ['against', true],
      ['favor', false],
    ])
  })

  it('takes the same decision twice as one, and taking back nothing as nothing', async () => {
    const bench = await withCodebook()
    for (let i = 0; i < 2; i++)
      await bench.call('codings.put', { postId: 1, codeId: bench.target, value: 'favor' })
    await bench.call('codings.put', { postId: 2, codeId: bench.target, value: null })
    const { entries } = await bench.call('history.list', {})
    expect(entries.filter((each) => each.kind === 'codings.put')).toHaveLength(1)
  })

  it('lets two coders stand side by side', async () => {
    const bench = await withCodebook()
    await bench.call('codings.put', { postId: 1, codeId: bench.target, value: 'favor' })
    await bench.call('coders.use', { name: 'Ben' })
    const { codings } = await bench.call('codings.put', { postId: 1, codeId: bench.target, value: 'against' })
    expect(codings.map((each) => `${each.coder} ${each.value}`).sort()).toEqual(['Anna favor', 'Ben against'])
    expect(await bench.call('coders.use', { name: 'ＡＮＮＡ' })).toMatchObject({ name: 'Anna' })
  })

  it('refuses a value that the code does not have, and a name that is taken', async () => {
    const bench = await withCodebook()
    await expect(
      bench.call('codings.put', { postId: 1, codeId: bench.target, value: 'supports' }),
    ).rejects.toMatchObject({ code: 'codebook.noSuchValue' })
    await expect(bench.call('codebook.add', { kind: 'target', name: '民営化' })).rejects.toMatchObject({
      code: 'codebook.nameTaken',
    })
  })

  it('numbers claims, and never gives a retired number away', async () => {
    const bench = await withCodebook()
    expect((await bench.call('codebook.get', {})).find((each) => each.kind === 'claim')?.shortName).toBe('C1')
    await bench.call('codebook.retire', { id: bench.claim })
    expect((await bench.call('codebook.add', { kind: 'claim', name: '別の主張' })).shortName).toBe('C2')
  })

  it('walks the queue forward and back, oldest first, past what this coder has coded', async () => {
    const bench = await withCodebook()
    const next = (from: number | null, uncodedOnly = true, direction: 'forward' | 'back' = 'forward') =>
      bench.call('codings.next', { ...everything, from, direction, uncodedOnly })
    expect(await next(null)).toEqual({ postId: 1, position: 1, total: 3, coded: 0 })
    await bench.call('codings.put', { postId: 1, codeId: bench.target, value: 'none' })
    expect(await next(1)).toEqual({ postId: 2, position: 2, total: 3, coded: 1 })
    expect(await next(null)).toMatchObject({ postId: 2 })
    expect(await next(2, false, 'back')).toMatchObject({ postId: 1, position: 1 })
    expect(await next(3)).toMatchObject({ postId: null, position: 0, total: 3 })
    await bench.call('coders.use', { name: 'Ben' })
    expect(await next(null)).toMatchObject({ postId: 1, coded: 0 })
  })
})

describe('undo and redo', () => {
  it('go back and forth over every deed, across restarts, and the diary keeps them', async () => {
    const bench = await withCodebook()
    await bench.call('codings.put', { postId: 1, codeId: bench.target, value: 'favor' })
    await bench.call('codings.put', { postId: 1, codeId: bench.target, value: 'against' })
    await bench.call('memos.put', { postId: 1, text: '要確認' })
    const standing = async () => (await bench.call('posts.get', { id: 1 })).codings.map((each) => each.value)
    expect(await bench.call('history.undo', {})).toMatchObject({ kind: 'memos.put' })
    bench.reopen()
    await bench.call('history.undo', {})
    expect(await standing()).toEqual(['favor'])
    await bench.call('history.undo', {})
    expect(await standing()).toEqual([])
    bench.reopen()
    for (let i = 0; i < 3; i++) await bench.call('history.redo', {})
    expect(await standing()).toEqual(['against'])
    expect((await bench.call('posts.get', { id: 1 })).memo?.text).toBe('要確認')
    expect(await bench.call('history.redo', {})).toEqual({ kind: null, details: {} })
  })

  it('close what was undone once a new deed follows', async () => {
    const bench = await withCodebook()
    await bench.call('codings.put', { postId: 1, codeId: bench.target, value: 'favor' })
    await bench.call('history.undo', {})
    await bench.call('codings.put', { postId: 1, codeId: bench.target, value: 'unclear' })
    const history = await bench.call('history.list', {})
    expect(history.canRedo).toBe(false)
    expect(history.entries[1]).toMatchObject({ undone: true, closed: true, details: { value: 'favor' } })
  })

  it('empty the corpus and fill it again', async () => {
    const bench = await withCodebook()
    await bench.call('topics.save', { id: null, name: '料金', query: '料金 OR 値上げ', colour: '#0072b2' })
    while ((await bench.call('history.undo', {})).kind !== null);
    expect(await bench.call('codebook.get', {})).toEqual([])
    expect((await bench.call('posts.count', everything)).total).toBe(0)
    while ((await bench.call('history.redo', {})).kind !== null);
    expect(await bench.call('codebook.get', {})).toHaveLength(2)
    expect((await bench.call('topics.list', { timeZone: 'UTC' }))[0]).toMatchObject({
      name: '料金',
      postCount: 0,
    })
    expect((await bench.call('corpus.check', {})).problems).toEqual([])
  })
})

describe('topics', () => {
  it('refuse a rule that cannot be read, that names itself, or a name that is taken', async () => {
    const bench = await withCodebook()
    const save = (name: string, query: string, id: number | null = null) =>
      bench.call('topics.save', { id, name, query, colour: '#0072b2' })
    await expect(save('x', '(料金')).rejects.toMatchObject({ code: 'query.unclosedGroup' })
    await save('a', '一つ目')
    const { id } = await save('b', 'topic:a 投稿')
    await expect(save('a', '二つ目')).rejects.toMatchObject({ code: 'topics.nameTaken' })
    await expect(save('a', 'topic:b', 1)).rejects.toMatchObject({ code: 'query.topicCycle' })
    expect(
      (await bench.call('topics.list', { timeZone: 'UTC' })).map((each) => [
        each.name,
        each.postCount,
        each.problem,
      ]),
    ).toEqual([
      ['a', 1, null],
      ['b', 1, null],
    ])
    expect(id).toBe(2)
  })
})
