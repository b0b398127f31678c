/**
 * Every method of the corpus process: what goes in, what comes out, what it touches. Both ends are typed from here, and
 * what arrives is parsed by these schemas before anything else sees it.
 */
import { z } from 'zod'
import { errorPayload, type ErrorPayload } from './errors.ts'
import * as m from './model.ts'
import type { Phrase } from './query/describe.ts'

/** What a mutation can change; the renderer's cache is invalidated by these. */
export const noun = z.enum([
  'corpus',
  'imports',
  'snapshots',
  'posts',
  'topics',
  'codebook',
  'codings',
  'coders',
  'memos',
  'history',
])
export type Noun = z.infer<typeof noun>

interface Definition<Kind extends string, I extends z.ZodType, O extends z.ZodType> {
  kind: Kind
  input: I
  output: O
  touches: readonly Noun[]
}
const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Definition<'query', I, O> => ({
  kind: 'query',
  input,
  output,
  touches: [],
})
const mutation = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  touches: readonly Noun[],
): Definition<'mutation', I, O> => ({
  kind: 'mutation',
  input,
  output,
  touches: [...touches, 'history'],
})
/** Streams progress and can be cancelled; leaves the corpus as it was before, or complete. */
const job = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  touches: readonly Noun[] = [],
): Definition<'job', I, O> => ({
  kind: 'job',
  input,
  output,
  touches: touches.length ? [...touches, 'history'] : [],
})

const none = z.object({})
const id = z.object({ id: m.rowId })
const filter = z.object({ query: m.queryText.default(''), timeZone: m.timeZone })
const done = z.object({ ok: z.literal(true) })

export const sortOrder = z.enum(['newest', 'oldest', 'reposts', 'relevance'])
export const bucketSize = z.enum(['hour', 'day', 'week', 'month'])
export type BucketSize = z.infer<typeof bucketSize>
export const timelineMeasure = z.enum(['posts', 'reposts', 'share'])
export type TimelineMeasure = z.infer<typeof timelineMeasure>
export const networkNodes = z.enum(['hashtags', 'topics'])
export const networkMeasure = z.enum(['count', 'jaccard'])

/** Files are named by tokens that the shell handed out after a dialog or a drop; the page never names a path. */
export const importInput = z.object({
  files: z.array(z.string()).max(10_000).default([]),
  pasted: z.string().max(50_000_000).optional(),
  format: z.string().optional(),
  encoding: z.string().optional(),
  timeZone: m.timeZone.optional(),
})

const previewFile = z.object({
  name: z.string(),
  byteCount: z.number().int(),
  encoding: z.string().nullable(),
  format: z.string().nullable(),
  /** `ready`, or why it will not be imported. */
  status: z.enum(['ready', 'known', 'unreadable']),
  problem: errorPayload.nullable(),
  postsNew: z.number().int(),
  postsSeen: z.number().int(),
  snapshots: z.array(
    z.object({
      topic: z.string().nullable(),
      capturedAt: z.string().nullable(),
      timeZone: z.string(),
      span: m.span.nullable(),
      reportedPostCount: z.number().int().nullable(),
      genderShares: z.tuple([z.number(), z.number()]).nullable(),
      leadingGroup: z.string().nullable(),
      summary: z.string().nullable(),
      observations: z.array(
        z.object({
          rank: z.number().int(),
          text: z.string(),
          reposts: z.number().int().nullable(),
          published: z.string().nullable(),
          lineStart: z.number().int(),
          lineEnd: z.number().int(),
          flags: z.array(z.string()),
          known: z.boolean(),
        }),
      ),
    }),
  ),
  skipped: z.array(m.importNote),
  warnings: z.array(m.importNote),
})
export type PreviewFile = z.infer<typeof previewFile>

const importResult = z.object({
  /** `null` where nothing was new and nothing was written. */
  importId: m.rowId.nullable(),
  files: z.array(
    m.importFile.extend({
      format: z.string().nullable(),
      status: z.enum(['imported', 'known', 'unreadable']),
      problem: errorPayload.nullable(),
    }),
  ),
})

