/** How a chart splits posts: each kind of series is a join from `unit.id` and the expression of its key. */
import { RontenError } from '../../../shared/errors.ts'
import { fold } from '../../../shared/text/fold.ts'
import { all, get, type Reader } from '../db/sqlite.ts'
import { topicMembers } from '../queries/topics.ts'
import type { Unit } from '../queries/unit-sql.ts'

export interface Series {
  list: { key: string; label: string }[]
  /** Common table expressions before `unit`, each ending in a comma. */
  with: string
  params: unknown[]
  join: string
  key: string
}

/** Direct labels stay readable up to here; the caption says that there are more. */
const mostSeries = 8

interface Asked {
  series: string
  timeZone: string
  nowMs: number
}

const plain: Series = { list: [{ key: 'all', label: 'all' }], with: '', params: [], join: '', key: "'all'" }

/** Of the standing codings of one code: each post once a value, however many coders chose it. */
function codeValues(db: Reader, kind: 'target' | 'claim', name: string): Series {
  const code = get<{ id: number }>(
    db,
    'SELECT id FROM code WHERE kind = ? AND short_key = ? AND retired_at_ms IS NULL',
    [kind, fold(name)],
  )
  if (!code)
    throw new RontenError('timeline.unknownCode', `There is no ${kind} “${name}” in the codebook.`, {
      kind,
      name,
    })
  const values = all<{ value: string }>(
    db,
    'SELECT value FROM code_value WHERE code_id = ? ORDER BY position',
    [code.id],
  )
  const list = [
    ...values.map(({ value }) => ({ key: value, label: value })),
    { key: 'uncoded', label: 'uncoded' },
  ]
  const join = `LEFT JOIN (SELECT DISTINCT coding.post_id, code_value.value FROM coding JOIN code_value ON code_value.id = coding.code_value_id
      WHERE coding.code_id = ${code.id} AND coding.ended_at_ms IS NULL) AS member ON member.post_id = unit.id`
  return { list, with: '', params: [], join, key: "coalesce(member.value, 'uncoded')" }
}

function claims(db: Reader, unit: Unit): Series {
  const list = all<{ key: string; label: string }>(
    db,
    `SELECT CAST(code.id AS TEXT) AS key, short_name AS label FROM code JOIN coding ON coding.code_id = code.id AND coding.ended_at_ms IS NULL
       JOIN post ON post.id = coding.post_id
      WHERE kind = 'claim' AND retired_at_ms IS NULL AND ${unit.where} GROUP BY code.id ORDER BY count(*) DESC, code.position LIMIT ${mostSeries}`,
    unit.params,
  )
  const join = `JOIN (SELECT DISTINCT post_id, code_id FROM coding WHERE ended_at_ms IS NULL AND code_id IN (${list.map(({ key }) => Number(key)).join(',') || 'NULL'})) AS member ON member.post_id = unit.id`
  return { list, with: '', params: [], join, key: 'CAST(member.code_id AS TEXT)' }
}

function hashtags(db: Reader, unit: Unit): Series {
  const list = all<{ key: string; label: string }>(
    db,
    `SELECT CAST(hashtag.id AS TEXT) AS key, '#' || hashtag.label AS label FROM post JOIN post_hashtag ON post_hashtag.post_id = post.id
       JOIN hashtag ON hashtag.id = post_hashtag.hashtag_id WHERE ${unit.where}
      GROUP BY hashtag.id ORDER BY count(*) DESC, hashtag.key LIMIT ${mostSeries}`,
    unit.params,
  )
  const join = `JOIN post_hashtag AS member ON member.post_id = unit.id AND member.hashtag_id IN (${list.map(({ key }) => Number(key)).join(',') || 'NULL'})`
  return { list, with: '', params: [], join, key: 'CAST(member.hashtag_id AS TEXT)' }
}

function topics(db: Reader, asked: Asked): Series {
  const members = topicMembers(db, asked.timeZone, asked.nowMs)
  return {
    list: members.topics.map(({ id, name }) => ({ key: String(id), label: name })),
    with: `member AS MATERIALIZED (${members.sql}),`,
    params: members.params,
    join: 'JOIN member ON member.post_id = unit.id',
    key: 'CAST(member.node_id AS TEXT)',
  }
}

/** By the trend page (its topic) or the data set that showed the post; a post can stand in several. */
function sources(db: Reader, unit: Unit): Series {
  const label = 'coalesce(snapshot.topic, snapshot.source)'
  const list = all<{ key: string; label: string }>(
    db,
    `SELECT ${label} AS key, ${label} AS label FROM snapshot JOIN observation ON observation.snapshot_id = snapshot.id
       JOIN post ON post.id = observation.post_id
      WHERE active = 1 AND ${unit.where} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${mostSeries}`,
    unit.params,
  )
  const join = `JOIN (SELECT DISTINCT observation.post_id, ${label} AS source FROM observation JOIN snapshot ON snapshot.id = observation.snapshot_id AND snapshot.active = 1) AS member ON member.post_id = unit.id`
  return { list, with: '', params: [], join, key: 'member.source' }
}

/** `none`, `stance:TARGET`, `claim`, `claim:C1`, `topic`, `hashtag`, `source`. */
export function seriesOf(db: Reader, unit: Unit, asked: Asked): Series {
  const [kind, ...rest] = asked.series.split(':')
  const name = rest.join(':')
  if (kind === 'none') return plain
  if (kind === 'stance' && name) return codeValues(db, 'target', name)
  if (kind === 'claim') return name ? codeValues(db, 'claim', name) : claims(db, unit)
  if (kind === 'hashtag') return hashtags(db, unit)
  if (kind === 'topic') return topics(db, asked)
  if (kind === 'source') return sources(db, unit)
  throw new RontenError(
    'timeline.unknownSeries',
    `A timeline cannot be split by “${asked.series}”. Use none, stance:TARGET, claim, claim:C1, topic, hashtag or source.`,
    { series: asked.series },
  )
}
