import type { ImportRun } from '../../../shared/model.ts'
import type { Parsed } from '../../../shared/contract.ts'
import { RontenError } from '../../../shared/errors.ts'
import type { Context } from '../context.ts'
import { doDeed } from '../db/deeds.ts'
import { all, get, type Reader, type Writer } from '../db/sqlite.ts'
import { followImports } from '../queries/refresh.ts'

/** The same bytes must not stand in the corpus twice, also not by bringing back an import that was undone. */
function assertNotTwice(db: Writer, importId: number): void {
  const twin = get<{ name: string; other: number }>(
    db,
    `SELECT mine.name, theirs.import_id AS other FROM import AS this
       JOIN source_file AS mine ON mine.import_id = this.id
       JOIN source_file AS theirs ON theirs.sha256 = mine.sha256 AND theirs.import_id <> mine.import_id
       JOIN import AS that ON that.id = theirs.import_id AND that.undone_at_ms IS NULL
      WHERE this.id = ? AND this.undone_at_ms IS NULL LIMIT 1`,
    [importId],
  )
  if (twin) {
    throw new RontenError(
      'imports.twice',
      `“${twin.name}” has been imported again since (import ${twin.other}). Undo that import first; nothing was changed.`,
      { name: twin.name, importId: twin.other },
    )
  }
}

/** What follows when the undone flag of imports changed, by undo, by redo or by name. */
export function followImportFlags(db: Writer, importIds: number[]): void {
  for (const id of importIds) assertNotTwice(db, id)
  followImports(db, importIds)
}

export function setImportUndone(
  context: Context,
  { id, undone }: Parsed<'imports.setUndone'>,
): Promise<{ ok: true }> {
  return context.withWriter((db) => {
    const row = get<{ undone_at_ms: number | null; name: string }>(
      db,
      'SELECT undone_at_ms, (SELECT min(name) FROM source_file WHERE import_id = import.id) AS name FROM import WHERE id = ?',
      [id],
    )
    if (!row) throw new RontenError('imports.missing', `There is no import ${id} in this corpus.`, { id })
    if ((row.undone_at_ms !== null) === undone) return { ok: true as const }
    return doDeed(db, context.now(), (changes) => {
      changes.update('import', id, { undone_at_ms: undone ? context.now() : null })
      followImportFlags(db, [id])
      const kind = undone ? 'imports.undo' : 'imports.restore'
      return {
        deed: { kind, details: { importId: id, file: row.name }, coderId: context.coderId },
        result: { ok: true as const },
      }
    })
  })
}

interface FileRow {
  import_id: number
  name: string
  byte_count: number
  sha256: string
  encoding: string
  skipped: string
  warnings: string
  posts_new: number
  posts_seen: number
  snapshots: number
  observations: number
}

/** Imports, newest first, undone ones included: they are part of how the corpus came about. */
export function listImports(db: Reader): ImportRun[] {
  const files = all<FileRow>(
    db,
    `SELECT source_file.*,
            (SELECT count(*) FROM snapshot WHERE source_file_id = source_file.id) AS snapshots,
            (SELECT count(*) FROM snapshot JOIN observation ON observation.snapshot_id = snapshot.id WHERE source_file_id = source_file.id) AS observations
       FROM source_file ORDER BY source_file.id`,
  )
  const imports = all<{
    id: number
    importer: string
    importer_version: string
    imported_at_ms: number
    coder: string | null
    undone_at_ms: number | null
  }>(
    db,
    'SELECT import.*, coder.name AS coder FROM import LEFT JOIN coder ON coder.id = import.coder_id ORDER BY import.id DESC',
  )
  return imports.map((each) => ({
    id: each.id,
    importer: each.importer,
    importerVersion: each.importer_version,
    importedAtMs: each.imported_at_ms,
    coder: each.coder,
    undone: each.undone_at_ms !== null,
    files: files
      .filter((file) => file.import_id === each.id)
      .map((file) => ({
        name: file.name,
        byteCount: file.byte_count,
        sha256: file.sha256,
        encoding: file.encoding,
        snapshots: file.snapshots,
        observations: file.observations,
        postsNew: file.posts_new,
        postsSeen: file.posts_seen,
        skipped: JSON.parse(file.skipped) as ImportRun['files'][number]['skipped'],
        warnings: JSON.parse(file.warnings) as ImportRun['files'][number]['warnings'],
      })),
  }))
}
