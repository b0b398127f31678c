import { useTranslation } from 'react-i18next'
import type { ImportNote } from '../../../shared/model.ts'
import { useFormat } from '../../ui/index.ts'
import { useReason } from './words.ts'

interface NotesProps {
  skipped: readonly ImportNote[]
  warnings: readonly ImportNote[]
  /** Closed until asked for. */
  folded?: boolean
}

/** Lines that were skipped, lines that were read with doubt, each with its reason. */
export function Notes({ skipped, warnings, folded = false }: NotesProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  if (skipped.length + warnings.length === 0) return null
  const kinds = [
    {
      key: 'skipped',
      notes: skipped,
      title: t('import.skipped', { count: skipped.length, number: number(skipped.length) }),
    },
    {
      key: 'warnings',
      notes: warnings,
      title: t('import.warnings', { count: warnings.length, number: number(warnings.length) }),
    },
  ].filter(({ notes }) => notes.length > 0)
  if (!folded) return kinds.map(({ key, notes, title }) => <NoteList key={key} title={title} notes={notes} />)
  return (
    <details className="corpus-notes">
      <summary>{kinds.map(({ title }) => title).join(' · ')}</summary>
      {kinds.map(({ key, notes, title }) => (
        <NoteList key={key} title={title} notes={notes} />
      ))}
    </details>
  )
}

const most = 200

function NoteList({ title, notes }: { title: string; notes: readonly ImportNote[] }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const reason = useReason()
  return (
    <section className="corpus-note-list">
      <h4>{title}</h4>
      <ul>
        {notes.slice(0, most).map((note, i) => (
          <li key={i}>
            <span className="corpus-note-line">
              {note.line === null ? t('import.wholeFile') : t('import.line', { line: number(note.line) })}
            </span>
            <span className="selectable">{reason(note)}</span>
          </li>
        ))}
      </ul>
      {notes.length > most ? (
        <p className="muted">{t('import.moreNotes', { number: number(notes.length - most) })}</p>
      ) : null}
    </section>
  )
}
