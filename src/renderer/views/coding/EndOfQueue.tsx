import { useTranslation } from 'react-i18next'
import { useCorpus } from '../../client/hooks.ts'
import { work } from '../../state/store.ts'
import { Button, EmptyState, Keys, Skeleton, useFormat } from '../../ui/index.ts'
import type { Queue } from './queue.ts'
import { useCoding } from './state.ts'

interface EndProps {
  queue: Queue
  onRestart: () => void
  onBack: () => void
}

/** Nothing is left of the queue: all coded, some passed over, or the filter holds nothing. */
export function EndOfQueue({ queue, onRestart, onBack }: EndProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { trail } = useCoding()
  const { filter } = queue
  const counts = useCorpus('codings.next', {
    ...filter,
    from: null,
    direction: 'forward',
    uncodedOnly: true,
  }).data
  if (!counts) return <Skeleton />
  const { total, coded } = counts
  const left = total - coded
  const kind = total === 0 ? 'nothing' : left > 0 ? 'passed' : filter.query ? 'filterDone' : 'allDone'
  const showAll = () => {
    useCoding.setState({ uncodedOnly: false })
    onRestart()
  }
  return (
    <div className="coding-end" data-testid="coding-end">
      <EmptyState
        title={t(`coding.end.${kind}`)}
        action={
          <div className="row row-wrap">
            {left > 0 ? (
              <Button
                kind="primary"
                onPress={() => {
                  useCoding.setState({ uncodedOnly: true })
                  onRestart()
                }}
              >
                {t('coding.end.toUncoded')}
              </Button>
            ) : null}
            {total > 0 ? <Button onPress={showAll}>{t('coding.end.showAll')}</Button> : null}
            {filter.query ? (
              <Button onPress={() => work.filterBy('')}>{t('coding.end.clearFilter')}</Button>
            ) : null}
            {trail.length ? (
              <Button kind="quiet" onPress={onBack}>
                {t('coding.previous')} <Keys keys="p" />
              </Button>
            ) : null}
          </div>
        }
      >
        {total === 0
          ? t('coding.end.nothingText')
          : t('coding.end.counts', { coded: number(coded), total: number(total), left: number(left) })}
      </EmptyState>
    </div>
  )
}
