import { useMemo } from 'react'
import { useCorpus } from '../client/hooks.ts'
import { useWork } from './store.ts'

/** The zone in which times are shown and dates in filters are read: the one chosen here, else the corpus's. */
export function useTimeZone(): string {
  const chosen = useWork((state) => state.timeZone)
  const { data } = useCorpus('corpus.info', {})
  return chosen ?? data?.timeZone ?? systemZone
}
/** Of this computer. */
export const systemZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The filter as every filtered method takes it: spread it into the input. */
export function useFilter(): { query: string; timeZone: string } {
  const query = useWork((state) => state.filter)
  const timeZone = useTimeZone()
  return useMemo(() => ({ query, timeZone }), [query, timeZone])
}

/** How many posts the filter holds; `undefined` while counting. */
export function usePostCount(): number | undefined {
  return useCorpus('posts.count', useFilter(), { keepPrevious: true }).data?.total
}
