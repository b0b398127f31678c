import type { Topic } from '../../../shared/model.ts'
import { toErrorPayload } from '../../../shared/errors.ts'
import { all, type Reader } from '../db/sqlite.ts'
import { countPosts } from './posts.ts'
import { unitOf, type Unit } from './unit-sql.ts'

interface TopicRow {
  id: number
  name: string
  query: string
  colour: string
  memo: string
}

function rows(db: Reader): TopicRow[] {
  return all<TopicRow>(
    db,
    'SELECT id, name, query, colour, memo FROM topic WHERE retired_at_ms IS NULL ORDER BY position, id',
  )
}

/** A rule that can no longer be read (its code was renamed, say) is shown with its reason, and counts nothing. */
function tryUnit(
  db: Reader,
  row: TopicRow,
  timeZone: string,
  nowMs: number,
): { unit: Unit | null; problem: string | null } {
  try {
    return { unit: unitOf(db, { query: row.query, timeZone }, nowMs), problem: null }
  } catch (error) {
    return { unit: null, problem: toErrorPayload(error).message }
  }
}

export function listTopics(db: Reader, timeZone: string, nowMs: number, counts: boolean): Topic[] {
  return rows(db).map((row) => {
    const { unit, problem } = tryUnit(db, row, timeZone, nowMs)
    return { ...row, postCount: counts && unit ? countPosts(db, unit) : null, problem }
  })
}

/** SQL of pairs `(post_id, node_id)`: each live topic with each of its posts. */
export function topicMembers(db: Reader, timeZone: string, nowMs: number) {
  const topics: TopicRow[] = []
  const parts: string[] = []
  const params: unknown[] = []
  for (const row of rows(db)) {
    const { unit } = tryUnit(db, row, timeZone, nowMs)
    if (!unit) continue
    topics.push(row)
    parts.push(`SELECT post.id AS post_id, ${row.id} AS node_id FROM post WHERE ${unit.where}`)
    params.push(...unit.params)
  }
  return {
    topics,
    sql: parts.join(' UNION ALL ') || 'SELECT NULL AS post_id, NULL AS node_id WHERE 0',
    params,
  }
}