export const timelineResult = z.object({
  by: bucketSize,
  timeZone: z.string(),
  measure: timelineMeasure,
  /** In drawing order. `key` is stable, `label` what people read. */
  series: z.array(z.object({ key: z.string(), label: z.string() })),
  buckets: z.array(
    z.object({
      startMs: m.instantMs,
      endMs: m.instantMs,
      /** Local start in the time zone: `2025-12-12`, `2025-12-12T09:00`. */
      start: z.string(),
      end: z.string(),
      /** False where no snapshot speaks for this time: a gap in coverage, not a zero. */
      covered: z.boolean(),
      /** One value a series; `null` in a gap, and where nothing was shown to count. */
      values: z.record(z.string(), z.number().nullable()),
    }),
  ),
  postCount: z.number().int(),
  /** Posts that stand at their earliest observation, because no day of publication is known. */
  placedByObservation: z.number().int(),
  /** Of those, the ones first seen on a page that speaks for longer than one bucket. */
  coarserThanBucket: z.number().int(),
  /** Posts with neither a known day nor a capture time: on no timeline. */
  unplaced: z.number().int(),
  /** How the measure counts over the sources at hand, for the axis. */
  metricKinds: z.array(z.enum(['windowed', 'cumulative'])),
})
export type TimelineResult = z.infer<typeof timelineResult>

export const networkResult = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      /** Posts with it. */
      count: z.number().int(),
      degree: z.number().int(),
      community: z.number().int(),
      /** Only where the node has a colour of its own, as topics do. */
      colour: z.string().nullable(),
      /** Condition of the query language that selects its posts. */
      query: z.string(),
    }),
  ),
  edges: z.array(
    z.object({
      source: z.string(),
      target: z.string(),
      /** Posts with both. */
      count: z.number().int(),
      /** By the measure asked for. */
      weight: z.number(),
    }),
  ),
  /** Posts in the filter that hold at least one candidate node. */
  unitCount: z.number().int(),
  /** Posts in the filter. */
  postCount: z.number().int(),
  /** Nodes and edges before thresholds, for the caption. */
  candidateNodes: z.number().int(),
  candidateEdges: z.number().int(),
  /** E / (N (N − 1) / 2) of what is shown; `null` with fewer than two nodes. */
  density: z.number().nullable(),
  smallestWeight: z.number().nullable(),
  modularity: z.number().nullable(),
})
export type NetworkResult = z.infer<typeof networkResult>

