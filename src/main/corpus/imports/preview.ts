/** What an import would do, without writing: the same reading, the same identities. */
import type { Output, Parsed, PreviewFile } from '../../../shared/contract.ts'
import { toErrorPayload } from '../../../shared/errors.ts'
import { localStamp } from '../../../shared/time/zoned.ts'
import type { Context } from '../context.ts'
import type { Reader } from '../db/sqlite.ts'
import { get } from '../db/sqlite.ts'
import type { ImportNote, ParsedSnapshot } from '../importers/importer.ts'
import { fold } from '../../../shared/text/fold.ts'
import { capturedAt } from '../queries/snapshots.ts'
import { identityKey, importHolding, isKnown } from './identity.ts'
import { assertNotCancelled, choiceOf } from './run.ts'
import { listSources, readSource, type ReadSource, type SourceRef } from './source.ts'

function previewSnapshot(
  db: Reader,
  snapshot: ParsedSnapshot,
  met: Set<string>,
): PreviewFile['snapshots'][number] {
  return {
    topic: snapshot.topic,
    capturedAt: capturedAt({
      captured_from_ms: snapshot.captured?.fromMs ?? null,
      span: snapshot.span,
      time_zone: snapshot.timeZone,
    }),
    timeZone: snapshot.timeZone,
    span: snapshot.span,
    reportedPostCount: snapshot.reportedPostCount,
    genderShares: snapshot.genderShares,
    leadingGroup: snapshot.leadingGroup,
    summary: snapshot.summary,
    observations: snapshot.observations.map((seen) => {
      const key = identityKey(seen)
      const known = met.has(key) || isKnown(db, snapshot.platform, key)
      met.add(key)
      return {
        rank: seen.rank,
        text: seen.text,
        reposts: seen.metrics.reposts,
        published:
          seen.published &&
          localStamp(seen.published.fromMs, seen.published.timeZone, seen.published.precision),
        lineStart: seen.lineStart,
        lineEnd: seen.lineEnd,
        flags: seen.flags,
        known,
      }
    }),
  }
}

/** Another file of the same page is no fault, but its numbers would stand twice; the person should know before. */
function twins(db: Reader, snapshot: ParsedSnapshot): ImportNote[] {
  if (snapshot.topic === null || !snapshot.captured) return []
  const twin = get<{ name: string }>(
    db,
    `SELECT source_file.name FROM snapshot JOIN source_file ON source_file.id = snapshot.source_file_id
      WHERE snapshot.active = 1 AND topic_key = ? AND captured_from_ms = ? AND span IS ? LIMIT 1`,
    [fold(snapshot.topic), snapshot.captured.fromMs, snapshot.span],
  )
  return twin
    ? [{ line: null, reason: 'same-page', details: { topic: snapshot.topic, file: twin.name } }]
    : []
}

function previewFile(db: Reader, source: ReadSource, met: Set<string>): PreviewFile {
  const known = importHolding(db, source.sha256) !== undefined
  const snapshots = source.parsed.snapshots.map((each) => previewSnapshot(db, each, met))
  const all = snapshots.flatMap((each) => each.observations)
  return {
    name: source.name,
    byteCount: source.byteCount,
    encoding: source.encoding,
    format: source.importer.id,
    status: known ? 'known' : 'ready',
    problem: null,
    postsNew: known ? 0 : all.filter((each) => !each.known).length,
    postsSeen: known ? all.length : all.filter((each) => each.known).length,
    snapshots,
    skipped: source.parsed.skipped,
    warnings: [
      ...source.parsed.warnings,
      ...(known ? [] : source.parsed.snapshots.flatMap((each) => twins(db, each))),
    ],
  }
}

function unreadable(ref: SourceRef, error: unknown): PreviewFile {
  return {
    name: ref.name,
    byteCount: 0,
    encoding: null,
    format: null,
    status: 'unreadable',
    problem: toErrorPayload(error),
    postsNew: 0,
    postsSeen: 0,
    snapshots: [],
    skipped: [],
    warnings: [],
  }
}

export async function previewImport(
  context: Context,
  input: Parsed<'imports.preview'>,
): Promise<Output<'imports.preview'>> {
  const choice = choiceOf(context, input)
  const refs = await listSources(choice)
  const met = new Set<string>()
  const files: PreviewFile[] = []
  for (const [i, ref] of refs.entries()) {
    assertNotCancelled(context.signal)
    context.progress({ step: 'reading', done: i, total: refs.length })
    files.push(
      await readSource(ref, choice).then(
        (source) => previewFile(context.read, source, met),
        (error: unknown) => unreadable(ref, error),
      ),
    )
  }
  context.progress({ step: 'reading', done: refs.length, total: refs.length })
  return { files }
}
