import { useTranslation } from 'react-i18next'
import type { NetworkResult } from '../../../shared/contract.ts'
import type { NetworkSettings } from '../../state/store.ts'
import { FigureNotes } from '../../parts/FigureNotes.tsx'
import { useFormat } from '../../ui/index.ts'
import { useWeight } from './words.ts'

/** Every parameter that made the picture, as a paper's caption states them. */
export function NetworkCaption({ result, settings }: { result: NetworkResult; settings: NetworkSettings }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const weight = useWeight()
  const sentences = [
    t('network.caption.units', { units: number(result.unitCount), posts: number(result.postCount) }),
    t('network.caption.size', {
      n: number(result.nodes.length),
      e: number(result.edges.length),
      density: result.density === null ? '–' : weight(result.density),
    }),
    t('network.caption.measure', {
      measure: t(`network.measure.${settings.measure}`),
      smallest: result.smallestWeight === null ? '–' : weight(result.smallestWeight),
    }),
    t('network.caption.kept', {
      minNode: number(settings.minNode),
      minEdge: number(settings.minEdge),
      top: number(settings.top),
      candidates: number(result.candidateEdges),
    }),
    result.modularity === null
      ? null
      : t(
          settings.nodes === 'topics' ? 'network.caption.communitiesOfTopics' : 'network.caption.communities',
          { seed: settings.seed, modularity: weight(result.modularity) },
        ),
    t('network.caption.hint'),
  ]
  return <FigureNotes sentences={sentences} />
}
