-- The corpus: words of DESIGN, one table each. Instants are Unix milliseconds (UTC) in columns ending in _ms.
-- Unknown is NULL, never 0. Observations and codings are only ever added; what was undone keeps its row and says so.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Provenance -------------------------------------------------------------------------------------------

CREATE TABLE import (
  id               INTEGER PRIMARY KEY,
  importer         TEXT NOT NULL,
  importer_version TEXT NOT NULL,
  imported_at_ms   INTEGER NOT NULL,
  coder_id         INTEGER REFERENCES coder (id),
  options          TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options)),
  undone_at_ms     INTEGER
) STRICT;

CREATE TABLE source_file (
  id         INTEGER PRIMARY KEY,
  import_id  INTEGER NOT NULL REFERENCES import (id),
  name       TEXT NOT NULL,
  byte_count INTEGER NOT NULL,
  sha256     TEXT NOT NULL,
  encoding   TEXT NOT NULL,
  skipped    TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(skipped)),
  warnings   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(warnings)),
  posts_new  INTEGER NOT NULL DEFAULT 0,
  posts_seen INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX source_file_by_import ON source_file (import_id);
CREATE INDEX source_file_by_sha256 ON source_file (sha256);

CREATE TABLE snapshot (
  id                  INTEGER PRIMARY KEY,
  source_file_id      INTEGER NOT NULL REFERENCES source_file (id),
  platform            TEXT NOT NULL,
  source              TEXT NOT NULL,
  topic               TEXT,
  topic_key           TEXT,
  captured_from_ms    INTEGER,
  captured_until_ms   INTEGER,
  span                TEXT CHECK (span IN ('hour', 'day', 'week')),
  time_zone           TEXT NOT NULL,
  metric_kind         TEXT NOT NULL CHECK (metric_kind IN ('windowed', 'cumulative')),
  reported_post_count INTEGER,
  gender_shares       TEXT CHECK (json_valid(gender_shares)),
  leading_group       TEXT,
  summary             TEXT,
  raw_header          TEXT NOT NULL,
  address             TEXT,
  -- 0 while its import is undone. Kept here because every view reads snapshots, and none should know of undo.
  active              INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX snapshot_by_source_file ON snapshot (source_file_id);
CREATE INDEX snapshot_by_capture ON snapshot (captured_from_ms) WHERE active = 1;
CREATE INDEX snapshot_by_topic ON snapshot (topic_key);

-- Posts ------------------------------------------------------------------------------------------------

CREATE TABLE author (
  id           INTEGER PRIMARY KEY,
  platform     TEXT NOT NULL,
  author_key   TEXT NOT NULL,
  native_id    TEXT,
  handle       TEXT,
  handle_key   TEXT,
  display_name TEXT,
  UNIQUE (platform, author_key)
) STRICT;
CREATE INDEX author_by_handle ON author (handle_key);

CREATE TABLE post (
  id                   INTEGER PRIMARY KEY,
  platform             TEXT NOT NULL,
  -- 'id:…' where the platform's id is known, else 'text:' + SHA-256 of the identity text (NFKC, no white space or t.co links).
  identity_key         TEXT NOT NULL,
  native_id            TEXT,
  author_id            INTEGER REFERENCES author (id),
  text                 TEXT NOT NULL,
  lang                 TEXT,
  reply_to_handle      TEXT,
  is_repost            INTEGER NOT NULL DEFAULT 0 CHECK (is_repost IN (0, 1)),
  -- Half-open interval in which it was published; precision names its width.
  published_from_ms    INTEGER,
  published_until_ms   INTEGER,
  published_precision  TEXT CHECK (published_precision IN ('month', 'day', 'hour', 'minute', 'second', 'millisecond')),
  published_time_zone  TEXT,
  published_raw        TEXT,
  published_derived    INTEGER NOT NULL DEFAULT 0 CHECK (published_derived IN (0, 1)),
  withdrawn_at_ms      INTEGER,
  -- Derived from active observations by queries/posts-refresh.ts and nowhere else.
  observation_count    INTEGER NOT NULL DEFAULT 0,
  first_observed_at_ms INTEGER,
  last_observed_at_ms  INTEGER,
  last_reposts         INTEGER,
  -- Where it stands on a timeline, and why: 'published' (known at least to the day) or 'observed' (earliest observation).
  placed_at_ms         INTEGER,
  placed_by            TEXT CHECK (placed_by IN ('published', 'observed')),
  UNIQUE (platform, identity_key)
) STRICT;
CREATE INDEX post_by_place ON post (placed_at_ms, id) WHERE observation_count > 0;
CREATE INDEX post_by_reposts ON post (last_reposts, id) WHERE observation_count > 0;
CREATE INDEX post_by_author ON post (author_id) WHERE author_id IS NOT NULL;

CREATE TABLE observation (
  id          INTEGER PRIMARY KEY,
  post_id     INTEGER NOT NULL REFERENCES post (id),
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id),
  rank        INTEGER NOT NULL,
  -- NULL: letter for letter the post's stored text.
  text        TEXT,
  reposts     INTEGER,
  likes       INTEGER,
  replies     INTEGER,
  views       INTEGER,
  flags       TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(flags)),
  raw         TEXT NOT NULL,
  line_start  INTEGER NOT NULL,
  line_end    INTEGER NOT NULL
) STRICT;
CREATE INDEX observation_by_post ON observation (post_id, snapshot_id);
CREATE INDEX observation_by_snapshot ON observation (snapshot_id, rank);

