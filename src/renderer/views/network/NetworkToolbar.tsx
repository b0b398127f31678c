import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { NetworkResult } from '../../../shared/contract.ts'
import { FigureMenu } from '../../parts/FigureMenu.tsx'
import { work, type NetworkSettings } from '../../state/store.ts'
import { NumberField, SearchField, Segmented, Toolbar, type ChartHandle } from '../../ui/index.ts'
import { networkCsv } from './NetworkTable.tsx'

export type NetworkForm = 'chart' | 'table'

interface NetworkToolbarProps {
  settings: NetworkSettings
  form: NetworkForm
  onForm: (form: NetworkForm) => void
  search: string
  onSearch: (search: string) => void
  chart: RefObject<ChartHandle | null>
  result: NetworkResult | undefined
}

const thresholds = ['minNode', 'minEdge', 'top'] as const

export function NetworkToolbar({
  settings,
  form,
  onForm,
  search,
  onSearch,
  chart,
  result,
}: NetworkToolbarProps) {
  const { t } = useTranslation()
  return (
    <Toolbar label={t('network.settings')}>
      <Segmented
        inline
        label={t('network.nodesLabel')}
        value={settings.nodes}
        onChange={(nodes) => work.setNetwork({ nodes })}
        choices={[
          { value: 'hashtags', label: t('network.nodes.hashtags') },
          { value: 'topics', label: t('network.nodes.topics') },
        ]}
      />
      <Segmented
        inline
        label={t('network.measureLabel')}
        value={settings.measure}
        onChange={(measure) => work.setNetwork({ measure })}
        choices={[
          { value: 'jaccard', label: t('network.measure.jaccard') },
          { value: 'count', label: t('network.measure.count') },
        ]}
      />
      {thresholds.map((name) => (
        <NumberField
          key={name}
          inline
          label={t(`network.${name}`)}
          value={settings[name]}
          min={1}
          max={100_000}
          onChange={(value) => work.setNetwork({ [name]: value })}
          className="network-number"
        />
      ))}
      <SearchField
        hideLabel
        label={t('network.search')}
        placeholder={t('network.search')}
        value={search}
        onChange={onSearch}
        className="network-search"
      />
      <div className="toolbar-end row">
        <Segmented
          hideLabel
          label={t('network.formLabel')}
          value={form}
          onChange={onForm}
          choices={[
            { value: 'chart', label: t('network.form.chart') },
            { value: 'table', label: t('network.form.table') },
          ]}
        />
        <FigureMenu name="network" chart={chart} csv={() => (result ? networkCsv(result) : '')} />
      </div>
    </Toolbar>
  )
}
