import { useTranslation } from 'react-i18next'
import { useCorpus } from '../client/hooks.ts'
import { useRunningJobs } from '../client/jobs.ts'
import { shell } from '../client/shell.ts'
import { useWork, work } from '../state/store.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { CorpusIcon, LanguageIcon, RedoIcon, SunIcon, UndoIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { ProgressRow } from '../ui/ProgressRow.tsx'
import { CoderPopover } from './CoderPopover.tsx'
import { useHistory } from './deeds.ts'
import { useChangeSettings } from './settings.ts'

export function StatusLine() {
  const { t } = useTranslation()
  const jobs = useRunningJobs((state) => state.jobs)
  return (
    <footer className="status" aria-label={t('shell.status')}>
      <CorpusMenu />
      <CoderPopover />
      <div className="status-jobs">
        {jobs.map((job) => (
          <ProgressRow
            key={job.id}
            label={t(`jobs.${job.method}`)}
            progress={job.progress}
            onCancel={job.cancel}
          />
        ))}
      </div>
      <UndoRedo />
      <SettingsMenus />
    </footer>
  )
}

function CorpusMenu() {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { data } = useCorpus('corpus.info', {})
  return (
    <Menu
      label={t('shell.corpusMenu')}
      placement="top start"
      trigger={
        <Button small kind="quiet">
          <CorpusIcon />
          <span className="truncate">{data?.name ?? '…'}</span>
          {data ? (
            <span className="muted">
              {t('filter.posts', { count: data.posts, number: number(data.posts) })}
            </span>
          ) : null}
          {data?.readOnly ? <span className="muted">{t('shell.readOnly')}</span> : null}
        </Button>
      }
      entries={[
        { id: 'show', label: t('shell.aboutCorpus'), run: () => work.show('corpus') },
        { id: 'import', label: t('shell.import'), keys: 'Mod+I', run: () => work.startImport() },
        { id: 'close', label: t('shell.closeCorpus'), run: () => void shell('corpus.close', {}) },
      ]}
    />
  )
}

function UndoRedo() {
  const { t } = useTranslation()
  const { canUndo, canRedo, lastDeed, nextDeed, undo, redo } = useHistory()
  return (
    <div className="status-history">
      {lastDeed ? <span className="truncate muted">{lastDeed}</span> : null}
      <IconButton
        small
        label={lastDeed ? t('shell.undoDeed', { deed: lastDeed }) : t('shell.undo')}
        keys="Mod+Z"
        icon={<UndoIcon />}
        isDisabled={!canUndo}
        onPress={undo}
      />
      <IconButton
        small
        label={nextDeed ? t('shell.redoDeed', { deed: nextDeed }) : t('shell.redo')}
        keys="Mod+Shift+Z"
        icon={<RedoIcon />}
        isDisabled={!canRedo}
        onPress={redo}
      />
    </div>
  )
}

/** Also on the start screen. */
export function SettingsMenus() {
  const { t } = useTranslation()
  const { theme, language } = useWork((state) => state.settings)
  const change = useChangeSettings()
  return (
    <div className="row">
      <Menu
        label={t('shell.theme')}
        placement="top end"
        trigger={<IconButton small label={t('shell.theme')} icon={<SunIcon />} />}
        entries={(['system', 'light', 'dark'] as const).map((each) => ({
          id: each,
          label: t(`shell.themes.${each}`),
          isSelected: each === theme,
          run: () => change({ theme: each }),
        }))}
      />
      <Menu
        label={t('shell.language')}
        placement="top end"
        trigger={<IconButton small label={t('shell.language')} icon={<LanguageIcon />} />}
        entries={(['system', 'en', 'ja'] as const).map((each) => ({
          id: each,
          label: t(`shell.languages.${each}`),
          isSelected: each === language,
          run: () => change({ language: each }),
        }))}
      />
    </div>
  )
}
