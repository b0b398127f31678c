/** Posts by page, asked for as they come into sight: a million rows cost what is looked at. */
import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Input } from '../../../shared/contract.ts'
import type { Post } from '../../../shared/model.ts'
import { useCorpus } from '../../client/hooks.ts'
import { call } from '../../client/port.ts'
import { useFilter } from '../../state/filter.ts'
import { useWork, type SortOrder } from '../../state/store.ts'

const pageSize = 100

/** Whoever asked for the most relevant first gets the newest: there is no measure of relevance in this list. */
export function useSort(): Exclude<SortOrder, 'relevance'> {
  const sort = useWork((state) => state.sort)
  return sort === 'relevance' ? 'newest' : sort
}

export function usePostPages() {
  const filter = useFilter()
  const sort = useSort()
  const key = `${filter.query}\n${filter.timeZone}\n${sort}`
  const [range, setRange] = useState({ key, first: 0, last: 0 })
  const pageInput = (page: number): Input<'posts.list'> => ({
    ...filter,
    sort,
    offset: page * pageSize,
    limit: pageSize,
  })
  const first = useCorpus('posts.list', pageInput(0), { keepPrevious: true })
  const from = range.key === key ? Math.floor(range.first / pageSize) : 0
  const to = range.key === key ? Math.floor(range.last / pageSize) : 0
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((page) => page > 0)
  const others = useQueries({
    queries: numbers.map((page) => ({
      queryKey: ['posts.list', pageInput(page)],
      queryFn: ({ signal }: { signal: AbortSignal }) => call('posts.list', pageInput(page), signal),
    })),
  })
  const loaded = new Map<number, readonly Post[] | undefined>(
    numbers.map((page, i) => [page, others[i]?.data?.posts]),
  )
  loaded.set(0, first.data?.posts)
  const failed = others.find((each) => each.error)
  return {
    key,
    first,
    failed,
    total: first.data?.total ?? 0,
    postAt: (index: number): Post | undefined => loaded.get(Math.floor(index / pageSize))?.[index % pageSize],
    /** The place of a post among those that are here; -1 where it is not. */
    indexOf(postId: number): number {
      for (const [page, posts] of loaded) {
        const at = posts?.findIndex((post) => post.id === postId) ?? -1
        if (at >= 0) return page * pageSize + at
      }
      return -1
    },
    onRange: useCallback((start: number, end: number) => setRange({ key, first: start, last: end }), [key]),
  }
}

export type PostPages = ReturnType<typeof usePostPages>
