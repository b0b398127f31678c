import { randomUUID } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  linkSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename } from 'node:path'
import { RontenError } from '../../../shared/errors.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { get, openReader, openWriter, run, type Reader, type Writer } from './sqlite.ts'

/** 'RNTN': stands in the header of every corpus, so that a file says what it is before SQLite touches it. */
const applicationId = 0x524e544e

/** An open corpus: one connection that writes and one that reads, so that a long import hides nothing and blocks nobody. */
export interface Corpus {
  file: string
  name: string
  id: string
  readOnly: boolean
  read: Reader
  write: Writer
  now: () => number
  close(): void
}

interface Header {
  applicationId: number
  userVersion: number
  pageSize: number
  pageCount: number
}

/** The first 100 bytes, read without SQLite: a file that is refused is not touched, not even by a lock. */
function readHeader(file: string): Header | null {
  const bytes = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, bytes, 0, 100, 0) < 100) return null
  } finally {
    closeSync(handle)
  }
  if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null
  const pageSize = bytes.readUInt16BE(16)
  return {
    applicationId: bytes.readUInt32BE(68),
    userVersion: bytes.readUInt32BE(60),
    pageSize: pageSize === 1 ? 65_536 : pageSize,
    pageCount: bytes.readUInt32BE(28),
  }
}

function assertCorpus(file: string): void {
  const name = basename(file)
  if (!existsSync(file)) {
    throw new RontenError(
      'corpus.missing',
      `There is no file “${name}” any more. It was moved, renamed or deleted.`,
      { name },
    )
  }
  if (statSync(file).isDirectory()) {
    throw new RontenError('corpus.notACorpus', `“${name}” is a folder, not a Ronten corpus.`, { name })
  }
  const header = readHeader(file)
  if (!header || header.applicationId !== applicationId) {
    throw new RontenError(
      'corpus.notACorpus',
      `“${name}” is not a Ronten corpus. It was not touched. To bring its contents in, open a corpus and import the file.`,
      { name },
    )
  }
  if (header.userVersion > schemaVersion) {
    throw new RontenError(
      'corpus.newer',
      `“${name}” was written by a newer version of Ronten (corpus version ${header.userVersion}; this one reads up to ${schemaVersion}). It was not touched. Update Ronten to open it.`,
      { name, version: header.userVersion, supported: schemaVersion },
    )
  }
  if (!existsSync(`${file}-wal`) && statSync(file).size < header.pageSize * header.pageCount) {
    throw damaged(name, 'the file ends too early')
  }
}

function damaged(name: string, reason: string): RontenError {
  return new RontenError(
    'corpus.damaged',
    `“${name}” is damaged (${reason}). It was not changed. Restore it from a backup copy, or run “ronten check” on a copy of it.`,
    { name, reason },
  )
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Writes a new, empty corpus; refuses to write over anything. It is made beside its place and linked into it when whole:
 * of two makers one comes first and the other is refused, and a maker that dies leaves no half corpus under the name.
 */
export function createCorpus(file: string, now: () => number = Date.now): void {
  const part = `${file}.${randomUUID().slice(0, 8)}.part`
  try {
    fillNew(part, now)
    linkSync(part, file)
  } catch (error) {
    const name = basename(file)
    if (existsSync(file)) {
      const message = `There is already a file “${name}”. Choose another name; nothing was overwritten.`
      throw new RontenError('corpus.exists', message, { name })
    }
    const reason = reasonOf(error)
    const message = `The corpus “${name}” could not be written: ${reason}. Choose a folder that you may write to.`
    throw new RontenError('corpus.cannotCreate', message, { name, reason })
  } finally {
    removeCorpus(part)
  }
}

function fillNew(file: string, now: () => number): void {
  const db = openWriter(file)
  try {
    // The header must be on the disk, not in a log beside it, before anybody asks the file what it is.
    db.pragma(`application_id = ${applicationId}`)
    migrate(db, now, () => {})
    const insert = 'INSERT INTO meta (key, value) VALUES (?, ?)'
    run(db, insert, ['id', randomUUID()])
    run(db, insert, ['created_at_ms', String(now())])
    db.pragma('journal_mode = WAL')
  } finally {
    db.close()
  }
}

/** Takes away a corpus that never came to be. Never called on one that a person has seen. */
export function removeCorpus(file: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(file + end, { force: true })
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function backupOf(db: Writer, file: string): (fromVersion: number) => void {
  return (fromVersion) => {
    let target = `${file}.v${fromVersion}.backup`
    for (let n = 2; existsSync(target); n++) target = `${file}.v${fromVersion}.backup-${n}`
    db.prepare('VACUUM INTO ?').run(target)
  }
}

export function openCorpus(file: string, now: () => number = Date.now): Corpus {
  assertCorpus(file)
  const name = basename(file).replace(/\.ronten$/i, '')
  const readOnly = !isWritable(file)
  let write: Writer | undefined
  try {
    write = readOnly ? (openReader(file) as Writer) : openWriter(file)
    if (!readOnly) {
      write.pragma('journal_mode = WAL')
      migrate(write, now, backupOf(write, file))
    }
    const read = openReader(file)
    const id = get<{ value: string }>(read, "SELECT value FROM meta WHERE key = 'id'")?.value ?? ''
    const opened = write
    const close = () => {
      read.close()
      opened.close()
    }
    return { file, name, id, readOnly, read, write, now, close }
  } catch (error) {
    write?.close()
    if (error instanceof RontenError) throw error
    const code = (error as { code?: string }).code ?? ''
    if (/CORRUPT|NOTADB/.test(code) || /no such table|malformed/.test(reasonOf(error)))
      throw damaged(basename(file), reasonOf(error))
    throw new RontenError(
      'corpus.cannotOpen',
      `“${basename(file)}” could not be opened: ${reasonOf(error)}.`,
      { name: basename(file), reason: reasonOf(error) },
    )
  }
}
