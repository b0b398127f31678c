/** Files that appear whole or not at all: written beside their place, then renamed, all of them or none. */
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { finished } from 'node:stream/promises'
import { RontenError } from '../../../shared/errors.ts'

export interface WrittenFile {
  path: string
  sha256: string
  rows: number
}

function failure(path: string, error: unknown): RontenError {
  if (error instanceof RontenError) return error
  const reason = (error as NodeJS.ErrnoException).code ?? String(error)
  const words: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EACCES: 'you may not write there',
    EROFS: 'the disk is read-only',
    ENOENT: 'the folder does not exist',
    EISDIR: 'a folder of that name is in the way',
    ENAMETOOLONG: 'the name is too long',
  }
  return new RontenError(
    'export.cannotWrite',
    `“${basename(path)}” could not be written: ${words[reason] ?? reason}. No file was changed.`,
    { name: basename(path), reason: words[reason] ?? reason },
  )
}

export class FileSet {
  private readonly done: WrittenFile[] = []
  /** Names of our own, so that nothing of anybody else's is written over or taken away. */
  private readonly suffix = `.${randomUUID().slice(0, 8)}.part`

  /** Streams pieces into a file of their own; the event loop turns between pieces, so that a cancel is heard. */
  async write(
    path: string,
    pieces: Iterable<{ text: string; rows: number }>,
    between: (rows: number) => void,
  ): Promise<void> {
    const hash = createHash('sha256')
    let rows = 0
    try {
      const stream = createWriteStream(path + this.suffix, { flags: 'wx' })
      const ended = finished(stream)
      // An error is told by `ended`; without a listener of its own it would end the process first.
      ended.catch(() => {})
      this.done.push({ path, sha256: '', rows: 0 })
      for (const piece of pieces) {
        hash.update(piece.text)
        rows += piece.rows
        if (!stream.write(piece.text)) await Promise.race([once(stream, 'drain'), ended])
        else await new Promise((resolve) => setImmediate(resolve))
        between(rows)
      }
      stream.end()
      await ended
    } catch (error) {
      this.discard()
      throw failure(path, error)
    }
    Object.assign(this.done.at(-1)!, { sha256: hash.digest('hex'), rows })
  }

  discard(): void {
    for (const { path } of this.done) rmSync(path + this.suffix, { force: true })
  }

  /** Everything is written: put all files into place, over older ones of the same names where that was allowed. */
  keep(): WrittenFile[] {
    const kept: { path: string; old: string | null }[] = []
    try {
      for (const { path } of this.done) {
        if (existsSync(path) && statSync(path).isDirectory())
          throw Object.assign(new Error(path), { code: 'EISDIR', path })
        const old = existsSync(path) ? `${path}${this.suffix}.old` : null
        if (old) renameSync(path, old)
        kept.push({ path, old })
        renameSync(path + this.suffix, path)
      }
    } catch (error) {
      for (const { path, old } of kept.reverse()) {
        if (old) renameSync(old, path)
        else rmSync(path, { force: true })
      }
      this.discard()
      throw failure((error as NodeJS.ErrnoException).path ?? '', error)
    }
    for (const { old } of kept) if (old) rmSync(old, { force: true })
    return this.done
  }
}
