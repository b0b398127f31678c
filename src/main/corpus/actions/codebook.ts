import { randomUUID } from 'node:crypto'
import type { Parsed } from '../../../shared/contract.ts'
import { RontenError } from '../../../shared/errors.ts'
import { standardValues, type Code, type CodeKind } from '../../../shared/model.ts'
import { fold } from '../../../shared/text/fold.ts'
import type { Context } from '../context.ts'
import { doDeed } from '../db/deeds.ts'
import { all, get, type Writer } from '../db/sqlite.ts'
import { getCode } from '../queries/codebook.ts'

/** The first C-number that no claim bears or bore, so that C3 never means two things in one corpus. */
function nextClaimName(db: Writer): string {
  const taken = new Set(
    all<{ key: string }>(db, "SELECT short_key AS key FROM code WHERE kind = 'claim'").map(({ key }) => key),
  )
  for (let n = 1; ; n++) if (!taken.has(`c${n}`)) return `C${n}`
}

function assertFree(db: Writer, kind: CodeKind, shortName: string, except: number | null): void {
  const other = get<{ short_name: string }>(
    db,
    'SELECT short_name FROM code WHERE kind = ? AND short_key = ? AND retired_at_ms IS NULL AND id IS NOT ?',
    [kind, fold(shortName), except],
  )
  if (other) {
    throw new RontenError(
      'codebook.nameTaken',
      `The codebook already has a ${kind} “${other.short_name}”. Choose another name.`,
      { kind, name: other.short_name },
    )
  }
}

function liveCode(db: Writer, id: number): Code | undefined {
  return get(db, 'SELECT 1 FROM code WHERE id = ? AND retired_at_ms IS NULL', [id]) && getCode(db, id)
}

export function addCode(context: Context, input: Parsed<'codebook.add'>): Promise<Code> {
  const { kind, name, definition } = input
  return context.withWriter((db) => {
    const shortName =
      input.shortName ?? (kind === 'claim' ? nextClaimName(db) : Array.from(name).slice(0, 60).join(''))
    assertFree(db, kind, shortName, null)
    const id = doDeed(db, context.now(), (changes) => {
      const last = get<{ n: number }>(db, 'SELECT coalesce(max(position), 0) AS n FROM code WHERE kind = ?', [
        kind,
      ])!.n
      const code = changes.insert('code', {
        guid: randomUUID(),
        kind,
        name,
        short_name: shortName,
        short_key: fold(shortName),
        definition,
        position: last + 1,
        created_at_ms: context.now(),
      })
      standardValues[kind].forEach((value, position) =>
        changes.insert('code_value', { code_id: code, value, position }),
      )
      return {
        deed: { kind: 'codebook.add', details: { kind, name: shortName }, coderId: context.coderId },
        result: code,
      }
    })
    return getCode(db, id)!
  })
}

export function editCode(
  context: Context,
  { id, name, shortName, definition }: Parsed<'codebook.edit'>,
): Promise<{ ok: true }> {
  return context.withWriter((db) => {
    const code = liveCode(db, id)
    if (!code)
      throw new RontenError('codebook.missing', 'This code is not in the codebook (any more).', {
        codeId: id,
      })
    assertFree(db, code.kind, shortName, id)
    return doDeed(db, context.now(), (changes) => {
      changes.update('code', id, { name, short_name: shortName, short_key: fold(shortName), definition })
      return {
        deed: {
          kind: 'codebook.edit',
          details: { kind: code.kind, name: shortName, before: code.shortName },
          coderId: context.coderId,
        },
        result: { ok: true as const },
      }
    })
  })
}

/** Takes a code out of use. Its codings stay, and come back into view with it. */
export function retireCode(context: Context, { id }: Parsed<'codebook.retire'>): Promise<{ ok: true }> {
  return context.withWriter((db) => {
    const code = liveCode(db, id)
    if (!code)
      throw new RontenError('codebook.missing', 'This code is not in the codebook (any more).', {
        codeId: id,
      })
    return doDeed(db, context.now(), (changes) => {
      changes.update('code', id, { retired_at_ms: context.now() })
      return {
        deed: {
          kind: 'codebook.retire',
          details: { kind: code.kind, name: code.shortName, codings: code.codingCount },
          coderId: context.coderId,
        },
        result: { ok: true as const },
      }
    })
  })
}
