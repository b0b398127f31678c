/**
 * Co-occurrence of nodes in posts.
 *
 * Definition: unit = post; a node is present in a post or not; an edge joins two nodes present in one post. Measures and
 * their sources: shared/stats/association.ts. Edges below `minEdge` posts or between nodes below `minNode` posts are
 * left out, then the strongest `top` by the measure are kept, ties with the last included. Nodes without a kept edge are
 * not drawn. Communities, on the measure's weights: shared/stats/communities.ts. Density: E / (N (N − 1) / 2).
 * Missing values: posts without any node are in no pair; `postCount` and `unitCount` tell both.
 * Complexity: one self-join of the memberships, O(Σ k²) over posts with k nodes.
 */
import type { NetworkResult } from '../../../shared/contract.ts'
import { associationMeasures, type AssociationMeasure } from '../../../shared/stats/association.ts'
import { findCommunities } from '../../../shared/stats/communities.ts'
import { RontenError } from '../../../shared/errors.ts'
import { condition } from '../../../shared/query/build.ts'
import { all, get, type Reader } from '../db/sqlite.ts'
import { countPosts } from '../queries/posts.ts'
import { topicMembers } from '../queries/topics.ts'
import type { Unit } from '../queries/unit-sql.ts'

export interface NetworkOptions {
  nodes: 'hashtags' | 'topics'
  measure: AssociationMeasure
  minNode: number
  minEdge: number
  top: number
  seed: number
  timeZone: string
  nowMs: number
}

interface Node {
  id: number
  label: string
  colour: string | null
  query: string
}

interface Members {
  /** Pairs `(post_id, node_id)`; `unit.id` are the posts of the filter. */
  sql: string
  params: unknown[]
  describe: (ids: number[]) => Node[]
}

function hashtagMembers(db: Reader): Members {
  return {
    sql: 'SELECT post_id, hashtag_id AS node_id FROM unit JOIN post_hashtag ON post_hashtag.post_id = unit.id',
    params: [],
    describe: (ids) =>
      all<{ id: number; label: string }>(
        db,
        'SELECT id, label FROM hashtag WHERE id IN (SELECT value FROM json_each(?))',
        [JSON.stringify(ids)],
      ).map(({ id, label }) => ({
        id,
        label: `#${label}`,
        colour: null,
        query: condition('hashtag', ':', label),
      })),
  }
}

function namedTopicMembers(db: Reader, options: NetworkOptions): Members {
  const { topics, sql, params } = topicMembers(db, options.timeZone, options.nowMs)
  return {
    sql: `SELECT post_id, node_id FROM (${sql}) WHERE post_id IN (SELECT id FROM unit)`,
    params,
    describe: (ids) =>
      topics
        .filter(({ id }) => ids.includes(id))
        .map(({ id, name, colour }) => ({ id, label: name, colour, query: condition('topic', ':', name) })),
  }
}

interface Pair {
  source: number
  target: number
  c: number
}

function strongest(edges: { pair: Pair; weight: number }[], top: number) {
  const sorted = edges.sort(
    (x, y) =>
      y.weight - x.weight ||
      y.pair.c - x.pair.c ||
      x.pair.source - y.pair.source ||
      x.pair.target - y.pair.target,
  )
  const last = sorted[top - 1]
  return last ? sorted.filter((each) => each.weight >= last.weight) : sorted
}

/** Pairs in all posts: what the self-join will walk through. */
const mostPairs = 20_000_000
/** More lines than a picture or a table can say anything with, ties or not. */
const mostEdges = 20_000

function tooMuch(count: number): RontenError {
  return new RontenError(
    'network.tooMuch',
    `These posts hold ${count} pairs, too many for one network. Raise the thresholds of nodes and edges, or narrow the filter.`,
    { count },
  )
}

function readPairs(db: Reader, unit: Unit, members: Members, minNode: number) {
  const common = `WITH unit AS MATERIALIZED (SELECT post.id FROM post WHERE ${unit.where}), member AS MATERIALIZED (${members.sql})`
  const params = [...unit.params, ...members.params]
  const counts = all<{ id: number; n: number }>(
    db,
    `${common} SELECT node_id AS id, count(*) AS n FROM member GROUP BY node_id`,
    params,
  )
  const walked = get<{ n: number | null }>(
    db,
    `${common} SELECT sum(k * (k - 1) / 2) AS n FROM (SELECT count(*) AS k FROM member GROUP BY post_id)`,
    params,
  )?.n
  if (walked && walked > mostPairs) throw tooMuch(walked)
  const pairs = all<Pair>(
    db,
    `${common}, frequent AS MATERIALIZED (SELECT node_id FROM member GROUP BY node_id HAVING count(*) >= ?),
       kept AS MATERIALIZED (SELECT post_id, node_id FROM member WHERE node_id IN frequent ORDER BY post_id, node_id)
     SELECT x.node_id AS source, y.node_id AS target, count(*) AS c
       FROM kept AS x JOIN kept AS y ON y.post_id = x.post_id AND y.node_id > x.node_id GROUP BY 1, 2`,
    [...params, minNode],
  )
  const units =
    get<{ n: number }>(db, `${common} SELECT count(DISTINCT post_id) AS n FROM member`, params)?.n ?? 0
  return { counts: new Map(counts.map(({ id, n }) => [id, n])), pairs, units }
}

export function network(db: Reader, unit: Unit, options: NetworkOptions): NetworkResult {
  const members = options.nodes === 'hashtags' ? hashtagMembers(db) : namedTopicMembers(db, options)
  const { counts, pairs, units } = readPairs(db, unit, members, options.minNode)
  const measure = associationMeasures[options.measure]
  const candidates = pairs
    .filter((pair) => pair.c >= options.minEdge)
    .map((pair) => ({
      pair,
      weight: measure({ a: counts.get(pair.source)!, b: counts.get(pair.target)!, c: pair.c }),
    }))
  const edges = strongest(candidates, options.top)
  if (edges.length > mostEdges) throw tooMuch(edges.length)
  const degrees = new Map<number, number>()
  for (const { pair } of edges)
    for (const id of [pair.source, pair.target]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
  const ids = [...degrees.keys()].sort((x, y) => x - y)
  const communities = findCommunities(
    ids,
    edges.map(({ pair, weight }) => ({ source: pair.source, target: pair.target, weight })),
    options.seed,
  )
  const nodes = members.describe(ids).map(({ id, label, colour, query }) => ({
    id: String(id),
    label,
    count: counts.get(id)!,
    degree: degrees.get(id)!,
    community: communities.of.get(id) ?? 0,
    colour,
    query,
  }))
  const n = nodes.length
  return {
    nodes: nodes.sort((x, y) => y.count - x.count || (x.label < y.label ? -1 : 1)),
    edges: edges.map(({ pair, weight }) => ({
      source: String(pair.source),
      target: String(pair.target),
      count: pair.c,
      weight,
    })),
    unitCount: units,
    postCount: countPosts(db, unit),
    candidateNodes: counts.size,
    candidateEdges: pairs.length,
    density: n < 2 ? null : edges.length / ((n * (n - 1)) / 2),
    smallestWeight: edges.at(-1)?.weight ?? null,
    modularity: communities.modularity,
  }
}
