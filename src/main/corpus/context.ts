import type { Progress } from '../../shared/contract.ts'
import { RontenError } from '../../shared/errors.ts'
import type { Corpus } from './db/corpus.ts'
import { get, type Reader, type Writer } from './db/sqlite.ts'

/** What every handler gets beside its input. `now` and `random` are here so that tests and recipes can fix them. */
export interface Context {
  corpus: Corpus
  /** For queries; sees what is committed. */
  read: Reader
  now: () => number
  /** Runs alone: one writer at a time, long ones included. Refuses on a read-only corpus. */
  withWriter<T>(work: (db: Writer) => T | Promise<T>): Promise<T>
  /** The coder at this window or terminal; `null` until somebody said who. */
  coderId: number | null
  setCoder(id: number): void
  /** Path behind a token of the shell; at the terminal a token is the path. */
  pathOf(token: string): string
  signal: AbortSignal
  progress(progress: Progress): void
}

export type BaseContext = Omit<Context, 'signal' | 'progress'>

/** One line of waiting for all writers of a corpus. */
export function createContext(corpus: Corpus, pathOf: (token: string) => string): BaseContext {
  let line: Promise<unknown> = Promise.resolve()
  const context: BaseContext = {
    corpus,
    read: corpus.read,
    now: corpus.now,
    coderId:
      get<{ value: number }>(
        corpus.read,
        "SELECT CAST(value AS INTEGER) AS value FROM meta WHERE key = 'coder_id'",
      )?.value ?? null,
    setCoder: (id) => (context.coderId = id),
    pathOf,
    withWriter(work) {
      if (corpus.readOnly) {
        return Promise.reject(
          new RontenError(
            'corpus.readOnly',
            `“${corpus.name}” may only be read: the file is write-protected. Nothing was changed. Copy it to a folder that you may write to, and open the copy.`,
            { name: corpus.name },
          ),
        )
      }
      const turn = line.then(() => work(corpus.write))
      line = turn.catch(() => {})
      return turn
    },
  }
  return context
}

export function requireCoder(context: Pick<Context, 'coderId'>): number {
  if (context.coderId === null) {
    throw new RontenError(
      'coder.unknown',
      'Nobody has said who codes. Enter your name first; it is kept with each coding.',
    )
  }
  return context.coderId
}
