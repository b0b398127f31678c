import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../../shared/model.ts'
import { useCorpus, useMutate } from '../../client/hooks.ts'
import { useTimeZone } from '../../state/filter.ts'
import { work } from '../../state/store.ts'
import { Await, Button, EmptyState, useFormat } from '../../ui/index.ts'
import { ImportFiles } from './ImportFiles.tsx'
import { useFormatName } from './words.ts'

export function Imports() {
  const { t } = useTranslation()
  const imports = useCorpus('imports.list', {})
  const readOnly = useCorpus('corpus.info', {}).data?.readOnly ?? false
  return (
    <Await of={imports} lines={8}>
      {(runs) =>
        runs.length ? (
          <ul className="corpus-runs" data-testid="imports-list">
            {runs.map((run) => (
              <Run key={run.id} run={run} readOnly={readOnly} />
            ))}
          </ul>
        ) : (
          <EmptyState
            title={t('corpus.imports.emptyTitle')}
            action={<Button onPress={() => work.startImport()}>{t('corpus.importPages')}</Button>}
          >
            {t('corpus.imports.empty')}
          </EmptyState>
        )
      }
    </Await>
  )
}

function Run({ run, readOnly }: { run: ImportRun; readOnly: boolean }) {
  const { t } = useTranslation()
  const setUndone = useMutate('imports.setUndone')
  return (
    <li className="corpus-run" data-undone={run.undone || undefined}>
      <header>
        <div className="grow">
          <h3>
            {t('corpus.imports.run', { id: run.id })}
            {run.undone ? <span className="corpus-undone">{t('corpus.imports.undone')}</span> : null}
          </h3>
          <RunFacts run={run} />
        </div>
        <Button
          small
          isDisabled={readOnly || setUndone.pending}
          onPress={() => void setUndone.run({ id: run.id, undone: !run.undone })}
        >
          {run.undone ? t('corpus.imports.restore') : t('corpus.imports.undo')}
        </Button>
      </header>
      <ImportFiles files={run.files} />
    </li>
  )
}

function RunFacts({ run }: { run: ImportRun }) {
  const { t } = useTranslation()
  const { date, number } = useFormat()
  const timeZone = useTimeZone()
  const formatName = useFormatName()
  const sum = (pick: (file: ImportRun['files'][number]) => number) =>
    run.files.reduce((total, file) => total + pick(file), 0)
  const say = (key: string, count: number) => t(`import.${key}`, { count, number: number(count) })
  const facts = [
    t('corpus.captured', { time: date(run.importedAtMs, timeZone), zone: timeZone }),
    run.coder ?? t('corpus.imports.noCoder'),
    `${formatName(run.importer)} ${run.importerVersion}`,
    say('files', run.files.length),
    say(
      'newPosts',
      sum((file) => file.postsNew),
    ),
    say(
      'seenPosts',
      sum((file) => file.postsSeen),
    ),
  ]
  return <p className="muted small selectable">{facts.join(' · ')}</p>
}
