import type { Coding, CodeKind } from '../../../shared/model.ts'
import { all, get, type Reader } from '../db/sqlite.ts'
import type { Unit } from './unit-sql.ts'

interface CodingRow {
  id: number
  post_id: number
  code_id: number
  kind: CodeKind
  short_name: string
  name: string
  value: string
  coder: string
  coded_at_ms: number
  memo: string
  confidence: number | null
  ended_at_ms: number | null
}

const select = `SELECT coding.id, coding.post_id, coding.code_id, code.kind, code.short_name, code.name, code_value.value,
    coder.name AS coder, coding.coded_at_ms, coding.memo, coding.confidence, coding.ended_at_ms
  FROM coding
  JOIN code ON code.id = coding.code_id
  JOIN code_value ON code_value.id = coding.code_value_id
  JOIN coder ON coder.id = coding.coder_id`

function codingOf(row: CodingRow): Coding {
  return {
    id: row.id,
    postId: row.post_id,
    codeId: row.code_id,
    kind: row.kind,
    code: row.short_name,
    codeName: row.name,
    value: row.value,
    coder: row.coder,
    codedAtMs: row.coded_at_ms,
    memo: row.memo,
    confidence: row.confidence,
    endedAtMs: row.ended_at_ms,
  }
}

/** Standing codings by post, in the order of the codebook. */
export function codingsOf(db: Reader, postIds: readonly number[]): Map<number, Coding[]> {
  const rows = all<CodingRow>(
    db,
    `${select} WHERE coding.post_id IN (SELECT value FROM json_each(?)) AND coding.ended_at_ms IS NULL
      ORDER BY code.kind = 'theme', code.kind = 'claim', code.position, coding.id`,
    [JSON.stringify(postIds)],
  )
  const byPost = new Map<number, Coding[]>()
  for (const row of rows) {
    const list = byPost.get(row.post_id)
    if (list) list.push(codingOf(row))
    else byPost.set(row.post_id, [codingOf(row)])
  }
  return byPost
}

/** Every decision ever made on a post, newest first. */
export function codingHistory(db: Reader, postId: number): Coding[] {
  return all<CodingRow>(db, `${select} WHERE coding.post_id = ? ORDER BY coding.id DESC`, [postId]).map(
    codingOf,
  )
}

const codedBy = `EXISTS (SELECT 1 FROM coding WHERE coding.post_id = post.id AND coding.coder_id = ? AND coding.ended_at_ms IS NULL)`

export interface QueueStep {
  from: number | null
  direction: 'forward' | 'back'
  uncodedOnly: boolean
  coderId: number | null
}

/** One step along the filtered posts, oldest first. `position` is the 1-based place of the post found, 0 where none is. */
export function nextInQueue(db: Reader, unit: Unit, step: QueueStep) {
  const coder = step.coderId ?? -1
  const start =
    step.from === null
      ? undefined
      : get<{ at: number }>(db, 'SELECT coalesce(placed_at_ms, 9e15) AS at FROM post WHERE id = ?', [
          step.from,
        ])
  const forward = step.direction === 'forward'
  const beyond = start ? `AND (coalesce(post.placed_at_ms, 9e15), post.id) ${forward ? '>' : '<'} (?, ?)` : ''
  const open = step.uncodedOnly ? `AND NOT ${codedBy}` : ''
  const sign = forward ? '' : 'DESC'
  const found = get<{ id: number; at: number }>(
    db,
    `SELECT post.id, coalesce(post.placed_at_ms, 9e15) AS at FROM post WHERE ${unit.where} ${beyond} ${open}
      ORDER BY coalesce(post.placed_at_ms, 9e15) ${sign}, post.id ${sign} LIMIT 1`,
    [...unit.params, ...(start ? [start.at, step.from] : []), ...(step.uncodedOnly ? [coder] : [])],
  )
  const counts = get<{ total: number; coded: number; before: number }>(
    db,
    `SELECT count(*) AS total, coalesce(sum(${codedBy}), 0) AS coded,
            coalesce(sum((coalesce(post.placed_at_ms, 9e15), post.id) <= (?, ?)), 0) AS before
       FROM post WHERE ${unit.where}`,
    [coder, found?.at ?? -1, found?.id ?? -1, ...unit.params],
  )
  return {
    postId: found?.id ?? null,
    position: found ? (counts?.before ?? 0) : 0,
    total: counts?.total ?? 0,
    coded: counts?.coded ?? 0,
  }
}
