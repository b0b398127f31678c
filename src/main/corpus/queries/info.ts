import type { Output } from '../../../shared/contract.ts'
import type { Context } from '../context.ts'
import { schemaVersion } from '../db/migrate.ts'
import { get } from '../db/sqlite.ts'

/** The zone of the first page of the corpus, since that is whose days people mean; else this machine's. */
const zoneSql = `SELECT time_zone AS zone FROM snapshot WHERE active = 1 ORDER BY id LIMIT 1`

export function corpusInfo({ corpus, read, coderId }: Context): Output<'corpus.info'> {
  const count = (from: string) => get<{ n: number }>(read, `SELECT count(*) AS n FROM ${from}`)!.n
  const placed = get<{ first: number | null; last: number | null }>(
    read,
    'SELECT min(placed_at_ms) AS first, max(placed_at_ms) AS last FROM post WHERE observation_count > 0',
  )!
  return {
    id: corpus.id,
    name: corpus.name,
    createdAtMs: Number(
      get<{ value: string }>(read, "SELECT value FROM meta WHERE key = 'created_at_ms'")?.value ?? 0,
    ),
    schemaVersion,
    timeZone: get<{ zone: string }>(read, zoneSql)?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    coder:
      coderId === null
        ? null
        : (get<{ name: string }>(read, 'SELECT name FROM coder WHERE id = ?', [coderId])?.name ?? null),
    readOnly: corpus.readOnly,
    posts: count('post WHERE observation_count > 0'),
    observations: count(
      'observation JOIN snapshot ON snapshot.id = observation.snapshot_id AND snapshot.active = 1',
    ),
    snapshots: count('snapshot WHERE active = 1'),
    imports: count('import WHERE undone_at_ms IS NULL'),
    codings: count('coding WHERE ended_at_ms IS NULL'),
    firstPlacedMs: placed.first,
    lastPlacedMs: placed.last,
  }
}
