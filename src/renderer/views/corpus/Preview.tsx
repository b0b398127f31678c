import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewFile } from '../../../shared/contract.ts'
import { Button, Select, useFormat } from '../../ui/index.ts'
import { importing, useImport } from './import-state.ts'
import { PreviewFileRow } from './PreviewFileRow.tsx'

const encodings = ['utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'utf-16le', 'utf-16be'] as const
const pageOfFiles = 100

/** Everything that would come in, before anything is written. */
export function Preview({ files, canWrite }: { files: PreviewFile[]; canWrite: boolean }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [shown, setShown] = useState(pageOfFiles)
  const readable = files.filter((file) => file.status === 'ready')
  // What cannot come in stands first, so that nobody overlooks it below a long list.
  const ordered = [
    ...files.filter((file) => file.status === 'unreadable'),
    ...files.filter((file) => file.status !== 'unreadable'),
  ]
  return (
    <section className="corpus-preview" data-testid="preview" aria-label={t('import.preview')}>
      <PreviewHead files={files} ready={readable.length} canWrite={canWrite} />
      <ul>
        {ordered.slice(0, shown).map((file, i) => (
          <PreviewFileRow
            key={`${i} ${file.name} ${file.encoding}`}
            file={file}
            startOpen={file.status === 'ready' && readable.length <= 3}
          />
        ))}
      </ul>
      {files.length > shown ? (
        <Button onPress={() => setShown(shown + pageOfFiles)}>
          {t('import.moreFiles', { number: number(files.length - shown) })}
        </Button>
      ) : null}
    </section>
  )
}

function PreviewHead({ files, ready, canWrite }: { files: PreviewFile[]; ready: number; canWrite: boolean }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { encoding, running } = useImport()
  const totals = useTotals(files)
  return (
    <header className="corpus-preview-head">
      <div className="grow">
        <h2>{t('import.preview')}</h2>
        <p aria-live="polite">{totals}</p>
      </div>
      <Select
        label={t('import.encoding')}
        inline
        width={190}
        value={encoding}
        onChange={importing.readAs}
        isDisabled={running !== null}
        choices={[
          { value: 'auto', label: t('import.encodingAuto') },
          ...encodings.map((value) => ({ value, label: t(`import.encodings.${value}`) })),
        ]}
      />
      <div className="row">
        <Button onPress={importing.discard}>{t('ui.cancel')}</Button>
        <Button
          kind="primary"
          data-testid="run-import"
          isDisabled={ready === 0 || running !== null || !canWrite}
          onPress={() => void importing.run()}
        >
          {ready ? t('import.run', { count: ready, number: number(ready) }) : t('import.runNone')}
        </Button>
      </div>
    </header>
  )
}

/** `3 files, 3 snapshots: 24 new posts, 9 seen before, 2 lines skipped`, and what will not come in. */
function useTotals(files: PreviewFile[]): string {
  const { t } = useTranslation()
  const { number } = useFormat()
  const ready = files.filter((file) => file.status === 'ready')
  const sum = (pick: (file: PreviewFile) => number) => ready.reduce((total, file) => total + pick(file), 0)
  const say = (key: string, count: number) => t(`import.${key}`, { count, number: number(count) })
  const found = [
    say(
      'newPosts',
      sum((file) => file.postsNew),
    ),
    say(
      'seenPosts',
      sum((file) => file.postsSeen),
    ),
    say(
      'skipped',
      sum((file) => file.skipped.length),
    ),
  ]
  const known = files.filter((file) => file.status === 'known').length
  const unreadable = files.filter((file) => file.status === 'unreadable').length
  return [
    ...(ready.length
      ? [
          t('import.totals', {
            files: say('files', ready.length),
            snapshots: say(
              'snapshots',
              sum((file) => file.snapshots.length),
            ),
            found: found.join(t('import.comma')),
          }),
        ]
      : []),
    ...(known ? [say('knownFiles', known)] : []),
    ...(unreadable ? [say('unreadableFiles', unreadable)] : []),
  ].join(t('import.sentenceGap'))
}
