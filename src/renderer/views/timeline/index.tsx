import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineResult } from '../../../shared/contract.ts'
import { useCorpus } from '../../client/hooks.ts'
import { useFilter } from '../../state/filter.ts'
import { useWork, work } from '../../state/store.ts'
import { Await, Button, EmptyState, type ChartHandle } from '../../ui/index.ts'
import { TimelineChart } from './TimelineChart.tsx'
import { TimelineNotes } from './TimelineNotes.tsx'
import { TimelineTable } from './TimelineTable.tsx'
import { TimelineToolbar } from './TimelineToolbar.tsx'
import { fittingUnit } from './range.ts'
import './timeline.css'

export default function View() {
  const filter = useFilter()
  const settings = useWork((state) => state.timeline)
  const info = useCorpus('corpus.info', {}).data
  const [form, setForm] = useState<'chart' | 'table'>('chart')
  const chart = useRef<ChartHandle>(null)
  const by = settings.by ?? fittingUnit(info?.firstPlacedMs ?? null, info?.lastPlacedMs ?? null)
  const shown = { ...settings, by }
  const answer = useCorpus(
    'timeline.get',
    { ...filter, ...shown },
    { keepPrevious: true, enabled: info !== undefined },
  )
  return (
    <div className="timeline" data-testid="timeline">
      <TimelineToolbar settings={shown} form={form} onForm={setForm} chart={chart} result={answer.data} />
      <Await of={answer}>
        {(result) =>
          result.postCount === 0 ? (
            <NothingToSee hasPosts={(info?.posts ?? 0) > 0} />
          ) : (
            <div className="timeline-body">
              <Heading result={result} />
              {form === 'chart' ? (
                <TimelineChart result={result} series={settings.series} ref={chart} />
              ) : (
                <TimelineTable result={result} />
              )}
              <TimelineNotes result={result} series={settings.series} />
            </div>
          )
        }
      </Await>
    </div>
  )
}

function Heading({ result }: { result: TimelineResult }) {
  const { t } = useTranslation()
  return (
    <h2 className="timeline-title">
      {t(`timeline.title.${result.measure}`, { unit: t(`timeline.per.${result.by}`) })}
    </h2>
  )
}

function NothingToSee({ hasPosts }: { hasPosts: boolean }) {
  const { t } = useTranslation()
  return hasPosts ? (
    <EmptyState
      title={t('timeline.noMatch.title')}
      action={<Button onPress={() => work.filterBy('')}>{t('timeline.noMatch.clear')}</Button>}
    >
      {t('timeline.noMatch.text')}
    </EmptyState>
  ) : (
    <EmptyState
      title={t('timeline.empty.title')}
      action={
        <Button kind="primary" onPress={() => work.startImport()}>
          {t('timeline.empty.import')}
        </Button>
      }
    >
      {t('timeline.empty.text')}
    </EmptyState>
  )
}