export const methods = {
  'corpus.info': query(
    none,
    z.object({
      id: z.string(),
      name: z.string(),
      createdAtMs: m.instantMs,
      schemaVersion: z.number().int(),
      timeZone: z.string(),
      /** Name of the coder at this window, `null` until somebody says who codes. */
      coder: z.string().nullable(),
      readOnly: z.boolean(),
      posts: z.number().int(),
      observations: z.number().int(),
      snapshots: z.number().int(),
      imports: z.number().int(),
      codings: z.number().int(),
      firstPlacedMs: m.instantMs.nullable(),
      lastPlacedMs: m.instantMs.nullable(),
    }),
  ),
  'corpus.check': job(
    none,
    z.object({ ok: z.boolean(), problems: z.array(z.object({ check: z.string(), message: z.string() })) }),
  ),

  'imports.preview': job(importInput, z.object({ files: z.array(previewFile) })),
  'imports.run': job(importInput, importResult, [
    'corpus',
    'imports',
    'snapshots',
    'posts',
    'topics',
    'codings',
  ]),
  'imports.list': query(none, z.array(m.importRun)),
  'imports.setUndone': mutation(id.extend({ undone: z.boolean() }), done, [
    'corpus',
    'imports',
    'snapshots',
    'posts',
    'topics',
    'codings',
  ]),
  'snapshots.list': query(none, z.array(m.snapshot)),

  'posts.list': query(
    filter.extend({
      sort: sortOrder.default('newest'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(1_000_000).default(50),
    }),
    z.object({ total: z.number().int(), posts: z.array(m.post) }),
  ),
  'posts.count': query(filter, z.object({ total: z.number().int() })),
  'posts.get': query(id, m.postDetail),
  'query.check': query(
    filter,
    z.object({
      /** The filter in words: keys and values for the interface's language. */
      words: z.array(z.custom<Phrase>()),
      error: errorPayload.extend({ at: z.number().int(), length: z.number().int() }).nullable(),
    }),
  ),

  'timeline.get': query(
    filter.extend({
      by: bucketSize,
      measure: timelineMeasure.default('posts'),
      /** `none`, `stance:TARGET`, `claim`, `claim:C1`, `topic`, `hashtag`, `source`. */
      series: z.string().max(300).default('none'),
    }),
    timelineResult,
  ),
  'network.get': query(
    filter.extend({
      nodes: networkNodes,
      measure: networkMeasure.default('jaccard'),
      minNode: z.number().int().min(1).default(1),
      /** Smallest count of posts that an edge must stand on. */
      minEdge: z.number().int().min(1).default(1),
      /** Strongest edges by the measure; ties with the last are kept. */
      top: z.number().int().min(1).max(100_000).default(200),
      seed: z.number().int().min(0).max(0xffffffff).default(1),
    }),
    networkResult,
  ),

  'topics.list': query(
    z.object({ timeZone: m.timeZone, counts: z.boolean().default(true) }),
    z.array(m.topic),
  ),
  'topics.save': mutation(
    z.object({
      id: m.rowId.nullable(),
      name: z.string().trim().min(1).max(200),
      query: m.queryText,
      colour: z.string().regex(/^#[0-9a-f]{6}$/i),
      memo: z.string().max(20_000).default(''),
    }),
    id,
    ['topics'],
  ),
  'topics.retire': mutation(id, done, ['topics']),

  'codebook.get': query(none, z.array(m.code)),
  'codebook.add': mutation(
    z.object({
      kind: m.codeKind,
      name: z.string().trim().min(1).max(2_000),
      /** Claims get the next free C-number where none is given. */
      shortName: z.string().trim().min(1).max(60).optional(),
      definition: z.string().max(20_000).default(''),
    }),
    m.code,
    ['codebook'],
  ),
  'codebook.edit': mutation(
    id.extend({
      name: z.string().trim().min(1).max(2_000),
      shortName: z.string().trim().min(1).max(60),
      definition: z.string().max(20_000),
    }),
    done,
    ['codebook', 'codings'],
  ),
  'codebook.retire': mutation(id, done, ['codebook']),

  'coders.list': query(none, z.array(m.coder)),
  'coders.use': mutation(z.object({ name: z.string().trim().min(1).max(200) }), m.coder, [
    'coders',
    'corpus',
  ]),

  /** One coder's one decision: a value, or `null` to take the standing one back. */
  'codings.put': mutation(
    z.object({
      postId: m.rowId,
      codeId: m.rowId,
      value: z.string().nullable(),
      memo: z.string().max(20_000).default(''),
    }),
    z.object({ codings: z.array(m.coding) }),
    ['codings'],
  ),
  /** The next post of a queue, oldest first, from one post on. */
  'codings.next': query(
    filter.extend({
      from: m.rowId.nullable(),
      direction: z.enum(['forward', 'back']),
      uncodedOnly: z.boolean(),
    }),
    z.object({
      postId: m.rowId.nullable(),
      position: z.number().int(),
      total: z.number().int(),
      coded: z.number().int(),
    }),
  ),
  'memos.put': mutation(z.object({ postId: m.rowId, text: z.string().max(20_000) }), done, ['memos']),

  'export.run': job(
    filter.extend({
      format: z.enum(['csv']),
      /** Token of the destination that the shell handed out: the path of the first file; others stand beside it. */
      destination: z.string(),
      bom: z.boolean().default(true),
      /** Whether files of the same names may be replaced; the person is asked first. */
      overwrite: z.boolean().default(false),
    }),
    z.object({ files: z.array(z.object({ path: z.string(), sha256: z.string(), rows: z.number().int() })) }),
  ),

  'history.list': query(
    z.object({ limit: z.number().int().min(1).max(10_000).default(200) }),
    z.object({
      canUndo: z.boolean(),
      canRedo: z.boolean(),
      entries: z.array(
        z.object({
          id: m.rowId,
          doneAtMs: m.instantMs,
          coder: z.string().nullable(),
          kind: z.string(),
          details: z.record(z.string(), z.unknown()),
          undone: z.boolean(),
          closed: z.boolean(),
        }),
      ),
    }),
  ),
  'history.undo': mutation(
    none,
    z.object({ kind: z.string().nullable(), details: z.record(z.string(), z.unknown()) }),
    noun.options,
  ),
  'history.redo': mutation(
    none,
    z.object({ kind: z.string().nullable(), details: z.record(z.string(), z.unknown()) }),
    noun.options,
  ),
} as const

export type Methods = typeof methods
export type Method = keyof Methods
/** What a caller passes (defaults may be left out). */
export type Input<M extends Method> = z.input<Methods[M]['input']>
/** What a handler receives. */
export type Parsed<M extends Method> = z.output<Methods[M]['input']>
export type Output<M extends Method> = z.output<Methods[M]['output']>

export interface Progress {
  /** Stable word for the step, e.g. `reading`. */
  step: string
  done: number
  /** `null` while unknown. */
  total: number | null
}

/** Messages on the port. */
export type Request =
  | { type: 'call'; id: number; method: Method; input: unknown }
  | { type: 'cancel'; id: number }
export type Response =
  | { type: 'result'; id: number; output: unknown; touched: readonly Noun[] }
  | { type: 'error'; id: number; error: ErrorPayload }
  | { type: 'progress'; id: number; progress: Progress }
  /** Something changed through another way than this page's own call. */
  | { type: 'touched'; touched: readonly Noun[] }
