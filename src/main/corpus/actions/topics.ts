import { randomUUID } from 'node:crypto'
import type { Parsed } from '../../../shared/contract.ts'
import { RontenError } from '../../../shared/errors.ts'
import { fold } from '../../../shared/text/fold.ts'
import type { Context } from '../context.ts'
import { doDeed } from '../db/deeds.ts'
import { get } from '../db/sqlite.ts'
import { unitOf } from '../queries/unit-sql.ts'

/** Adds a topic or changes one. A rule that cannot be read is refused here, where its author is still at hand. */
export function saveTopic(
  context: Context,
  { id, name, query, colour, memo }: Parsed<'topics.save'>,
): Promise<{ id: number }> {
  return context.withWriter((db) => {
    const taken = get(
      db,
      'SELECT 1 FROM topic WHERE name_key = ? AND retired_at_ms IS NULL AND id IS NOT ?',
      [fold(name), id],
    )
    if (taken)
      throw new RontenError('topics.nameTaken', `There is already a topic “${name}”. Choose another name.`, {
        name,
      })
    if (id !== null && !get(db, 'SELECT 1 FROM topic WHERE id = ? AND retired_at_ms IS NULL', [id])) {
      throw new RontenError('topics.missing', 'This topic is not there (any more).', { id })
    }
    const result = doDeed(db, context.now(), (changes) => {
      const row = { name, name_key: fold(name), query, colour, memo }
      const deed = {
        kind: id === null ? 'topics.add' : 'topics.edit',
        details: { name },
        coderId: context.coderId,
      }
      const last = get<{ n: number }>(db, 'SELECT coalesce(max(position), 0) AS n FROM topic')!.n
      const added = { guid: randomUUID(), ...row, position: last + 1, created_at_ms: context.now() }
      if (id !== null) changes.update('topic', id, row)
      const saved = id ?? changes.insert('topic', added)
      // Read with the topic in place: a rule that names its own topic is refused, and the transaction with it.
      unitOf(db, { query, timeZone: 'UTC' }, context.now())
      return { deed, result: saved }
    })
    return { id: result }
  })
}

export function retireTopic(context: Context, { id }: Parsed<'topics.retire'>): Promise<{ ok: true }> {
  return context.withWriter((db) => {
    const topic = get<{ name: string }>(db, 'SELECT name FROM topic WHERE id = ? AND retired_at_ms IS NULL', [
      id,
    ])
    if (!topic) throw new RontenError('topics.missing', 'This topic is not there (any more).', { id })
    return doDeed(db, context.now(), (changes) => {
      changes.update('topic', id, { retired_at_ms: context.now() })
      return {
        deed: { kind: 'topics.retire', details: { name: topic.name }, coderId: context.coderId },
        result: { ok: true as const },
      }
    })
  })
}
