/** An import: every file that can be read, in one transaction; complete, or as if it had never begun. */
import type { Output, Parsed } from '../../../shared/contract.ts'
import { RontenError, toErrorPayload } from '../../../shared/errors.ts'
import type { Context } from '../context.ts'
import { Changes, noteDeed } from '../db/deeds.ts'
import { run, type Writer } from '../db/sqlite.ts'
import { refreshPosts } from '../queries/refresh.ts'
import { importHolding } from './identity.ts'
import { listSources, readSource, type ReadSource, type SourceChoice, type SourceRef } from './source.ts'
import { writeSource, type Written } from './write.ts'

type Result = Output<'imports.run'>
type FileResult = Result['files'][number]

export function choiceOf(context: Context, input: Parsed<'imports.run'>): SourceChoice {
  return {
    files: input.files.map((token) => context.pathOf(token)),
    pasted: input.pasted ?? null,
    format: input.format ?? null,
    encoding: input.encoding ?? null,
    timeZone: input.timeZone ?? null,
  }
}

export function assertNotCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new RontenError('job.cancelled', 'Cancelled. The corpus is as it was before.')
}

const nothing: Written = { snapshots: 0, observations: 0, postsNew: 0, postsSeen: 0 }

function unreadable(ref: SourceRef, error: unknown): FileResult {
  return {
    name: ref.name,
    byteCount: 0,
    sha256: '',
    encoding: '',
    format: null,
    status: 'unreadable',
    problem: toErrorPayload(error),
    ...nothing,
    skipped: [],
    warnings: [],
  }
}

function resultOf(source: ReadSource, status: 'imported' | 'known', written: Written): FileResult {
  const { name, byteCount, sha256, encoding, importer, parsed } = source
  return {
    name,
    byteCount,
    sha256,
    encoding,
    format: importer.id,
    status,
    problem: null,
    ...written,
    skipped: parsed.skipped,
    warnings: parsed.warnings,
  }
}

/** Posts of a file that is already in: all seen before, no new observation. */
function knownResult(source: ReadSource): FileResult {
  const posts = source.parsed.snapshots.reduce((sum, each) => sum + each.observations.length, 0)
  return resultOf(source, 'known', { ...nothing, postsSeen: posts })
}

async function writeAll(
  context: Context,
  db: Writer,
  refs: SourceRef[],
  choice: SourceChoice,
): Promise<Result> {
  const files: FileResult[] = []
  const touched = new Set<number>()
  let importId: number | null = null
  for (const [i, ref] of refs.entries()) {
    assertNotCancelled(context.signal)
    context.progress({ step: 'importing', done: i, total: refs.length })
    const source = await readSource(ref, choice).catch(
      (error: unknown) => void files.push(unreadable(ref, error)),
    )
    if (!source) continue
    if (importHolding(db, source.sha256)) {
      files.push(knownResult(source))
      continue
    }
    importId ??= run(
      db,
      'INSERT INTO import (importer, importer_version, imported_at_ms, coder_id, options) VALUES (?, ?, ?, ?, ?)',
      [
        source.importer.id,
        source.importer.version,
        context.now(),
        context.coderId,
        JSON.stringify({ format: choice.format, encoding: choice.encoding, timeZone: choice.timeZone }),
      ],
    ).id
    files.push(resultOf(source, 'imported', writeSource(db, importId, source, touched)))
  }
  assertNotCancelled(context.signal)
  if (importId !== null) finish(context, db, importId, files)
  return { importId, files }
}

/** Undo of an import sets its flag; the rows stay, so that redo is exact and codings on its posts are never lost. */
function finish(context: Context, db: Writer, importId: number, files: FileResult[]): void {
  refreshPosts(db, [importId])
  const changes = new Changes(db)
  changes.update('import', importId, { undone_at_ms: null })
  const change = changes.list[0]!
  change.before = { undone_at_ms: context.now() }
  const done = files.filter((each) => each.status === 'imported')
  const sum = (pick: (file: FileResult) => number) => done.reduce((total, file) => total + pick(file), 0)
  const details = {
    importId,
    files: done.length,
    file: done[0]?.name ?? '',
    posts: sum((file) => file.postsNew),
    observations: sum((file) => file.observations),
  }
  noteDeed(db, context.now(), { kind: 'imports.run', details, coderId: context.coderId }, changes)
}

export async function runImport(context: Context, input: Parsed<'imports.run'>): Promise<Result> {
  const choice = choiceOf(context, input)
  const refs = await listSources(choice)
  return context.withWriter(async (db) => {
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = await writeAll(context, db, refs, choice)
      db.exec(result.importId === null ? 'ROLLBACK' : 'COMMIT')
      context.progress({ step: 'importing', done: refs.length, total: refs.length })
      return result
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  })
}
