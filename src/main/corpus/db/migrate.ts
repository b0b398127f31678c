import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { RontenError } from '../../../shared/errors.ts'
import { all, run, type Writer } from './sqlite.ts'

export interface Migration {
  number: number
  name: string
  sql: string
  sha256: string
}

/** The bundle copies the folder beside itself; from source it stands beside this file. */
const folder = join(import.meta.dirname, 'migrations')

function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return {
        number: Number(name.slice(0, 4)),
        name,
        sql,
        sha256: createHash('sha256').update(sql).digest('hex'),
      }
    })
}

export const migrations: readonly Migration[] = readMigrations()
export const schemaVersion: number = migrations.at(-1)?.number ?? 0

function assertUnedited(db: Writer): void {
  for (const done of all<{ number: number; sha256: string }>(db, 'SELECT number, sha256 FROM migration')) {
    const known = migrations.find((each) => each.number === done.number)
    if (known && known.sha256 !== done.sha256) {
      throw new RontenError(
        'corpus.migrationEdited',
        `Migration ${known.name} is not the one that this corpus was made with. Nothing was changed; use the version of Ronten that made it.`,
        { migration: known.name },
      )
    }
  }
}

/**
 * Brings the corpus to this version's schema, each step in one transaction. `backup` runs before the first step on a
 * corpus that already holds something; where it throws, nothing is changed.
 */
export function migrate(
  db: Writer,
  now: () => number,
  backup: (fromVersion: number) => void,
  list: readonly Migration[] = migrations,
): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at_ms INTEGER NOT NULL) STRICT',
  )
  assertUnedited(db)
  const version = db.pragma('user_version', { simple: true }) as number
  const open = list.filter((each) => each.number > version)
  if (open.length === 0) return
  if (version > 0) backup(version)
  for (const migration of open) {
    db.transaction(() => {
      db.exec(migration.sql)
      run(db, 'INSERT INTO migration VALUES (?, ?, ?, ?)', [
        migration.number,
        migration.name,
        migration.sha256,
        now(),
      ])
      db.pragma(`user_version = ${migration.number}`)
    }).immediate()
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
}
