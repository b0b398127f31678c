/** How SQLite means to answer: an index or the full text for each condition, never observations or codings row by row. */
import { describe, expect, it } from 'vitest'
import { compileFilter } from './filter.ts'
import { jst, sampleCorpus } from './filter.fixture.ts'
import { namesOf } from './names.ts'

const db = sampleCorpus()

function plan(query: string, columns = 'count(*)'): string {
  const { sql, params } = compileFilter(query, { timeZone: 'Asia/Tokyo', nowMs: jst(12), names: namesOf(db) })
  const explain = `EXPLAIN QUERY PLAN SELECT ${columns} FROM post WHERE post.observation_count > 0 AND (${sql})`
  return (db.prepare(explain).all(...params) as { detail: string }[]).map(({ detail }) => detail).join('\n')
}

describe('query plans', () => {
  it.each([
    ['日本', [/SCAN post_fts VIRTUAL TABLE/u, /SEARCH post USING INTEGER PRIMARY KEY/u]],
    ['日 本 "a b"', [/SCAN post_fts VIRTUAL TABLE/u, /SEARCH post USING INTEGER PRIMARY KEY/u]],
    [
      '#平和',
      [/SEARCH post_hashtag USING (COVERING )?INDEX post_hashtag_by_hashtag/u, /SEARCH post USING INTEGER/u],
    ],
    [
      'since:2025-12-01 until:today',
      [/SEARCH post USING (COVERING )?INDEX post_by_place \(placed_at_ms>\? AND/u],
    ],
    ['reposts>100', [/SEARCH post USING (COVERING )?INDEX post_by_reposts/u]],
    ['stance:日米同盟=favor', [/SEARCH coding USING (COVERING )?INDEX coding_by_value \(code_value_id=\?/u]],
    ['claim:C1', [/SEARCH coding USING (COVERING )?INDEX coding_by_value \(code_value_id=\?/u]],
    ['coder:ken', [/SEARCH coding USING INDEX coding_by_coder/u]],
    ['author:taro_y', [/SEARCH post USING (COVERING )?INDEX post_by_author/u]],
    ['@taro_y', [/MULTI-INDEX OR/u, /SEARCH post_mention USING (COVERING )?INDEX post_mention_by_handle/u]],
    [
      'topic:日米同盟',
      [/SEARCH s USING (COVERING )?INDEX snapshot_by_topic/u, /SEARCH o USING INDEX observation_by_snap/u],
    ],
    ['snapshot:1', [/SEARCH s USING INTEGER PRIMARY KEY/u, /SEARCH o USING INDEX observation_by_snapshot/u]],
    [
      'import:1',
      [/SEARCH s USING INDEX snapshot_by_source_file/u, /SEARCH o USING INDEX observation_by_snapshot/u],
    ],
    ['source:csv', [/SEARCH o USING INDEX observation_by_snapshot/u]],
    ['views>3 rank<2 is:cut', [/SEARCH o USING INDEX observation_by_post/u]],
    ['has:memo', [/SEARCH memo (EXISTS )?USING (COVERING )?INDEX memo_by_post/u]],
    // All standing codings once, by the index that holds nothing else.
    ['coded:no', [/SCAN coding USING (COVERING )?INDEX coding_by_value/u]],
  ])('%s', (query, expected) => {
    const text = plan(query)
    for (const step of expected) expect(text).toMatch(step)
    expect(text).not.toMatch(/SCAN (observation|o|coding)\b(?! USING (COVERING )?INDEX coding_by_value)/u)
  })

  it('stays so for the rows of a page, and behind minuses and alternatives', () => {
    for (const query of [
      '日本 #平和 stance:日米同盟',
      '-#a (views>1 OR stance:日米同盟=favor) -日本',
      'topic:会談 since:2025',
    ]) {
      expect(plan(query, 'post.*')).not.toMatch(/SCAN (observation|o|coding)\b/u)
    }
  })
})
