import { randomUUID } from 'node:crypto'
import type { Output, Parsed } from '../../../shared/contract.ts'
import { RontenError } from '../../../shared/errors.ts'
import { fold } from '../../../shared/text/fold.ts'
import { requireCoder, type Context } from '../context.ts'
import { doDeed } from '../db/deeds.ts'
import { get, run, type Writer } from '../db/sqlite.ts'
import { codingsOf } from '../queries/codings.ts'
import { listCoders } from '../queries/codebook.ts'

function assertPost(db: Writer, id: number): void {
  if (get(db, 'SELECT 1 FROM post WHERE id = ?', [id])) return
  throw new RontenError('posts.missing', `There is no post ${id} in this corpus.`, { id })
}

interface Standing {
  id: number
  value: string
  memo: string
}

/** The code and the row of its value; taking back (`null`) needs no value. */
function readValue(db: Writer, codeId: number, value: string | null) {
  const code = get<{ short_name: string; kind: string; value_id: number | null }>(
    db,
    `SELECT short_name, kind, (SELECT id FROM code_value WHERE code_id = code.id AND value = ?) AS value_id
       FROM code WHERE id = ? AND (retired_at_ms IS NULL OR ? IS NULL)`,
    [value, codeId, value],
  )
  if (!code)
    throw new RontenError('codebook.missing', 'This code is not in the codebook (any more).', { codeId })
  if (value !== null && code.value_id === null) {
    throw new RontenError('codebook.noSuchValue', `“${code.short_name}” has no value “${value}”.`, {
      code: code.short_name,
      value,
    })
  }
  return code
}

/**
 * One coder's one decision on a post and code. The standing decision is ended, never changed; `null` takes it back. The
 * same decision again is none.
 */
export function putCoding(
  context: Context,
  { postId, codeId, value, memo }: Parsed<'codings.put'>,
): Promise<Output<'codings.put'>> {
  return context.withWriter((db) => {
    // In turn: who codes may have been said by the call before this one.
    const coderId = requireCoder(context)
    const now = context.now()
    assertPost(db, postId)
    doDeed(db, now, (changes) => {
      const standing = standingOf(db, postId, codeId, coderId)
      const code = readValue(db, codeId, value)
      const same = standing?.value === value && (standing?.memo ?? '') === memo
      if (standing && !same) changes.update('coding', standing.id, { ended_at_ms: now })
      if (value !== null && !same) {
        changes.insert('coding', {
          guid: randomUUID(),
          post_id: postId,
          code_id: codeId,
          code_value_id: code.value_id,
          coder_id: coderId,
          coded_at_ms: now,
          memo,
        })
      }
      const details = {
        postId,
        kind: code.kind,
        code: code.short_name,
        value,
        before: standing?.value ?? null,
      }
      return { deed: { kind: 'codings.put', details, coderId }, result: undefined }
    })
    return { codings: codingsOf(db, [postId]).get(postId) ?? [] }
  })
}

function standingOf(db: Writer, postId: number, codeId: number, coderId: number): Standing | undefined {
  return get<Standing>(
    db,
    `SELECT coding.id, code_value.value, coding.memo FROM coding JOIN code_value ON code_value.id = coding.code_value_id
      WHERE post_id = ? AND coding.code_id = ? AND coder_id = ? AND ended_at_ms IS NULL AND span_start IS NULL`,
    [postId, codeId, coderId],
  )
}

export function putMemo(context: Context, { postId, text }: Parsed<'memos.put'>): Promise<{ ok: true }> {
  return context.withWriter((db) =>
    doDeed(db, context.now(), (changes) => {
      const coderId = requireCoder(context)
      assertPost(db, postId)
      const now = context.now()
      const standing = get<{ id: number; text: string }>(
        db,
        'SELECT id, text FROM memo WHERE post_id = ? AND ended_at_ms IS NULL ORDER BY id DESC LIMIT 1',
        [postId],
      )
      const wanted = text.trim() === '' ? null : text
      if (standing && standing.text !== wanted) changes.update('memo', standing.id, { ended_at_ms: now })
      if (wanted !== null && standing?.text !== wanted) {
        changes.insert('memo', {
          guid: randomUUID(),
          post_id: postId,
          coder_id: coderId,
          text: wanted,
          written_at_ms: now,
        })
      }
      return {
        deed: { kind: 'memos.put', details: { postId, removed: wanted === null }, coderId },
        result: { ok: true as const },
      }
    }),
  )
}

/** Says who codes at this window. A name is one person, whatever its width or case; a new name is a new coder. */
export function useCoder(context: Context, { name }: Parsed<'coders.use'>): Promise<Output<'coders.use'>> {
  return context.withWriter((db) => {
    const key = fold(name)
    const known = get<{ id: number }>(db, 'SELECT id FROM coder WHERE name_key = ?', [key])
    const id =
      known?.id ??
      run(db, 'INSERT INTO coder (guid, name, name_key, created_at_ms) VALUES (?, ?, ?, ?)', [
        randomUUID(),
        name,
        key,
        context.now(),
      ]).id
    run(
      db,
      "INSERT INTO meta (key, value) VALUES ('coder_id', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      [String(id)],
    )
    context.setCoder(id)
    return listCoders(db).find((each) => each.id === id)!
  })
}
