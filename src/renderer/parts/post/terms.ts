import { useMemo } from 'react'
import { useWork } from '../../state/store.ts'
import { termsOf, type Term } from './highlight.ts'

/** Words of the filter, to be marked in texts. */
export function useTerms(): Term[] {
  const filter = useWork((state) => state.filter)
  return useMemo(() => termsOf(filter), [filter])
}
