import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { BucketSize, TimelineMeasure, TimelineResult } from '../../../shared/contract.ts'
import { useCorpus } from '../../client/hooks.ts'
import { FigureMenu } from '../../parts/FigureMenu.tsx'
import { work, type TimelineSettings } from '../../state/store.ts'
import { Segmented, Select, Toolbar, type ChartHandle, type Choice } from '../../ui/index.ts'
import { timelineCsv } from './TimelineTable.tsx'

interface TimelineToolbarProps {
  settings: TimelineSettings & { by: BucketSize }
  form: 'chart' | 'table'
  onForm: (form: 'chart' | 'table') => void
  chart: RefObject<ChartHandle | null>
  result: TimelineResult | undefined
}

function useSeriesChoices(): Choice<string>[] {
  const { t } = useTranslation()
  const codes = useCorpus('codebook.get', {}).data ?? []
  const targets = codes.filter(({ kind }) => kind === 'target')
  const claims = codes.filter(({ kind }) => kind === 'claim')
  return [
    { value: 'none', label: t('timeline.by.none') },
    ...targets.map(({ shortName }) => ({
      value: `stance:${shortName}`,
      label: t('timeline.by.stance', { name: shortName }),
    })),
    ...(claims.length ? [{ value: 'claim', label: t('timeline.by.claims') }] : []),
    ...claims.map(({ shortName }) => ({
      value: `claim:${shortName}`,
      label: t('timeline.by.claim', { name: shortName }),
    })),
    { value: 'topic', label: t('timeline.by.topic') },
    { value: 'hashtag', label: t('timeline.by.hashtag') },
    { value: 'source', label: t('timeline.by.source') },
  ]
}

const units: BucketSize[] = ['hour', 'day', 'week', 'month']
const measures: TimelineMeasure[] = ['posts', 'reposts', 'share']

export function TimelineToolbar({ settings, form, onForm, chart, result }: TimelineToolbarProps) {
  const { t } = useTranslation()
  const choices = (names: readonly string[], area: string) =>
    names.map((value) => ({ value, label: t(`timeline.${area}.${value}`) }))
  return (
    <Toolbar label={t('timeline.settings')}>
      <Segmented
        inline
        label={t('timeline.unitLabel')}
        value={settings.by}
        onChange={(by) => work.setTimeline({ by: by as BucketSize })}
        choices={choices(units, 'unit')}
      />
      <Segmented
        inline
        label={t('timeline.measureLabel')}
        value={settings.measure}
        onChange={(measure) => work.setTimeline({ measure: measure as TimelineMeasure })}
        choices={choices(measures, 'measure')}
      />
      <Select
        inline
        label={t('timeline.seriesLabel')}
        value={settings.series}
        onChange={(series) => work.setTimeline({ series })}
        choices={useSeriesChoices()}
      />
      <div className="toolbar-end row">
        <Segmented
          hideLabel
          label={t('timeline.formLabel')}
          value={form}
          onChange={onForm}
          choices={[
            { value: 'chart', label: t('timeline.form.chart') },
            { value: 'table', label: t('timeline.form.table') },
          ]}
        />
        <FigureMenu name="timeline" chart={chart} csv={() => (result ? timelineCsv(result) : '')} />
      </div>
    </Toolbar>
  )
}
