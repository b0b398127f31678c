import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
let folder: string
const corpus = (): string => join(folder, 'a.ronten')

function ronten(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'src/main/cli/main.ts'), ...args],
    { encoding: 'utf8', cwd: folder },
  )
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as never }
}
const ask = (...args: string[]) => ronten(...args, '--corpus', corpus(), '--json')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ronten-terminal-'))
  expect(ask('import', join(root, 'resources/sample/pages')).status).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the terminal', () => {
  it('imports once, and says so the second time', () => {
    const again = ask('import', join(root, 'resources/sample/pages'))
    const { imports } = again.json() as { imports: { status: string; postsNew: number }[] }
    expect(imports).toHaveLength(34)
    expect(imports.every((each) => each.status === 'known' && each.postsNew === 0)).toBe(true)
  })

  it('lists snapshots and posts', () => {
    expect(ask('snapshots').json()).toHaveLength(34)
    const { total, posts } = ask(
      'posts',
      '--query',
      '#住民投票 reposts>10',
      '--limit',
      '3',
      '--sort',
      'reposts',
    ).json() as { total: number; posts: { observations: unknown[]; reposts: number }[] }
    expect(total).toBeGreaterThan(3)
    expect(posts).toHaveLength(3)
    expect(posts[0]!.observations.length).toBeGreaterThan(0)
    expect(posts.map((each) => each.reposts)).toEqual(posts.map((each) => each.reposts).sort((a, b) => b - a))
  })

  it('answers timelines and networks', () => {
    const { buckets } = ask('timeline', '--by', 'day').json() as {
      buckets: { start: string; covered: boolean }[]
    }
    expect(buckets.filter((each) => !each.covered).map((each) => each.start)).toEqual(['2026-03-08'])
    const { nodes, unitCount } = ask(
      'network',
      '--nodes',
      'hashtags',
      '--min-edge',
      '2',
      '--seed',
      '7',
    ).json() as { nodes: unknown[]; unitCount: number }
    expect(nodes).toHaveLength(33)
    expect(unitCount).toBe(121)
  })

  it('exports, and checks', () => {
    const { files } = ask('export', '--format', 'csv', '--out', join(folder, 'study')).json() as {
      files: { path: string }[]
    }
    expect(files.every((file) => existsSync(file.path))).toBe(true)
    expect(ask('check')).toMatchObject({ status: 0 })
  })

  it.each([
    [[], 2, ''],
    [['nonsense'], 2, 'there is no command'],
    [['posts'], 2, '--corpus FILE is missing'],
    [['posts', '--corpus', 'x.ronten', '--sort', 'up'], 2, '--sort must be one of'],
    [['timeline', '--corpus', 'x.ronten'], 2, '--by is missing'],
    [['posts', '--corpus', 'x.ronten', '--wrong'], 2, '--wrong'],
    [['posts', '--corpus', 'not-there.ronten'], 1, 'There is no file'],
    [['import', 'not-there.txt', '--corpus', 'b.ronten'], 1, 'is not there'],
  ])('%j ends with %i', (args, status, words) => {
    const result = ronten(...args)
    expect(result.status).toBe(status)
    expect(result.stderr).toContain(words)
    expect(result.stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
    expect(existsSync(join(folder, 'b.ronten'))).toBe(false)
  })

  it('explains a failure in one line, and a query at its character', () => {
    const result = ask('posts', '--query', 'sicne:2025')
    expect(result).toMatchObject({ status: 1, stdout: '' })
    expect(result.stderr).toMatch(/^ronten: .*sicne.*\n$/u)
    writeFileSync(join(folder, 'text.ronten'), 'no corpus')
    expect(ronten('check', '--corpus', join(folder, 'text.ronten')).stderr).toContain(
      'is not a Ronten corpus',
    )
  })

  it.each(['import', 'snapshots', 'posts', 'timeline', 'network', 'export', 'check'])(
    'has help for %s',
    (command) => {
      const { status, stdout } = ronten(command, '--help')
      expect(status).toBe(0)
      expect(stdout).toContain(`ronten ${command}`)
      expect(stdout).toContain('--corpus')
    },
  )
})
