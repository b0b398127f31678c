/** Which nouns each query reads. A filter can name codes, coders, topics and memos, so every filtered query reads those. */
import type { Method, Methods, Noun } from '../../shared/contract.ts'

export type QueryMethod = { [M in Method]: Methods[M]['kind'] extends 'query' ? M : never }[Method]

const filtered = [
  'imports',
  'snapshots',
  'posts',
  'topics',
  'codebook',
  'codings',
  'coders',
  'memos',
] as const

export const dependencies: Record<QueryMethod, readonly Noun[]> = {
  'corpus.info': ['corpus', 'imports', 'snapshots', 'posts', 'codings', 'coders'],
  'imports.list': ['imports'],
  'snapshots.list': ['snapshots', 'imports'],
  'posts.list': filtered,
  'posts.count': filtered,
  'posts.get': ['posts', 'imports', 'snapshots', 'codings', 'codebook', 'memos'],
  'query.check': ['topics', 'codebook', 'coders', 'snapshots', 'imports'],
  'timeline.get': filtered,
  'network.get': filtered,
  'topics.list': filtered,
  'codebook.get': ['codebook', 'codings'],
  'coders.list': ['coders', 'codings'],
  'codings.next': filtered,
  'history.list': ['history'],
}

export function isTouched(method: unknown, touched: readonly Noun[]): boolean {
  const nouns = dependencies[method as QueryMethod] as readonly Noun[] | undefined
  return nouns?.some((noun) => touched.includes(noun)) ?? false
}
