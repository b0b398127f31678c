import { createHash } from 'node:crypto'
import { identityText } from '../../../shared/text/fold.ts'
import type { ParsedObservation } from '../importers/importer.ts'
import { get, type Reader } from '../db/sqlite.ts'

/** What makes two observations the same post within a platform: its id where one is known, else its text. */
export function identityKey(observation: Pick<ParsedObservation, 'nativeId' | 'text'>): string {
  if (observation.nativeId !== null) return `id:${observation.nativeId}`
  return `text:${createHash('sha256').update(identityText(observation.text)).digest('base64url')}`
}

/** The active import that already holds a file of these bytes. */
export function importHolding(db: Reader, sha256: string): { import_id: number; posts: number } | undefined {
  return get(
    db,
    `SELECT source_file.import_id, source_file.posts_new + source_file.posts_seen AS posts
       FROM source_file JOIN import ON import.id = source_file.import_id
      WHERE sha256 = ? AND import.undone_at_ms IS NULL ORDER BY source_file.id LIMIT 1`,
    [sha256],
  )
}

/** A post counts as known while some active observation shows it. */
export function isKnown(db: Reader, platform: string, key: string): boolean {
  return (
    get(db, 'SELECT 1 FROM post WHERE platform = ? AND identity_key = ? AND observation_count > 0', [
      platform,
      key,
    ]) !== undefined
  )
}
