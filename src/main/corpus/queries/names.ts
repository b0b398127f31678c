/** What a corpus calls things, looked up for the compiler of filters. */
import type { CodeKind } from '../../../shared/model.ts'
import { bigramMatch } from '../../../shared/text/bigrams.ts'
import { fold, foldSpaces, identityText } from '../../../shared/text/fold.ts'
import type { ReadableDb } from '../db/readable.ts'
import type { NamedCode, NameKind, Names } from './filter-context.ts'

/** Keys are folded names; white space inside may have been kept or made one space by who wrote them. */
function keys(name: string): [string, string] {
  return [fold(name).trim(), foldSpaces(name)]
}

export function namesOf(db: ReadableDb): Names {
  const all = <T>(sql: string, ...params: unknown[]) => db.prepare(sql).all(...params) as T[]
  const get = <T>(sql: string, ...params: unknown[]) =>
    (db.prepare(sql).get(...params) as T | undefined) ?? null
  return {
    topicByName: (name) =>
      get('SELECT name, query FROM topic WHERE name_key IN (?, ?) AND retired_at_ms IS NULL', ...keys(name)),
    snapshotTopicExists: (name) =>
      get('SELECT 1 AS one FROM snapshot WHERE topic_key IN (?, ?) LIMIT 1', ...keys(name)) !== null,
    codeByShortName: (kind, name) => codeByShortName(db, kind, name),
    coderByName: (name) => get('SELECT id FROM coder WHERE name_key IN (?, ?)', ...keys(name)),
    authorIds: (name) => authorIds(db, name),
    snapshotIdsBySource: (name) => snapshotIdsBySource(db, name),
    exists: (what, id) => get(existence[what], id) !== null,
    duplicatesOf: (postId) => duplicatesOf(db, postId),
    known: (kind) => all<{ name: string }>(lists[kind]).map(({ name }) => name),
  }
}

const existence = {
  snapshot: 'SELECT 1 AS one FROM snapshot WHERE id = ?',
  import: 'SELECT 1 AS one FROM import WHERE id = ?',
  post: 'SELECT 1 AS one FROM post WHERE id = ?',
}

const lists: Record<NameKind, string> = {
  topic: `SELECT name FROM topic WHERE retired_at_ms IS NULL
    UNION SELECT topic FROM snapshot WHERE topic IS NOT NULL AND active = 1 ORDER BY 1 LIMIT 1000`,
  target: codeList("kind = 'target'"),
  claim: codeList("kind = 'claim'"),
  code: codeList('1'),
  coder: 'SELECT name FROM coder ORDER BY id',
  source: `SELECT DISTINCT source AS name FROM snapshot WHERE active = 1
    UNION SELECT source_file.name FROM source_file JOIN import ON import.id = source_file.import_id
     WHERE import.undone_at_ms IS NULL LIMIT 1000`,
}

function codeList(which: string): string {
  return `SELECT short_name AS name FROM code WHERE ${which} AND retired_at_ms IS NULL ORDER BY position, id`
}

/** With the codes below it: who asks for a theme means its sub-themes too. */
function codeByShortName(db: ReadableDb, kind: CodeKind | null, name: string): NamedCode | null {
  const sql = `WITH RECURSIVE tree (id) AS (
      SELECT id FROM code WHERE kind IN (SELECT value FROM json_each(?)) AND short_key IN (?, ?) AND retired_at_ms IS NULL
      UNION
      SELECT code.id FROM code JOIN tree ON code.parent_id = tree.id WHERE code.retired_at_ms IS NULL)
    SELECT code_value.id, code_value.value FROM tree LEFT JOIN code_value ON code_value.code_id = tree.id
     ORDER BY tree.id, code_value.position`
  const asked = JSON.stringify(kind ? [kind] : ['theme', 'target', 'claim'])
  const rows = db.prepare(sql).all(asked, ...keys(name)) as { id: number | null; value: string }[]
  if (rows.length === 0) return null
  return { values: rows.flatMap(({ id, value }) => (id === null ? [] : [{ id, value }])) }
}

/** Display names have no key in the schema; all are folded here. O(authors), about 1 µs each. */
function authorIds(db: ReadableDb, name: string): number[] {
  const [key, spaced] = keys(name.replace(/^[@＠]/u, ''))
  const byHandle = db.prepare('SELECT id FROM author WHERE handle_key = ?').all(key) as { id: number }[]
  const named = db.prepare('SELECT id, display_name FROM author WHERE display_name IS NOT NULL').all()
  const whole = foldSpaces(name)
  const byName = (named as { id: number; display_name: string }[]).filter(({ display_name: shown }) => {
    const folded = foldSpaces(shown)
    return folded === spaced || folded === whole
  })
  return [...new Set([...byHandle, ...byName].map(({ id }) => id))]
}

function snapshotIdsBySource(db: ReadableDb, name: string): number[] {
  const key = foldSpaces(name)
  const sources = db.prepare('SELECT DISTINCT source FROM snapshot').all() as { source: string }[]
  const files = db.prepare('SELECT id, name FROM source_file').all() as { id: number; name: string }[]
  const sql = `SELECT id FROM snapshot
    WHERE source IN (SELECT value FROM json_each(?)) OR source_file_id IN (SELECT value FROM json_each(?))`
  const rows = db
    .prepare(sql)
    .all(
      JSON.stringify(sources.map(({ source }) => source).filter((source) => foldSpaces(source) === key)),
      JSON.stringify(files.filter((file) => foldSpaces(file.name) === key).map(({ id }) => id)),
    )
  return (rows as { id: number }[]).map(({ id }) => id)
}

/** Text as it identifies a post, folded: case, width, white space and t.co links apart. */
function sameText(text: string): string {
  return fold(identityText(text))
}

/**
 * The index proposes posts that hold every longer piece of the text; comparing decides. Pieces have no white space and
 * no links, since duplicates may differ in these (a line broken inside a piece hides a duplicate).
 */
function duplicatesOf(db: ReadableDb, postId: number): number[] {
  const post = db.prepare('SELECT text FROM post WHERE id = ?').get(postId) as { text: string } | undefined
  if (!post) return []
  const pieces = foldSpaces(post.text.replace(/https?:\/\/\S+/gu, ' '))
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .slice(0, 8)
    .map((piece) => bigramMatch(piece))
    .filter((match) => match !== null)
  if (pieces.length === 0) return [postId]
  const sql = 'SELECT id, text FROM post WHERE id IN (SELECT rowid FROM post_fts WHERE post_fts MATCH ?)'
  const rows = db.prepare(sql).all(pieces.map((match) => `(${match})`).join(' AND '))
  const wanted = sameText(post.text)
  const same = (rows as { id: number; text: string }[]).filter(({ text }) => sameText(text) === wanted)
  return [...new Set([postId, ...same.map(({ id }) => id)])]
}
