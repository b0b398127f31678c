import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NetworkResult } from '../../../shared/contract.ts'
import { useFormat } from '../../ui/index.ts'
import type { NetworkWords } from './option.ts'

/** Four figures: more would claim an exactness that counts of posts do not have. */
export function useWeight(): (weight: number) => string {
  const { number } = useFormat()
  return (weight) => number(weight, { maximumSignificantDigits: 4 })
}

export function useNetworkWords(): NetworkWords {
  const { t } = useTranslation()
  const { number } = useFormat()
  return useMemo(
    () => ({
      node: ({ label, count, degree }) =>
        `${label}\n${t('network.node', { count, number: number(count), degree: number(degree) })}`,
      edge: ({ count, weight }: NetworkResult['edges'][number], source, target) =>
        `${source} — ${target}\n${t('network.edge', { count, number: number(count), weight: number(weight, { maximumSignificantDigits: 4 }) })}`,
    }),
    [t, number],
  )
}
