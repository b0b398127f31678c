import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { parse } from './csv.ts'
import { describe, expect, it } from 'vitest'
import { everything, openWorkbench, trendPage, type Workbench } from './workbench.ts'
import { openSample } from './sample.ts'

const text = (bench: Workbench, name: string): string => readFileSync(join(bench.folder, name), 'utf8')
const ask = (bench: Workbench, bom = false) => ({
  ...everything,
  format: 'csv' as const,
  destination: join(bench.folder, 'study.csv'),
  bom,
})

describe('the CSV export', () => {
  it('writes codings, observations and a dictionary that explains every column', async () => {
    const bench = await openSample()
    const { files } = await bench.call('export.run', ask(bench))
    expect(files.map((file) => [file.path.slice(bench.folder.length + 1), file.rows])).toEqual([
      ['study-codings.csv', expect.any(Number)],
      ['study-observations.csv', 350],
      ['study-dictionary.csv', 0],
    ])
    const dictionary = parse(text(bench, 'study-dictionary.csv'))
    for (const name of ['codings', 'observations']) {
      const [head, ...rows] = parse(text(bench, `study-${name}.csv`))
      const explained = dictionary
        .filter(([table, column]) => table === name && column !== '(row)')
        .map(([, column]) => column)
      expect(explained).toEqual(head)
      expect(rows.every((row) => row.length === head!.length)).toBe(true)
      expect(rows).toHaveLength(files.find((file) => file.path.includes(name))!.rows)
    }
    expect(dictionary.flat().join(' ')).toContain('apostrophe')
    for (const file of files)
      expect(createHash('sha256').update(readFileSync(file.path)).digest('hex')).toBe(file.sha256)
  })

  it('has one row per post and coding, and one for a post without', async () => {
    const bench = await openSample()
    await bench.call('export.run', ask(bench))
    const [head, ...rows] = parse(text(bench, 'study-codings.csv'))
    const column = (name: string) => head!.indexOf(name)
    const info = await bench.call('corpus.info', {})
    expect(rows.filter((row) => row[column('code')] !== '')).toHaveLength(info.codings)
    expect(new Set(rows.map((row) => row[column('post_id')])).size).toBe(info.posts)
    const posts = (await bench.call('posts.list', { ...everything, limit: 1000 })).posts
    const byId = new Map(rows.map((row) => [Number(row[column('post_id')]), row[column('text')]]))
    for (const post of posts) expect(byId.get(post.id)!.replace(/^'/, '')).toBe(post.text)
  })

  it('makes cells harmless that a spreadsheet would run, and nothing else', async () => {
    const bench = openWorkbench()
    const posts = [
      '=HYPERLINK("http://x","y")',
      '+1 賛成',
      '-反対',
      '@minato こんにちは',
      '＝全角',
      '普通の投稿, "引用"\nと改行',
    ].map((each) => ({ text: each }))
    await bench.call('imports.run', { pasted: trendPage({ when: '2026.03.03 09:00', posts }) })
    await bench.call('export.run', ask(bench))
    const [head, ...rows] = parse(text(bench, 'study-codings.csv'))
    const texts = rows.map((row) => row[head!.indexOf('text')])
    expect(texts).toEqual([...posts.slice(0, 5).map((each) => `'${each.text}`), posts[5]!.text])
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u)
  })

  it('has a byte-order mark by choice', async () => {
    const bench = await openSample()
    await bench.call('export.run', ask(bench, true))
    expect(readFileSync(join(bench.folder, 'study-codings.csv')).subarray(0, 3).toString('hex')).toBe(
      'efbbbf',
    )
    await bench.call('export.run', { ...ask(bench, false), overwrite: true })
    expect(text(bench, 'study-codings.csv').startsWith('post_id')).toBe(true)
  })

  it('keeps unknown apart from zero', async () => {
    const bench = openWorkbench()
    const posts = [{ text: '零', reposts: 0 }, { text: '不明' }]
    await bench.call('imports.run', { pasted: trendPage({ when: '2026.03.03 09:00', posts }) })
    await bench.call('export.run', ask(bench))
    const [head, ...rows] = parse(text(bench, 'study-observations.csv'))
    expect(rows.map((row) => row[head!.indexOf('reposts')])).toEqual(['0', ''])
  })

  it('leaves no file, and the old ones as they were, when there is nothing to write or it is cancelled', async () => {
    const bench = await openSample()
    writeFileSync(join(bench.folder, 'study-codings.csv'), 'mine')
    const before = readdirSync(bench.folder)
    await expect(
      bench.call('export.run', { ...ask(bench), overwrite: true, query: 'どこにもない語' }),
    ).rejects.toMatchObject({
      code: 'export.nothing',
    })
    const control = new AbortController()
    control.abort()
    await expect(bench.call('export.run', ask(bench))).rejects.toMatchObject({ code: 'export.exists' })
    await expect(
      bench.call('export.run', { ...ask(bench), overwrite: true }, { signal: control.signal }),
    ).rejects.toMatchObject({
      code: 'job.cancelled',
    })
    expect(readdirSync(bench.folder)).toEqual(before)
    expect(text(bench, 'study-codings.csv')).toBe('mine')
  })

  it('says what is wrong with a place it cannot write to', async () => {
    const bench = await openSample()
    await expect(
      bench.call('export.run', { ...ask(bench), destination: join(bench.folder, 'no/where.csv') }),
    ).rejects.toMatchObject({
      code: 'export.cannotWrite',
      message: expect.stringContaining('the folder does not exist') as string,
    })
    writeFileSync(join(bench.folder, 'study-codings.csv'), 'mine')
    mkdirSync(join(bench.folder, 'study-dictionary.csv'))
    const before = readdirSync(bench.folder)
    await expect(bench.call('export.run', { ...ask(bench), overwrite: true })).rejects.toMatchObject({
      code: 'export.cannotWrite',
    })
    expect(readdirSync(bench.folder)).toEqual(before)
    expect(text(bench, 'study-codings.csv')).toBe('mine')
  })
})
