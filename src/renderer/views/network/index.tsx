import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCorpus } from '../../client/hooks.ts'
import { useFilter } from '../../state/filter.ts'
import { useWork, work } from '../../state/store.ts'
import { Await, Button, EmptyState, type ChartHandle } from '../../ui/index.ts'
import { NetworkCaption } from './NetworkCaption.tsx'
import { NetworkChart } from './NetworkChart.tsx'
import { NetworkTable } from './NetworkTable.tsx'
import { NetworkToolbar, type NetworkForm } from './NetworkToolbar.tsx'
import { Topics } from './Topics.tsx'
import './network.css'

export default function View() {
  const { t } = useTranslation()
  const filter = useFilter()
  const settings = useWork((state) => state.network)
  const answer = useCorpus('network.get', { ...filter, ...settings }, { keepPrevious: true })
  const [form, setForm] = useState<NetworkForm>('chart')
  const [search, setSearch] = useState('')
  const chart = useRef<ChartHandle>(null)
  return (
    <div className="network" data-testid="network">
      <NetworkToolbar
        settings={settings}
        form={form}
        onForm={setForm}
        search={search}
        onSearch={setSearch}
        chart={chart}
        result={answer.data}
      />
      <div className="network-columns">
        <Await of={answer}>
          {(result) =>
            result.nodes.length === 0 ? (
              <NothingToSee
                nodes={settings.nodes}
                hasPosts={result.postCount > 0}
                candidates={result.candidateEdges}
              />
            ) : (
              <div className="network-body">
                <h2 className="network-title">{t(`network.title.${settings.nodes}`)}</h2>
                {form === 'chart' ? (
                  <NetworkChart result={result} search={search} ref={chart} />
                ) : (
                  <NetworkTable result={result} />
                )}
                <NetworkCaption result={result} settings={settings} />
              </div>
            )
          }
        </Await>
        {settings.nodes === 'topics' ? <Topics /> : null}
      </div>
    </div>
  )
}

/** Why there is nothing, and the one thing that helps. */
function NothingToSee({
  nodes,
  hasPosts,
  candidates,
}: {
  nodes: 'hashtags' | 'topics'
  hasPosts: boolean
  candidates: number
}) {
  const { t } = useTranslation()
  if (!hasPosts) {
    return (
      <EmptyState
        title={t('network.empty.title')}
        action={
          <Button kind="primary" onPress={() => work.startImport()}>
            {t('network.empty.import')}
          </Button>
        }
      >
        {t('network.empty.text')}
      </EmptyState>
    )
  }
  if (candidates > 0) {
    return (
      <EmptyState
        title={t('network.tooStrict.title')}
        action={
          <Button onPress={() => work.setNetwork({ minNode: 1, minEdge: 1 })}>
            {t('network.tooStrict.loosen')}
          </Button>
        }
      >
        {t('network.tooStrict.text', { count: candidates })}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t(`network.noPairs.${nodes}.title`)}>{t(`network.noPairs.${nodes}.text`)}</EmptyState>
  )
}
