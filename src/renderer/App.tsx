import { useTranslation } from 'react-i18next'
import { I18nProvider } from 'react-aria-components'
import { useShellState } from './client/shell.ts'
import { StartScreen } from './layout/StartScreen.tsx'
import { ViewBoundary } from './layout/ViewBoundary.tsx'
import { Workbench } from './layout/Workbench.tsx'
import { useWork } from './state/store.ts'
import { localeOf } from './ui/format.ts'
import { Skeleton } from './ui/states.tsx'
import { Toasts } from './ui/Toasts.tsx'

export function App() {
  const { i18n } = useTranslation()
  return (
    <I18nProvider locale={localeOf(i18n.language)}>
      <ViewBoundary>
        <Window />
      </ViewBoundary>
      <Toasts />
    </I18nProvider>
  )
}

function Window() {
  const { data: shellState } = useShellState()
  const corpusOpen = useWork((state) => state.corpusOpen)
  if (corpusOpen) return <Workbench />
  // The shell has a corpus for this window: its port is on the way.
  return !shellState || shellState.corpusOpen ? <Skeleton /> : <StartScreen />
}
