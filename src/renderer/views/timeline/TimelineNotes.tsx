import { useTranslation } from 'react-i18next'
import type { TimelineResult } from '../../../shared/contract.ts'
import { FigureNotes } from '../../parts/FigureNotes.tsx'
import { useFormat } from '../../ui/index.ts'
import { isExclusive } from './option.ts'

/** What a reader of the figure must know: the caption of a paper, in plain sentences. */
export function TimelineNotes({ result, series }: { result: TimelineResult; series: string }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const note = (key: string, count: number) =>
    count > 0 ? t(`timeline.note.${key}`, { count, number: number(count) }) : null
  const sentences = [
    t('timeline.note.posts', {
      count: result.postCount,
      number: number(result.postCount),
      timeZone: result.timeZone,
    }),
    result.measure === 'reposts' ? t('timeline.note.reposts') : note('observed', result.placedByObservation),
    result.measure === 'reposts' ? null : note('coarser', result.coarserThanBucket),
    result.measure === 'reposts' && result.metricKinds.includes('windowed')
      ? t('timeline.note.windowed')
      : null,
    result.measure === 'share' ? t('timeline.note.share') : null,
    isExclusive(series) ? null : t('timeline.note.overlap'),
    note('unplaced', result.unplaced),
    result.buckets.some(({ covered }) => !covered) ? t('timeline.note.gaps') : null,
    t('timeline.note.hint'),
  ]
  return <FigureNotes sentences={sentences} />
}
