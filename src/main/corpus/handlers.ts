/** Every method of the contract and who answers it. The window and the terminal come through here alike. */
import type { Method, Output, Parsed } from '../../shared/contract.ts'
import { describeQuery } from '../../shared/query/describe.ts'
import { parseQuery } from '../../shared/query/parse.ts'
import { RontenError, toErrorPayload } from '../../shared/errors.ts'
import { addCode, editCode, retireCode } from './actions/codebook.ts'
import { putCoding, putMemo, useCoder } from './actions/coding.ts'
import { followImportFlags, listImports, setImportUndone } from './actions/imports.ts'
import { retireTopic, saveTopic } from './actions/topics.ts'
import { checkCorpus } from './analyses/check.ts'
import { network } from './analyses/network.ts'
import { timeline } from './analyses/timeline.ts'
import type { Context } from './context.ts'
import { listDeeds, redo, undo } from './db/deeds.ts'
import { exportDataset } from './exporters/index.ts'
import { previewImport } from './imports/preview.ts'
import { runImport } from './imports/run.ts'
import { listCoders, listCodes } from './queries/codebook.ts'
import { nextInQueue } from './queries/codings.ts'
import { corpusInfo } from './queries/info.ts'
import { countPosts, getPost, listPosts } from './queries/posts.ts'
import { listSnapshots } from './queries/snapshots.ts'
import { listTopics } from './queries/topics.ts'
import { unitOf, type FilterInput } from './queries/unit-sql.ts'

type Handlers = {
  [M in Method]: (context: Context, input: Parsed<M>) => Promise<Output<M>> | Output<M>
}

const unit = (context: Context, filter: FilterInput) => unitOf(context.read, filter, context.now())

/** The filter in words, and what is wrong with it, if anything: in its form or in what it names. */
function checkQuery(context: Context, filter: FilterInput): Output<'query.check'> {
  const parsed = parseQuery(filter.query)
  if (!parsed.ok) return { words: [], error: parsed.error }
  const words = describeQuery(parsed.ast, { timeZone: filter.timeZone, nowMs: context.now() })
  try {
    unit(context, filter)
    return { words, error: null }
  } catch (error) {
    if (!(error instanceof RontenError)) throw error
    const { code, message, details } = toErrorPayload(error)
    const at = typeof details.at === 'number' ? details.at : 0
    const length = typeof details.length === 'number' ? details.length : filter.query.length
    return { words, error: { at, length, code, message, details } }
  }
}

export const handlers: Handlers = {
  'corpus.info': corpusInfo,
  'corpus.check': checkCorpus,

  'imports.preview': previewImport,
  'imports.run': runImport,
  'imports.list': ({ read }) => listImports(read),
  'imports.setUndone': setImportUndone,
  'snapshots.list': ({ read }) => listSnapshots(read),

  'posts.list': (context, input) => {
    const posts = unit(context, input)
    return { total: countPosts(context.read, posts), posts: listPosts(context.read, posts, input) }
  },
  'posts.count': (context, input) => ({ total: countPosts(context.read, unit(context, input)) }),
  'posts.get': ({ read }, { id }) => getPost(read, id),
  'query.check': checkQuery,

  'timeline.get': (context, input) =>
    timeline(context.read, unit(context, input), { ...input, nowMs: context.now() }),
  'network.get': (context, input) =>
    network(context.read, unit(context, input), { ...input, nowMs: context.now() }),

  'topics.list': ({ read, now }, { timeZone, counts }) => listTopics(read, timeZone, now(), counts),
  'topics.save': saveTopic,
  'topics.retire': retireTopic,

  'codebook.get': ({ read }) => listCodes(read),
  'codebook.add': addCode,
  'codebook.edit': editCode,
  'codebook.retire': retireCode,

  'coders.list': ({ read }) => listCoders(read),
  'coders.use': useCoder,
  'codings.put': putCoding,
  'codings.next': (context, input) =>
    nextInQueue(context.read, unit(context, input), { ...input, coderId: context.coderId }),
  'memos.put': putMemo,

  'export.run': exportDataset,

  'history.list': ({ read }, { limit }) => listDeeds(read, limit),
  'history.undo': (context) => context.withWriter((db) => undo(db, context.now(), followImportFlags)),
  'history.redo': (context) => context.withWriter((db) => redo(db, context.now(), followImportFlags)),
}
