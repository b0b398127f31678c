import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewFile } from '../../../shared/contract.ts'
import { CheckIcon, InfoIcon, useFormat, WarningIcon } from '../../ui/index.ts'
import { Notes } from './Notes.tsx'
import { PreviewSnapshot } from './PreviewSnapshot.tsx'
import { useFormatName, useProblemText } from './words.ts'

const icons = { ready: CheckIcon, known: InfoIcon, unreadable: WarningIcon }

/** One file: whether it can come in, and what was understood of it. A file that cannot be read blocks no other. */
export function PreviewFileRow({ file, startOpen }: { file: PreviewFile; startOpen: boolean }) {
  const [open, setOpen] = useState(startOpen)
  const { status, problem } = file
  const problemText = useProblemText()
  if (status === 'unreadable') {
    return (
      <li className="corpus-file" data-status={status} data-testid="preview-file">
        <div className="corpus-file-head">
          <Head file={file} />
        </div>
        <p className="corpus-file-problem selectable">{problem ? problemText(problem) : null}</p>
      </li>
    )
  }
  return (
    <li className="corpus-file" data-status={status} data-testid="preview-file">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="corpus-file-head">
          <Head file={file} />
        </summary>
        {open ? <Body file={file} /> : null}
      </details>
    </li>
  )
}

function Head({ file }: { file: PreviewFile }) {
  const { t } = useTranslation()
  const { bytes, number } = useFormat()
  const formatName = useFormatName()
  const { name, status, encoding, format, byteCount, postsNew, postsSeen, skipped, warnings } = file
  const Icon = icons[status]
  const about = [format ? formatName(format) : null, encoding, byteCount ? bytes(byteCount) : null]
  const counts = [
    t('import.newPosts', { count: postsNew, number: number(postsNew) }),
    t('import.seenPosts', { count: postsSeen, number: number(postsSeen) }),
    ...(skipped.length
      ? [t('import.skipped', { count: skipped.length, number: number(skipped.length) })]
      : []),
    ...(warnings.length
      ? [t('import.warnings', { count: warnings.length, number: number(warnings.length) })]
      : []),
  ]
  return (
    <>
      <span className="corpus-status" data-status={status}>
        <Icon />
        {t(`import.status.${status}`)}
      </span>
      <bdi className="corpus-file-name selectable">
        {name === 'pasted text' ? t('import.pastedText') : name}
      </bdi>
      <span className="muted small">{about.filter(Boolean).join(' · ')}</span>
      {status === 'ready' ? <span className="small corpus-file-counts">{counts.join(' · ')}</span> : null}
    </>
  )
}

function Body({ file }: { file: PreviewFile }) {
  const { t } = useTranslation()
  return (
    <div className="corpus-file-body">
      {file.status === 'known' ? <p className="muted">{t('import.knownHint')}</p> : null}
      <Notes skipped={file.skipped} warnings={file.warnings} />
      {file.snapshots.map((snapshot, i) => (
        <PreviewSnapshot key={i} snapshot={snapshot} />
      ))}
    </div>
  )
}
