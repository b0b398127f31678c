import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as Plain } from 'react-aria-components'
import { shell, useShellState } from '../client/shell.ts'
import type { RecentCorpus, ShellInput } from '../../shared/shell.ts'
import { systemZone } from '../state/filter.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { CloseIcon, CorpusIcon } from '../ui/icons.tsx'
import { ErrorNote } from '../ui/states.tsx'
import { SettingsMenus } from './StatusLine.tsx'

type OpeningMethod = 'corpus.create' | 'corpus.open' | 'corpus.openSample'

/** Runs what opens a corpus, one at a time; what goes wrong is told here. */
function useOpening() {
  const cache = useQueryClient()
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const open = async (method: OpeningMethod, input: ShellInput<OpeningMethod> = {}) => {
    setBusy(method)
    setError(null)
    try {
      await shell(method, input)
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(null)
      void cache.invalidateQueries({ queryKey: ['shell.state'] })
    }
  }
  return { open, busy, error }
}

export function StartScreen() {
  const { t } = useTranslation()
  const { data } = useShellState()
  const { open, busy, error } = useOpening()
  return (
    <main className="start">
      <div className="start-body">
        <header>
          <h1>
            Ronten <span className="muted">論点</span>
          </h1>
          <p className="start-what">{t('start.what')}</p>
        </header>
        {error ? <ErrorNote error={error} /> : null}
        <div className="row row-wrap">
          <Button kind="primary" isDisabled={busy !== null} onPress={() => void open('corpus.create')}>
            {t('start.create')}
          </Button>
          <Button isDisabled={busy !== null} onPress={() => void open('corpus.open')}>
            {t('start.open')}
          </Button>
          <Button isDisabled={busy !== null} onPress={() => void open('corpus.openSample')}>
            {t('start.sample')}
          </Button>
          {busy === 'corpus.openSample' ? (
            <span className="muted" role="status">
              {t('start.openingSample')}
            </span>
          ) : null}
        </div>
        <p className="hint">{t('start.sampleHint')}</p>
        <section className="stack">
          <h3>{t('start.recent')}</h3>
          {data?.recent.length ? (
            <ul className="recent">
              {data.recent.map((each) => (
                <Recent
                  key={each.token}
                  recent={each}
                  onOpen={() => void open('corpus.open', { recent: each.token })}
                />
              ))}
            </ul>
          ) : (
            <p className="hint">{t('start.noRecent')}</p>
          )}
        </section>
      </div>
      <footer className="start-foot">
        <span className="small muted">{data ? t('start.version', { version: data.version }) : ''}</span>
        <SettingsMenus />
      </footer>
    </main>
  )
}

function Recent({ recent, onOpen }: { recent: RecentCorpus; onOpen: () => void }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const cache = useQueryClient()
  const forget = async () => {
    await shell('recent.forget', { token: recent.token })
    void cache.invalidateQueries({ queryKey: ['shell.state'] })
  }
  return (
    <li className="recent-item">
      <Plain className="recent-open" onPress={onOpen} isDisabled={recent.missing}>
        <CorpusIcon />
        <span className="recent-name">{recent.name}</span>
        <span className="truncate muted grow small">{recent.folder}</span>
        <span className="muted small">
          {recent.missing ? t('start.missing') : date(recent.openedAtMs, systemZone, 'day')}
        </span>
      </Plain>
      <IconButton
        small
        label={t('start.forget', { name: recent.name })}
        icon={<CloseIcon />}
        onPress={() => void forget()}
      />
    </li>
  )
}
