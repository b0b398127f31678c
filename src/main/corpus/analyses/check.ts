/** Is the corpus sound: SQLite's own integrity, references, the full-text index, derived columns. Reads only. */
import type { Output } from '../../../shared/contract.ts'
import { bigramMatch } from '../../../shared/text/bigrams.ts'
import { foldSpaces } from '../../../shared/text/fold.ts'
import type { Context } from '../context.ts'
import { all, get } from '../db/sqlite.ts'

type Problem = Output<'corpus.check'>['problems'][number]

const orphans = [
  [
    'observation of no post',
    'SELECT count(*) AS n FROM observation LEFT JOIN post ON post.id = post_id WHERE post.id IS NULL',
  ],
  [
    'post that was never observed',
    'SELECT count(*) AS n FROM post WHERE NOT EXISTS (SELECT 1 FROM observation WHERE post_id = post.id)',
  ],
  [
    'coding whose value belongs to another code',
    'SELECT count(*) AS n FROM coding JOIN code_value ON code_value.id = code_value_id WHERE code_value.code_id <> coding.code_id',
  ],
  [
    'post whose count of observations is out of step',
    `SELECT count(*) AS n FROM post WHERE observation_count <> (SELECT count(*) FROM observation JOIN snapshot ON snapshot.id = snapshot_id AND active = 1 WHERE post_id = post.id)`,
  ],
] as const

function sqlite({ read }: Context): Problem[] {
  const integrity = all<{ integrity_check: string }>(read, 'PRAGMA integrity_check(20)')
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => ({ check: 'integrity', message: row.integrity_check }))
  const foreign = all<{ table: string; rowid: number; parent: string }>(
    read,
    'PRAGMA foreign_key_check',
  ).slice(0, 20)
  return [
    ...integrity,
    ...foreign.map((row) => ({
      check: 'foreign-keys',
      message: `Row ${row.rowid} of ${row.table} names a ${row.parent} that is not there.`,
    })),
  ]
}

/** Every post must be found by its own beginning: a sample of up to 500, evenly spread. */
function fullText({ read }: Context): Problem[] {
  const posts = get<{ n: number }>(read, 'SELECT count(*) AS n FROM post')!.n
  const indexed = get<{ n: number }>(read, 'SELECT count(*) AS n FROM post_fts_docsize')!.n
  const problems: Problem[] =
    posts === indexed
      ? []
      : [{ check: 'full-text', message: `${posts} posts, but ${indexed} in the full-text index.` }]
  const step = Math.max(1, Math.floor(posts / 500))
  for (const { id, text } of all<{ id: number; text: string }>(
    read,
    'SELECT id, text FROM post WHERE id % ? = 0',
    [step],
  )) {
    const match = bigramMatch(Array.from(foldSpaces(text)).slice(0, 12).join(''))
    if (match && !get(read, 'SELECT 1 FROM post_fts WHERE post_fts MATCH ? AND rowid = ?', [match, id])) {
      problems.push({ check: 'full-text', message: `Post ${id} is not found by its own words.` })
      if (problems.length > 20) break
    }
  }
  return problems
}

export function checkCorpus(context: Context): Output<'corpus.check'> {
  const steps: [string, () => Problem[]][] = [
    ['integrity', () => sqlite(context)],
    ['full-text', () => fullText(context)],
    [
      'rows',
      () =>
        orphans.flatMap(([what, sql]) => {
          const { n } = get<{ n: number }>(context.read, sql)!
          return n > 0 ? [{ check: 'rows', message: `${n} × ${what}.` }] : []
        }),
    ],
  ]
  const problems = steps.flatMap(([step, check], i) => {
    context.progress({ step, done: i, total: steps.length })
    try {
      return check()
    } catch (error) {
      // A damaged file fails in the middle of a question: that is the answer, and the next question is still asked.
      return [{ check: step, message: error instanceof Error ? error.message : String(error) }]
    }
  })
  return { ok: problems.length === 0, problems }
}
