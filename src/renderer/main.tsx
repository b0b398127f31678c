import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { createCache, followCorpus } from './client/cache.ts'
import { corpus, listenForPort } from './client/port.ts'
import { shell } from './client/shell.ts'
import { followShell } from './layout/shell-events.ts'
import { onKeyDown } from './layout/shortcuts.ts'
import { startTranslating } from './locales/index.ts'
import { followAppearance } from './state/appearance.ts'
import { work } from './state/store.ts'
import './ui/index.css'
import './layout/layout.css'

const cache = createCache()

async function start(): Promise<void> {
  corpus.onPort((open) => (open ? work.corpusOpened() : work.corpusClosed()))
  followCorpus(cache, corpus)
  listenForPort(window, corpus)
  followShell()
  window.addEventListener('keydown', onKeyDown)
  const state = await shell('shell.state', {})
  cache.setQueryData(['shell.state'], state)
  work.systemLanguageIs(state.systemLanguage)
  work.settingsChanged(state.settings)
  await startTranslating()
  followAppearance()
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={cache}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
  // Now somebody hears the port.
  window.ronten.ready()
}

void start()
