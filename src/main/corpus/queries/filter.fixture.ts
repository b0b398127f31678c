/** A small invented corpus in memory for the tests of filters. */
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { bigramStream } from '../../../shared/text/bigrams.ts'
import { extractEntities } from '../../../shared/text/entities.ts'
import { fold } from '../../../shared/text/fold.ts'

export const jst = (day: number, hour = 0) => Date.UTC(2025, 11, day, hour - 9)

export function emptyCorpus(): Database.Database {
  const db = new Database(':memory:')
  db.exec(readFileSync('src/main/corpus/db/migrations/0001-corpus.sql', 'utf8'))
  return db
}

interface Seed {
  text: string
  placedAtMs?: number
  reposts?: number
  observations?: number
  author?: number
  extra?: Record<string, string | number>
}

/** Inserts a post as an import does: identity, entities, index. */
export function addPost(db: Database.Database, id: number, seed: Seed): void {
  const { text, placedAtMs = null, reposts = null, observations = 1, author = null, extra = {} } = seed
  const entities = extractEntities(text)
  db.prepare(
    `INSERT INTO post (id, platform, identity_key, text, author_id, reply_to_handle, placed_at_ms, last_reposts, observation_count)
     VALUES (?, 'x', ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, `id:${id}`, text, author, entities.replyTo, placedAtMs, reposts, observations)
  for (const [column, value] of Object.entries(extra)) {
    db.prepare(`UPDATE post SET ${column} = ? WHERE id = ?`).run(value, id)
  }
  db.prepare('INSERT INTO post_fts (rowid, bigrams) VALUES (?, ?)').run(id, bigramStream(text))
  for (const { key, label } of entities.hashtags) {
    db.prepare('INSERT OR IGNORE INTO hashtag (key, label) VALUES (?, ?)').run(key, label)
    db.prepare('INSERT INTO post_hashtag SELECT ?, id FROM hashtag WHERE key = ?').run(id, key)
  }
  for (const { key, handle } of entities.mentions) {
    db.prepare('INSERT INTO post_mention VALUES (?, ?, ?)').run(id, key, handle)
  }
  entities.urls.forEach(({ url, domain }, i) => {
    db.prepare('INSERT INTO post_url VALUES (?, ?, ?, ?)').run(id, i, url, domain)
  })
}

export function addTopic(db: Database.Database, name: string, query: string): void {
  db.prepare(
    `INSERT INTO topic (guid, name, name_key, query, colour, position, created_at_ms) VALUES (?, ?, ?, ?, '#000000', 0, 0)`,
  ).run(name, name, fold(name), query)
}

const posts: Record<number, Seed> = {
  1: { text: '日米同盟は大事だ #日米同盟 #Peace', placedAtMs: jst(11), reposts: 150, author: 1 },
  2: { text: '倭国の外交を考える https://example.jp/a', placedAtMs: jst(12), reposts: 100 },
  3: { text: '@Taro_Y それは違う', placedAtMs: jst(12, 18), author: 2, extra: { lang: 'zh-Hant' } },
  4: {
    text: 'ＡＢＣニュース ｶﾞﾝﾊﾞﾚ 100%',
    placedAtMs: jst(13),
    reposts: 5,
    extra: { lang: 'ja', is_repost: 1 },
  },
  5: { text: 'Peace  talks, “now” or\nnever', extra: { published_precision: 'day', withdrawn_at_ms: 1 } },
  6: { text: 'ｐｅａｃｅ talks, “now” or never https://t.co/xyz', placedAtMs: jst(1), observations: 2 },
  7: { text: '取り消された輸入の投稿 日本', observations: 0 },
}

/** Import 1: trend page with snapshot 1 (posts 1–5); import 2: snapshot 2 (post 6); import 3, undone: snapshot 3 (6, 7). */
export function sampleCorpus(): Database.Database {
  const db = emptyCorpus()
  db.exec(`
    INSERT INTO coder VALUES (1, 'g1', '佐藤 花', '佐藤 花', 0), (2, 'g2', 'Ken', 'ken', 0);
    INSERT INTO import (id, importer, importer_version, imported_at_ms, undone_at_ms)
      VALUES (1, 'trend', '1', 0, NULL), (2, 'csv', '1', 0, NULL), (3, 'csv', '1', 0, 5);
    INSERT INTO source_file (id, import_id, name, byte_count, sha256, encoding)
      VALUES (1, 1, 'Page １.txt', 1, 'a', 'utf-8'), (2, 2, 'b.csv', 1, 'b', 'utf-8'), (3, 3, 'c.csv', 1, 'c', 'utf-8');
    INSERT INTO snapshot (id, source_file_id, platform, source, topic, topic_key, time_zone, metric_kind, raw_header, active)
      VALUES (1, 1, 'x', 'trend-page', '日米同盟', '日米同盟', 'Asia/Tokyo', 'windowed', '', 1),
             (2, 2, 'x', 'csv', NULL, NULL, 'UTC', 'cumulative', '', 1),
             (3, 3, 'x', 'csv', '平和', '平和', 'UTC', 'cumulative', '', 0);
    INSERT INTO author (id, platform, author_key, handle, handle_key, display_name)
      VALUES (1, 'x', 'taro_y', 'Taro_Y', 'taro_y', '山田 太郎'), (2, 'x', 'n:b', NULL, NULL, 'Ｂ子');
    INSERT INTO code (id, guid, kind, parent_id, name, short_name, short_key, position, created_at_ms, retired_at_ms)
      VALUES (1, 'c1', 'target', NULL, '日米同盟', '日米同盟', '日米同盟', 0, 0, NULL),
             (2, 'c2', 'claim', NULL, 'It costs too much', 'C1', 'c1', 1, 0, NULL),
             (3, 'c3', 'theme', NULL, '安全', '安全', '安全', 2, 0, NULL),
             (4, 'c4', 'theme', 3, '基地', '基地', '基地', 3, 0, NULL),
             (5, 'c5', 'target', NULL, '旧', '旧', '旧', 4, 0, 9);
    INSERT INTO code_value VALUES (1, 1, 'favor', 0), (2, 1, 'against', 1), (3, 1, 'none', 2), (4, 1, 'unclear', 3),
      (5, 2, 'supports', 0), (6, 2, 'denies', 1), (7, 3, 'present', 0), (8, 4, 'present', 0), (9, 5, 'favor', 0);`)
  for (const [id, seed] of Object.entries(posts)) addPost(db, Number(id), seed)
  const observe = db.prepare(
    "INSERT INTO observation (post_id, snapshot_id, rank, likes, views, flags, raw, line_start, line_end) VALUES (?, ?, ?, ?, ?, ?, '', 1, 1)",
  )
  for (const id of [1, 2, 3, 4, 5])
    observe.run(id, 1, id, id === 2 ? 50 : null, null, id === 5 ? '["cut"]' : '[]')
  observe.run(6, 2, 1, 10, 7000, '[]')
  observe.run(6, 3, 9, 9999, null, '["cut"]')
  observe.run(7, 3, 1, null, null, '[]')
  const code = db.prepare(
    'INSERT INTO coding (guid, post_id, code_id, code_value_id, coder_id, coded_at_ms, span_start, span_end, ended_at_ms) VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)',
  )
  const rows: [number, number, number, number, (number | null)?, (number | null)?, (number | null)?][] = [
    [1, 1, 1, 1],
    [1, 1, 2, 2],
    [2, 1, 2, 1],
    [3, 1, 1, 1, null, null, 9],
    [3, 1, 4, 1],
    [4, 2, 6, 2],
    [5, 4, 8, 1, 0, 3],
  ]
  rows.forEach((row, i) =>
    code.run(`k${i}`, ...row.slice(0, 4), row[4] ?? null, row[5] ?? null, row[6] ?? null),
  )
  db.exec(`INSERT INTO memo (guid, post_id, coder_id, text, written_at_ms, ended_at_ms)
    VALUES ('m1', 2, 1, '要確認', 0, NULL), ('m2', 3, 1, '古い', 0, 5)`)
  addTopic(db, '安全保障', '日本 OR 同盟')
  addTopic(db, '会談', 'peace -topic:安全保障')
  addTopic(db, '輪一', 'topic:輪二')
  addTopic(db, '輪二', 'a OR topic:輪一')
  addTopic(db, '壊れ', 'stance:無い=favor')
  addTopic(db, '平和', 'peace')
  return db
}
