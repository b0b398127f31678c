/** The words of the project as schemas: what crosses a border, in the window, the terminal and the tests alike. */
import { z } from 'zod'

/** Unix milliseconds, UTC. */
export const instantMs = z.number().int()
export const rowId = z.number().int().positive()
/** IANA time zone, e.g. `Asia/Tokyo`. */
export const timeZone = z
  .string()
  .min(1)
  .max(64)
  .refine(isTimeZone, 'is not a time zone that this system knows')
/** Text of the query language, DESIGN §7. */
export const queryText = z.string().max(20_000)

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const precision = z.enum(['month', 'day', 'hour', 'minute', 'second', 'millisecond'])
export const span = z.enum(['hour', 'day', 'week'])

export const metrics = z.object({
  reposts: z.number().int().nullable(),
  likes: z.number().int().nullable(),
  replies: z.number().int().nullable(),
  views: z.number().int().nullable(),
})

export const snapshot = z.object({
  id: rowId,
  importId: rowId,
  fileName: z.string(),
  source: z.string(),
  platform: z.string(),
  topic: z.string().nullable(),
  /** Local time of the capture in its own zone: `2025-12-12T09:00`, a date alone for daily and weekly pages. */
  capturedAt: z.string().nullable(),
  capturedFromMs: instantMs.nullable(),
  capturedUntilMs: instantMs.nullable(),
  timeZone: z.string(),
  span: span.nullable(),
  metricKind: z.enum(['windowed', 'cumulative']),
  reportedPostCount: z.number().int().nullable(),
  genderShares: z.tuple([z.number(), z.number()]).nullable(),
  leadingGroup: z.string().nullable(),
  summary: z.string().nullable(),
  address: z.string().nullable(),
  /** Number of observations. */
  observations: z.number().int(),
})
export type Snapshot = z.infer<typeof snapshot>

export const observation = metrics.extend({
  id: rowId,
  snapshotId: rowId,
  topic: z.string().nullable(),
  capturedAt: z.string().nullable(),
  capturedFromMs: instantMs.nullable(),
  timeZone: z.string(),
  span: span.nullable(),
  metricKind: z.enum(['windowed', 'cumulative']),
  rank: z.number().int(),
  /** As shown on this page; `null`: letter for letter the post's text. */
  text: z.string().nullable(),
  flags: z.array(z.string()),
  raw: z.string(),
  fileName: z.string(),
  importId: rowId,
  lineStart: z.number().int(),
  lineEnd: z.number().int(),
})
export type Observation = z.infer<typeof observation>

export const codeKind = z.enum(['target', 'claim', 'theme'])
export type CodeKind = z.infer<typeof codeKind>

/** Values that a code of each kind starts with, in the order of their keys. */
export const standardValues: Record<CodeKind, readonly string[]> = {
  target: ['favor', 'against', 'none', 'unclear'],
  claim: ['supports', 'denies', 'queries', 'comments'],
  theme: ['present'],
}

export const code = z.object({
  id: rowId,
  guid: z.string(),
  kind: codeKind,
  parentId: rowId.nullable(),
  /** A target's or theme's name; a claim's statement. */
  name: z.string(),
  /** What queries and chips say: the name again, or `C1`. */
  shortName: z.string(),
  definition: z.string(),
  values: z.array(z.string()),
  /** Standing codings with this code, by any coder. */
  codingCount: z.number().int(),
})
export type Code = z.infer<typeof code>

export const coding = z.object({
  id: rowId,
  postId: rowId,
  codeId: rowId,
  kind: codeKind,
  code: z.string(),
  codeName: z.string(),
  value: z.string(),
  coder: z.string(),
  codedAtMs: instantMs,
  memo: z.string(),
  confidence: z.number().nullable(),
  /** Set where a later decision or an undo ended it. */
  endedAtMs: instantMs.nullable(),
})
export type Coding = z.infer<typeof coding>

export const author = z.object({
  id: rowId,
  platform: z.string(),
  handle: z.string().nullable(),
  displayName: z.string().nullable(),
})

/** A post as lists show it. */
export const post = z.object({
  id: rowId,
  platform: z.string(),
  text: z.string(),
  lang: z.string().nullable(),
  author: author.nullable(),
  replyToHandle: z.string().nullable(),
  isRepost: z.boolean(),
  withdrawn: z.boolean(),
  /** As exact as its precision: `2025-12`, `2025-12-12`, `2025-12-12T09:00`. */
  publishedAt: z.string().nullable(),
  publishedPrecision: precision.nullable(),
  publishedTimeZone: z.string().nullable(),
  publishedDerived: z.boolean(),
  /** Where it stands on a timeline, and why. */
  placedAtMs: instantMs.nullable(),
  placedBy: z.enum(['published', 'observed']).nullable(),
  /** Reposts of the latest observation that shows any; never summed, never the maximum. */
  reposts: z.number().int().nullable(),
  observationCount: z.number().int(),
  hashtags: z.array(z.string()),
  mentions: z.array(z.string()),
  urls: z.array(z.string()),
  codings: z.array(coding),
})
export type Post = z.infer<typeof post>

export const memo = z.object({
  id: rowId,
  text: z.string(),
  coder: z.string(),
  writtenAtMs: instantMs,
})

export const postDetail = post.extend({
  publishedRaw: z.string().nullable(),
  observations: z.array(observation),
  /** Every decision ever made on the post, ended ones included, newest first. */
  codingHistory: z.array(coding),
  memo: memo.nullable(),
})
export type PostDetail = z.infer<typeof postDetail>

export const topic = z.object({
  id: rowId,
  name: z.string(),
  query: z.string(),
  colour: z.string(),
  memo: z.string(),
  postCount: z.number().int().nullable(),
  /** Set where the rule can no longer be read, in words. */
  problem: z.string().nullable(),
})
export type Topic = z.infer<typeof topic>

export const coder = z.object({ id: rowId, name: z.string(), codingCount: z.number().int() })
export type Coder = z.infer<typeof coder>

/** A line that was skipped or read with doubt; `line` is 1-based. */
export const importNote = z.object({
  line: z.number().int().nullable(),
  reason: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type ImportNote = z.infer<typeof importNote>

export const importFile = z.object({
  name: z.string(),
  byteCount: z.number().int(),
  sha256: z.string(),
  encoding: z.string(),
  snapshots: z.number().int(),
  observations: z.number().int(),
  postsNew: z.number().int(),
  postsSeen: z.number().int(),
  skipped: z.array(importNote),
  warnings: z.array(importNote),
})

export const importRun = z.object({
  id: rowId,
  importer: z.string(),
  importerVersion: z.string(),
  importedAtMs: instantMs,
  coder: z.string().nullable(),
  undone: z.boolean(),
  files: z.array(importFile),
})
export type ImportRun = z.infer<typeof importRun>
