/** A corpus in a temporary folder, asked through the same door as the window and the terminal. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createContext, type BaseContext } from '../../src/main/corpus/context.ts'
import { createCorpus, openCorpus } from '../../src/main/corpus/db/corpus.ts'
import { perform } from '../../src/main/corpus/serve.ts'
import type { Input, Method, Output, Progress } from '../../src/shared/contract.ts'

export interface Workbench {
  folder: string
  file: string
  base: BaseContext
  call<M extends Method>(method: M, input: Input<M>, options?: CallOptions): Promise<Output<M>>
  /** Closes the corpus and opens it again, as a restart does. */
  reopen(): void
}

interface CallOptions {
  signal?: AbortSignal
  progress?: (progress: Progress) => void
}

export const tokyo = { timeZone: 'Asia/Tokyo' }
export const everything = { query: '', ...tokyo }

/** Ends with the test. The clock moves a second at each look, from 2026-03-11T00:00Z. */
export function openWorkbench(): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'ronten-test-'))
  const file = join(folder, 'test.ronten')
  let clock = Date.UTC(2026, 2, 11)
  const now = () => (clock += 1_000)
  createCorpus(file, now)
  const open = () => createContext(openCorpus(file, now), (path) => path)
  const bench: Workbench = {
    folder,
    file,
    base: open(),
    async call(method, input, options = {}) {
      const signal = options.signal ?? new AbortController().signal
      return (await perform(bench.base, method, input, signal, options.progress ?? (() => {})))
        .output as never
    },
    reopen() {
      bench.base.corpus.close()
      bench.base = open()
    },
  }
  onTestFinished(() => {
    bench.base.corpus.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return bench
}

/** A trend page of the form of SNAPSHOTS, with invented posts. */
export function trendPage(options: {
  topic?: string
  when: string
  posts: { text: string; reposts?: number }[]
  month?: string
}): string {
  const trailer = options.month ?? 'March 3, 2026'
  const posts = options.posts.flatMap(({ text, reposts }) => [
    `${text} ${trailer}`,
    ...(reposts === undefined ? [] : [`${reposts}RP`]),
  ])
  return [
    `${options.topic ?? '水道'} トレンド`,
    '0post',
    options.when,
    ':0% :0% (40代/男性)',
    '人気のポスト ※表示されているRP数は特定時点のものです',
    ...posts,
    '<ポストの表示について>',
    '掲載について',
    '',
  ].join('\n')
}
