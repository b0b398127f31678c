import { useTranslation } from 'react-i18next'
import { useCorpus, useMutate } from '../../client/hooks.ts'
import { work } from '../../state/store.ts'
import { Button, IconButton, CloseIcon, LinkButton, useFormat } from '../../ui/index.ts'
import { importing, type ImportResult as Result } from './import-state.ts'
import { useProblemText } from './words.ts'

/** What was written, with the way back. */
export function ImportResult({ result }: { result: Result }) {
  const { t } = useTranslation()
  const undone =
    useCorpus('imports.list', {}).data?.find((run) => run.id === result.importId)?.undone ?? false
  const setUndone = useMutate('imports.setUndone')
  const words = useResultWords(result)
  const { importId } = result
  return (
    <section className="corpus-result" role="status" data-testid="import-result">
      <div className="grow stack">
        <p className="selectable">{undone ? t('import.resultUndone') : words}</p>
        <Failures result={result} />
        {importId === null ? null : (
          <div className="row">
            <Button
              small
              isDisabled={setUndone.pending}
              onPress={() => void setUndone.run({ id: importId, undone: !undone })}
            >
              {undone ? t('corpus.imports.restore') : t('corpus.imports.undo')}
            </Button>
            {undone ? null : (
              <LinkButton onPress={() => work.openPosts('')}>{t('import.showPosts')}</LinkButton>
            )}
          </div>
        )}
      </div>
      <IconButton small label={t('ui.dismiss')} icon={<CloseIcon />} onPress={importing.closeResult} />
    </section>
  )
}

function useResultWords({ importId, files }: Result): string {
  const { t } = useTranslation()
  const { number } = useFormat()
  const say = (key: string, count: number) => t(`import.${key}`, { count, number: number(count) })
  const imported = files.filter((file) => file.status === 'imported')
  const known = files.filter((file) => file.status === 'known').length
  const sum = (pick: (file: Result['files'][number]) => number) =>
    imported.reduce((total, file) => total + pick(file), 0)
  const main =
    importId === null
      ? t('import.resultNothing')
      : t('import.result', {
          files: say('files', imported.length),
          snapshots: say(
            'snapshots',
            sum((file) => file.snapshots),
          ),
          found: [
            say(
              'newPosts',
              sum((file) => file.postsNew),
            ),
            say(
              'seenPosts',
              sum((file) => file.postsSeen),
            ),
            say(
              'observations',
              sum((file) => file.observations),
            ),
          ].join(t('import.comma')),
        })
  return [main, ...(known ? [say('knownFiles', known)] : [])].join(t('import.sentenceGap'))
}

function Failures({ result }: { result: Result }) {
  const problemText = useProblemText()
  const failed = result.files.filter((file) => file.status === 'unreadable')
  if (failed.length === 0) return null
  return (
    <ul className="corpus-failures">
      {failed.map((file) => (
        <li key={file.name} className="selectable">
          {file.problem ? problemText(file.problem) : file.name}
        </li>
      ))}
    </ul>
  )
}
