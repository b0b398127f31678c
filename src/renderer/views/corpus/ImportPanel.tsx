import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toErrorPayload } from '../../../shared/errors.ts'
import { shell } from '../../client/shell.ts'
import { useWork, work } from '../../state/store.ts'
import { Button, ErrorNote, FileIcon, FolderIcon, MemoIcon, ProgressRow, showError } from '../../ui/index.ts'
import { importing, useImport } from './import-state.ts'
import { ImportResult } from './ImportResult.tsx'
import { Preview } from './Preview.tsx'

async function choose(folder: boolean): Promise<void> {
  try {
    importing.readFiles(await shell('dialog.importFiles', { folder }))
  } catch (thrown) {
    showError(toErrorPayload(thrown))
  }
}

export function ImportPanel({ canWrite }: { canWrite: boolean }) {
  const { t } = useTranslation()
  const { running, progress, preview, error, result } = useImport()
  return (
    <section className="corpus-import" aria-label={t('import.title')}>
      {canWrite ? <Sources compact={preview !== null} /> : <p className="muted">{t('import.readOnly')}</p>}
      {running ? (
        <ProgressRow label={t(`jobs.imports.${running}`)} progress={progress} onCancel={importing.stop} />
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
      {result ? <ImportResult result={result} /> : null}
      {preview ? <Preview files={preview} canWrite={canWrite} /> : null}
    </section>
  )
}

/** The three ways in: dropped, chosen, pasted. */
function Sources({ compact }: { compact: boolean }) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const pasting = useImport((state) => state.pasting)
  const busy = useImport((state) => state.running === 'run')
  const first = useRef<HTMLButtonElement>(null)
  usePending(first)
  return (
    <>
      <div
        className="corpus-drop"
        data-testid="import-drop"
        data-over={over || undefined}
        data-compact={compact || undefined}
        onDragOver={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
      >
        <div className="grow">
          <h2>{t('import.title')}</h2>
          <p className="muted">{compact ? t('import.dropMore') : t('import.drop')}</p>
        </div>
        <div className="row row-wrap">
          <Button ref={first} data-testid="choose-files" isDisabled={busy} onPress={() => void choose(false)}>
            <FileIcon />
            {t('import.chooseFiles')}
          </Button>
          <Button data-testid="choose-folder" isDisabled={busy} onPress={() => void choose(true)}>
            <FolderIcon />
            {t('import.chooseFolder')}
          </Button>
          <Button aria-expanded={pasting} isDisabled={busy} onPress={() => importing.paste(!pasting)}>
            <MemoIcon />
            {t('import.paste')}
          </Button>
        </div>
      </div>
      {pasting ? <PasteField /> : null}
    </>
  )
}

/** Takes files that were dropped or asked for by the menu; while an import is being written, they wait. */
function usePending(button: React.RefObject<HTMLButtonElement | null>): void {
  const pending = useWork((state) => state.pendingImport)
  const busy = useImport((state) => state.running === 'run')
  useEffect(() => {
    if (!pending || busy) return
    const files = work.takePendingImport()
    if (files?.length) importing.readFiles(files)
    else button.current?.focus()
  }, [pending, busy, button])
}

const afterTypingMs = 300

function PasteField() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  useEffect(() => {
    if (!text.trim()) return
    const timer = setTimeout(() => importing.readText(text), afterTypingMs)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <label className="field">
      <span className="label">{t('import.pasteLabel')}</span>
      <textarea
        className="input"
        data-testid="paste-text"
        rows={5}
        spellCheck={false}
        // The person has just asked for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span className="hint">{t('import.pasteHint')}</span>
    </label>
  )
}
