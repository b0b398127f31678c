import { useTranslation } from 'react-i18next'
import type { Coding } from '../../../shared/model.ts'
import { useTimeZone } from '../../state/filter.ts'
import { CodingChip, useFormat } from '../../ui/index.ts'

/** Every decision, newest first; those that a later one or an undo ended stay to be seen, struck through. */
export function CodingHistory({ history }: { history: readonly Coding[] }) {
  const { t } = useTranslation()
  const standing = history.filter((each) => each.endedAtMs === null)
  const ended = history.filter((each) => each.endedAtMs !== null)
  if (history.length === 0) return <p className="post-note">{t('posts.coding.none')}</p>
  return (
    <>
      <Codings codings={standing} />
      {ended.length ? (
        <>
          <h4>{t('posts.coding.ended')}</h4>
          <Codings codings={ended} />
        </>
      ) : null}
    </>
  )
}

function Codings({ codings }: { codings: readonly Coding[] }) {
  return (
    <ul className="post-codings">
      {codings.map((each) => (
        <CodingLine key={each.id} coding={each} />
      ))}
    </ul>
  )
}

function CodingLine({ coding }: { coding: Coding }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const timeZone = useTimeZone()
  const { kind, code, codeName, value, coder, codedAtMs, endedAtMs, memo } = coding
  const chip = <CodingChip kind={kind} code={code} value={value} title={codeName} />
  return (
    <li data-ended={endedAtMs === null ? undefined : ''}>
      {endedAtMs === null ? chip : <s>{chip}</s>}
      <p className="small muted">
        <bdi>{coder}</bdi> · {date(codedAtMs, timeZone)}
        {endedAtMs === null ? '' : ` – ${t('posts.coding.until', { date: date(endedAtMs, timeZone) })}`}
      </p>
      {kind === 'claim' && codeName !== code ? <p className="small">{codeName}</p> : null}
      {memo ? <p className="small selectable post-coding-memo">{memo}</p> : null}
    </li>
  )
}