CREATE TABLE hashtag (
  id    INTEGER PRIMARY KEY,
  key   TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL
) STRICT;
CREATE TABLE post_hashtag (
  post_id    INTEGER NOT NULL REFERENCES post (id),
  hashtag_id INTEGER NOT NULL REFERENCES hashtag (id),
  PRIMARY KEY (post_id, hashtag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_hashtag_by_hashtag ON post_hashtag (hashtag_id, post_id);

CREATE TABLE post_mention (
  post_id    INTEGER NOT NULL REFERENCES post (id),
  handle_key TEXT NOT NULL,
  handle     TEXT NOT NULL,
  PRIMARY KEY (post_id, handle_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_mention_by_handle ON post_mention (handle_key, post_id);

CREATE TABLE post_url (
  post_id  INTEGER NOT NULL REFERENCES post (id),
  position INTEGER NOT NULL,
  url      TEXT NOT NULL,
  domain   TEXT NOT NULL,
  PRIMARY KEY (post_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_url_by_domain ON post_url (domain, post_id);

-- Full text: the stream of overlapping character pairs made by shared/text/bigrams.ts, one token a pair. A word of any
-- length, one character included, is a phrase or a prefix in it; SQLite's trigram index answers nothing below three.
-- The ascii tokenizer keeps every byte above 0x7F; the ASCII signs are named so that only the space separates.
CREATE VIRTUAL TABLE post_fts USING fts5 (
  bigrams,
  content = '', contentless_delete = 1,
  tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);

-- Topics -----------------------------------------------------------------------------------------------

CREATE TABLE topic (
  id            INTEGER PRIMARY KEY,
  guid          TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL,
  query         TEXT NOT NULL,
  colour        TEXT NOT NULL,
  memo          TEXT NOT NULL DEFAULT '',
  position      INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  retired_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX topic_by_name ON topic (name_key) WHERE retired_at_ms IS NULL;

-- Coding -----------------------------------------------------------------------------------------------

CREATE TABLE coder (
  id            INTEGER PRIMARY KEY,
  guid          TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL UNIQUE,
  created_at_ms INTEGER NOT NULL
) STRICT;

-- One row a target (of stances), a claim or a theme; its values stand in code_value.
CREATE TABLE code (
  id            INTEGER PRIMARY KEY,
  guid          TEXT NOT NULL UNIQUE,
  kind          TEXT NOT NULL CHECK (kind IN ('target', 'claim', 'theme')),
  parent_id     INTEGER REFERENCES code (id),
  name          TEXT NOT NULL,
  -- What queries and chips say: the target's or theme's name, a claim's C1, C2, …
  short_name    TEXT NOT NULL,
  short_key     TEXT NOT NULL,
  definition    TEXT NOT NULL DEFAULT '',
  position      INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  retired_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX code_by_short_name ON code (kind, short_key) WHERE retired_at_ms IS NULL;

CREATE TABLE code_value (
  id       INTEGER PRIMARY KEY,
  code_id  INTEGER NOT NULL REFERENCES code (id),
  value    TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (code_id, value)
) STRICT;

-- One code with its value, put on one post by one coder at one time. Never changed: a new decision is a new row, and
-- the row before it gets ended_at_ms.
CREATE TABLE coding (
  id              INTEGER PRIMARY KEY,
  guid            TEXT NOT NULL UNIQUE,
  post_id         INTEGER NOT NULL REFERENCES post (id),
  code_id         INTEGER NOT NULL REFERENCES code (id),
  code_value_id   INTEGER NOT NULL REFERENCES code_value (id),
  coder_id        INTEGER NOT NULL REFERENCES coder (id),
  coded_at_ms     INTEGER NOT NULL,
  -- Unicode code points of the post's stored text, half-open; NULL: the whole post.
  span_start      INTEGER,
  span_end        INTEGER,
  confidence      REAL CHECK (confidence BETWEEN 0 AND 1),
  memo            TEXT NOT NULL DEFAULT '',
  ended_at_ms     INTEGER,
  CHECK ((span_start IS NULL) = (span_end IS NULL) AND span_start < span_end IS NOT 0)
) STRICT;
-- One standing decision a coder, post and code.
CREATE UNIQUE INDEX coding_standing ON coding (post_id, code_id, coder_id) WHERE ended_at_ms IS NULL AND span_start IS NULL;
CREATE INDEX coding_by_value ON coding (code_value_id, post_id) WHERE ended_at_ms IS NULL;
CREATE INDEX coding_by_coder ON coding (coder_id, coded_at_ms);

CREATE TABLE memo (
  id            INTEGER PRIMARY KEY,
  guid          TEXT NOT NULL UNIQUE,
  post_id       INTEGER REFERENCES post (id),
  code_id       INTEGER REFERENCES code (id),
  coder_id      INTEGER NOT NULL REFERENCES coder (id),
  text          TEXT NOT NULL,
  written_at_ms INTEGER NOT NULL,
  ended_at_ms   INTEGER
) STRICT;
CREATE INDEX memo_by_post ON memo (post_id) WHERE ended_at_ms IS NULL;

-- Undo and redo ----------------------------------------------------------------------------------------

-- One row a deed. `changes` holds the rows it changed, before and after; undo writes the one, redo the other.
CREATE TABLE command (
  id           INTEGER PRIMARY KEY,
  done_at_ms   INTEGER NOT NULL,
  coder_id     INTEGER REFERENCES coder (id),
  kind         TEXT NOT NULL,
  details      TEXT NOT NULL CHECK (json_valid(details)),
  changes      TEXT NOT NULL CHECK (json_valid(changes)),
  undone_at_ms INTEGER,
  -- Set when a new deed follows an undo: it can no longer be redone, but the diary keeps it.
  closed       INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))
) STRICT;
