import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { useCorpus } from '../../client/hooks.ts'
import { useHistory } from '../../layout/deeds.ts'
import { useTimeZone } from '../../state/filter.ts'
import { Await, Button, EmptyState, RedoIcon, UndoIcon, useFormat } from '../../ui/index.ts'
import { useDiaryWords } from './diary.ts'

type Entry = Output<'history.list'>['entries'][number]
const step = 200

export function History() {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(step)
  const history = useCorpus('history.list', { limit }, { keepPrevious: true })
  const { canUndo, canRedo, lastDeed, nextDeed, undo, redo } = useHistory()
  return (
    <Await of={history} lines={10}>
      {({ entries }) =>
        entries.length === 0 ? (
          <EmptyState title={t('history.emptyTitle')}>{t('history.empty')}</EmptyState>
        ) : (
          <div className="corpus-page">
            <div className="row row-wrap">
              <Button isDisabled={!canUndo} onPress={undo}>
                <UndoIcon />
                <span className="truncate">
                  {lastDeed ? t('shell.undoDeed', { deed: lastDeed }) : t('shell.undo')}
                </span>
              </Button>
              <Button isDisabled={!canRedo} onPress={redo}>
                <RedoIcon />
                <span className="truncate">
                  {nextDeed ? t('shell.redoDeed', { deed: nextDeed }) : t('shell.redo')}
                </span>
              </Button>
            </div>
            <Diary entries={entries} />
            {entries.length >= limit ? (
              <div className="corpus-more">
                <Button onPress={() => setLimit(Math.min(10_000, limit + step * 4))}>
                  {t('history.older')}
                </Button>
              </div>
            ) : null}
          </div>
        )
      }
    </Await>
  )
}

function Diary({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const timeZone = useTimeZone()
  const words = useDiaryWords()
  return (
    <>
      <p className="muted small">{t('history.zone', { zone: timeZone })}</p>
      <ol className="corpus-diary" data-testid="history-list" aria-label={t('history.title')}>
        {entries.map((entry) => (
          <li key={entry.id} data-undone={entry.undone || undefined}>
            <time dateTime={new Date(entry.doneAtMs).toISOString()}>
              {date(entry.doneAtMs, timeZone, 'second')}
            </time>
            <span className="selectable">{words(entry)}</span>
            {entry.undone ? <span className="corpus-undone">{t('history.undone')}</span> : null}
          </li>
        ))}
      </ol>
    </>
  )
}
