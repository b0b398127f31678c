import type { Snapshot } from '../../../shared/model.ts'
import { localStamp } from '../../../shared/time/zoned.ts'
import { all, type Reader } from '../db/sqlite.ts'

interface Capture {
  captured_from_ms: number | null
  span: 'hour' | 'day' | 'week' | null
  time_zone: string
}

/** Local time of a capture in its own zone: to the minute for hourly pages, to the day for longer ones. */
export function capturedAt({ captured_from_ms, span, time_zone }: Capture): string | null {
  if (captured_from_ms === null) return null
  return localStamp(captured_from_ms, time_zone, span === 'day' || span === 'week' ? 'day' : 'minute')
}

interface SnapshotRow extends Capture {
  id: number
  import_id: number
  name: string
  source: string
  platform: string
  topic: string | null
  captured_until_ms: number | null
  metric_kind: 'windowed' | 'cumulative'
  reported_post_count: number | null
  gender_shares: string | null
  leading_group: string | null
  summary: string | null
  address: string | null
  observations: number
}

export function listSnapshots(db: Reader): Snapshot[] {
  const rows = all<SnapshotRow>(
    db,
    `SELECT snapshot.*, source_file.import_id, source_file.name,
            (SELECT count(*) FROM observation WHERE observation.snapshot_id = snapshot.id) AS observations
       FROM snapshot JOIN source_file ON source_file.id = snapshot.source_file_id
      WHERE snapshot.active = 1
      ORDER BY snapshot.captured_from_ms, snapshot.id`,
  )
  return rows.map((row) => ({
    id: row.id,
    importId: row.import_id,
    fileName: row.name,
    source: row.source,
    platform: row.platform,
    topic: row.topic,
    capturedAt: capturedAt(row),
    capturedFromMs: row.captured_from_ms,
    capturedUntilMs: row.captured_until_ms,
    timeZone: row.time_zone,
    span: row.span,
    metricKind: row.metric_kind,
    reportedPostCount: row.reported_post_count,
    genderShares: row.gender_shares === null ? null : (JSON.parse(row.gender_shares) as [number, number]),
    leadingGroup: row.leading_group,
    summary: row.summary,
    address: row.address,
    observations: row.observations,
  }))
}
