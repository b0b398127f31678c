import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useWork, work } from '../state/store.ts'
import { Skeleton } from '../ui/states.tsx'
import { views } from '../views/index.ts'
import { useHistory } from './deeds.ts'
import { FilterBar } from './FilterBar.tsx'
import { InspectorColumn } from './Inspector.tsx'
import { KeysOverlay } from './KeysOverlay.tsx'
import { showOverlay } from './overlays.ts'
import { Palette } from './Palette.tsx'
import { Rail } from './Rail.tsx'
import { useChangeSettings } from './settings.ts'
import { useShortcuts, type Shortcut } from './shortcuts.ts'
import { StatusLine } from './StatusLine.tsx'
import { ViewBoundary } from './ViewBoundary.tsx'
import { shell } from '../client/shell.ts'

export function Workbench() {
  const { t } = useTranslation()
  const current = useWork((state) => state.view)
  useGeneralShortcuts()
  const { View } = views.find((each) => each.id === current) ?? views[0]!
  return (
    <div className="workbench">
      <Rail />
      <div className="workbench-main">
        <FilterBar />
        <div className="workbench-view">
          <main className="view" aria-label={t(`shell.views.${current}`)}>
            <ViewBoundary key={current}>
              <Suspense fallback={<Skeleton />}>
                <View />
              </Suspense>
            </ViewBoundary>
          </main>
          <InspectorColumn />
        </div>
      </div>
      <StatusLine />
      <Palette />
      <KeysOverlay />
    </div>
  )
}

function useGeneralShortcuts(): void {
  const { t } = useTranslation()
  const { undo, redo, lastDeed, nextDeed } = useHistory()
  const change = useChangeSettings()
  const toView: Shortcut[] = views.map(({ id }, i) => ({
    id: `view.${id}`,
    label: t('shell.goTo', { view: t(`shell.views.${id}`) }),
    keys: `Mod+${i + 1}`,
    whileTyping: true,
    run: () => work.show(id),
  }))
  const deeds: Shortcut[] = [
    {
      id: 'palette',
      label: t('shell.palette'),
      keys: 'Mod+K',
      whileTyping: true,
      keysOnly: true,
      run: () => showOverlay('palette'),
    },
    { id: 'keys', label: t('shell.keys'), keys: '?', run: () => showOverlay('keys') },
    {
      id: 'import',
      label: t('shell.import'),
      keys: 'Mod+I',
      whileTyping: true,
      run: () => work.startImport(),
    },
    {
      id: 'export',
      label: t('shell.export'),
      keys: 'Mod+E',
      whileTyping: true,
      run: () => work.show('export'),
    },
    {
      id: 'undo',
      label: lastDeed ? t('shell.undoDeed', { deed: lastDeed }) : t('shell.undo'),
      keys: 'Mod+Z',
      run: undo,
    },
    {
      id: 'redo',
      label: nextDeed ? t('shell.redoDeed', { deed: nextDeed }) : t('shell.redo'),
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      run: redo,
    },
    { id: 'close', label: t('shell.closeCorpus'), run: () => void shell('corpus.close', {}) },
  ]
  const settings: Shortcut[] = [
    ...(['system', 'light', 'dark'] as const).map((theme) => ({
      id: `theme.${theme}`,
      label: `${t('shell.theme')}: ${t(`shell.themes.${theme}`)}`,
      run: () => change({ theme }),
    })),
    ...(['system', 'en', 'ja'] as const).map((language) => ({
      id: `language.${language}`,
      label: `${t('shell.language')}: ${t(`shell.languages.${language}`)}`,
      run: () => change({ language }),
    })),
  ]
  useShortcuts([...toView, ...deeds, ...settings], 'general')
}
