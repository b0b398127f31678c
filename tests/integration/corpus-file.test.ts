import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCorpus, openCorpus } from '../../src/main/corpus/db/corpus.ts'
import { migrate, migrations, schemaVersion } from '../../src/main/corpus/db/migrate.ts'
import { get, openWriter, run } from '../../src/main/corpus/db/sqlite.ts'
import { RontenError } from '../../src/shared/errors.ts'

let folder: string
const at = (name: string): string => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ronten-corpus-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

function refusal(file: string): { code: string; message: string; untouched: boolean } {
  const before = existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null
  const beside = readdirSync(folder)
  try {
    openCorpus(file).close()
  } catch (error) {
    const { code, message } = error as RontenError
    const untouched =
      (before === null || before.equals(readFileSync(file))) && readdirSync(folder).join() === beside.join()
    return { code, message, untouched }
  }
  throw new Error('it was opened')
}

describe('a corpus file', () => {
  it('is created once, opened again, and never written over', () => {
    createCorpus(at('a.ronten'))
    const corpus = openCorpus(at('a.ronten'))
    expect(corpus.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(corpus.read.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(corpus.read.pragma('user_version', { simple: true })).toBe(schemaVersion)
    corpus.close()
    expect(() => createCorpus(at('a.ronten'))).toThrowError(
      expect.objectContaining({ code: 'corpus.exists' }),
    )
  })

  it('cannot be created where nobody may write, and leaves nothing behind', () => {
    expect(() => createCorpus(at('no/such/folder.ronten'))).toThrowError(
      expect.objectContaining({ code: 'corpus.cannotCreate' }),
    )
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['a text', 'これはコーパスではありません', 'corpus.notACorpus'],
    ['an empty file', '', 'corpus.notACorpus'],
  ])('refuses %s without touching it', (_what, content, code) => {
    writeFileSync(at('x.ronten'), content)
    expect(refusal(at('x.ronten'))).toMatchObject({
      code,
      untouched: true,
      message: expect.stringContaining('x.ronten') as string,
    })
  })

  it('refuses another program’s SQLite file without touching it', () => {
    const db = openWriter(at('other.db'))
    db.exec('CREATE TABLE t (x)')
    db.close()
    expect(refusal(at('other.db'))).toMatchObject({ code: 'corpus.notACorpus', untouched: true })
  })

  it('refuses one written by a newer version without touching it', () => {
    createCorpus(at('new.ronten'))
    const db = openWriter(at('new.ronten'))
    db.pragma(`user_version = ${schemaVersion + 1}`)
    db.pragma('journal_mode = DELETE')
    db.close()
    expect(refusal(at('new.ronten'))).toMatchObject({ code: 'corpus.newer', untouched: true })
  })

  it('says that a corpus cut short is damaged', () => {
    createCorpus(at('cut.ronten'))
    truncateSync(at('cut.ronten'), 20_000)
    expect(refusal(at('cut.ronten'))).toMatchObject({ code: 'corpus.damaged', untouched: true })
  })

  it('says that a corpus with overwritten pages is damaged, and changes nothing', () => {
    createCorpus(at('bad.ronten'))
    const bytes = readFileSync(at('bad.ronten'))
    bytes.fill(0x5a, 100, 4096)
    writeFileSync(at('bad.ronten'), bytes)
    expect(refusal(at('bad.ronten')).code).toBe('corpus.damaged')
    expect(readFileSync(at('bad.ronten')).equals(bytes)).toBe(true)
  })

  it('says so when the file is gone, and when it is a folder', () => {
    expect(refusal(at('gone.ronten')).code).toBe('corpus.missing')
    expect(refusal(folder).code).toBe('corpus.notACorpus')
  })
})

describe('migrations', () => {
  it('are numbered from 1 without a gap', () => {
    expect(migrations.map((each) => each.number)).toEqual(migrations.map((_, i) => i + 1))
  })

  it('notice that one was edited after it ran', () => {
    createCorpus(at('a.ronten'))
    const db = openWriter(at('a.ronten'))
    run(db, "UPDATE migration SET sha256 = 'another' WHERE number = 1")
    db.close()
    expect(refusal(at('a.ronten')).code).toBe('corpus.migrationEdited')
  })

  const second = (sql: string) => [
    ...migrations,
    { number: schemaVersion + 1, name: 'next.sql', sql, sha256: 'x' },
  ]

  it('back the corpus up before they change it', () => {
    createCorpus(at('a.ronten'))
    const db = openWriter(at('a.ronten'))
    const backups: number[] = []
    migrate(
      db,
      () => 0,
      (from) => backups.push(from),
      second('CREATE TABLE added (x INTEGER) STRICT'),
    )
    expect(backups).toEqual([schemaVersion])
    expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion + 1)
    migrate(
      db,
      () => 0,
      (from) => backups.push(from),
      second('CREATE TABLE added (x INTEGER) STRICT'),
    )
    expect(backups).toHaveLength(1)
    db.close()
  })

  it('leave everything as it was when one fails, and when there is no room for the backup', () => {
    createCorpus(at('a.ronten'))
    const db = openWriter(at('a.ronten'))
    expect(() =>
      migrate(
        db,
        () => 0,
        () => {},
        second('CREATE TABLE added (x); SELECT nonsense'),
      ),
    ).toThrow(/nonsense/)
    const full = () => {
      throw new Error('disk full')
    }
    expect(() => migrate(db, () => 0, full, second('CREATE TABLE added (x INTEGER) STRICT'))).toThrow(
      'disk full',
    )
    expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion)
    expect(get(db, "SELECT 1 FROM sqlite_schema WHERE name = 'added'")).toBeUndefined()
    db.close()
  })

  it('leave tables strict and references on', () => {
    createCorpus(at('a.ronten'))
    const corpus = openCorpus(at('a.ronten'))
    expect(() =>
      run(
        corpus.write,
        "INSERT INTO coder (guid, name, name_key, created_at_ms) VALUES ('g', 'n', 'n', 'soon')",
      ),
    ).toThrow(/TEXT value in INTEGER/)
    expect(() =>
      run(
        corpus.write,
        "INSERT INTO source_file (import_id, name, byte_count, sha256, encoding) VALUES (9, 'n', 1, 'h', 'utf-8')",
      ),
    ).toThrow(/FOREIGN KEY/)
    corpus.close()
  })
})
