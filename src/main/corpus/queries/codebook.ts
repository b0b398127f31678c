import type { Code, CodeKind, Coder } from '../../../shared/model.ts'
import { all, get, type Reader } from '../db/sqlite.ts'

interface CodeRow {
  id: number
  guid: string
  kind: CodeKind
  parent_id: number | null
  name: string
  short_name: string
  definition: string
  codes: string
  n: number
}

const select = `SELECT code.*,
    (SELECT json_group_array(value ORDER BY position) FROM code_value WHERE code_value.code_id = code.id) AS codes,
    (SELECT count(*) FROM coding WHERE coding.code_id = code.id AND coding.ended_at_ms IS NULL) AS n
  FROM code`

function codeOf(row: CodeRow): Code {
  return {
    id: row.id,
    guid: row.guid,
    kind: row.kind,
    parentId: row.parent_id,
    name: row.name,
    shortName: row.short_name,
    definition: row.definition,
    values: JSON.parse(row.codes) as string[],
    codingCount: row.n,
  }
}

/** Codes in use, targets first, then claims, then themes, each in its own order. */
export function listCodes(db: Reader): Code[] {
  return all<CodeRow>(
    db,
    `${select} WHERE retired_at_ms IS NULL ORDER BY kind = 'theme', kind = 'claim', position, id`,
  ).map(codeOf)
}

export function getCode(db: Reader, id: number): Code | undefined {
  const row = get<CodeRow>(db, `${select} WHERE id = ?`, [id])
  return row && codeOf(row)
}

export function listCoders(db: Reader): Coder[] {
  return all<{ id: number; name: string; n: number }>(
    db,
    `SELECT id, name, (SELECT count(*) FROM coding WHERE coding.coder_id = coder.id AND coding.ended_at_ms IS NULL) AS n
       FROM coder ORDER BY id`,
  ).map(({ id, name, n }) => ({ id, name, codingCount: n }))
}
