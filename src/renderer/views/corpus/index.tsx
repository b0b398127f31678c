import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWork } from '../../state/store.ts'
import { Tabs } from '../../ui/index.ts'
import { History } from './History.tsx'
import { Imports } from './Imports.tsx'
import { Overview } from './Overview.tsx'
import { Snapshots } from './Snapshots.tsx'
import './corpus.css'

type TabId = 'overview' | 'snapshots' | 'imports' | 'history'

export default function View() {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<TabId>('overview')
  const pending = useWork((state) => state.pendingImport)
  // Files that arrive from outside bring the import panel to the front.
  if (pending && chosen !== 'overview') setChosen('overview')
  return (
    <Tabs
      className="corpus"
      label={t('corpus.title')}
      value={chosen}
      onChange={setChosen}
      tabs={[
        { id: 'overview', label: t('corpus.tabs.overview'), content: <Overview /> },
        { id: 'snapshots', label: t('corpus.tabs.snapshots'), content: <Snapshots /> },
        { id: 'imports', label: t('corpus.tabs.imports'), content: <Imports /> },
        { id: 'history', label: t('corpus.tabs.history'), content: <History /> },
      ]}
    />
  )
}
