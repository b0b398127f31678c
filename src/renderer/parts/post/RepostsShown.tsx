import { useTranslation } from 'react-i18next'
import { useTimeZone } from '../../state/filter.ts'
import { useFormat } from '../../ui/index.ts'
import type { Observation } from './types.ts'

const width = 320
const height = 56
const pad = 6

interface Mark {
  id: number
  x: number
  y: number
  windowed: boolean
  /** Of a page that speaks for a day or more: not to be measured against an hour's. */
  long: boolean
}

/**
 * Reposts as each page showed them, by time of capture. Counts of a page's own period stand as stems from zero: they are
 * no growth, so nothing joins them. Running totals are points. Pages that show no number leave no mark.
 */
export function RepostsShown({ observations }: { observations: readonly Observation[] }) {
  const { t } = useTranslation()
  const { number, date } = useFormat()
  const timeZone = useTimeZone()
  const seen = observations.filter((each) => each.reposts !== null && each.capturedFromMs !== null)
  const first = seen[0]?.capturedFromMs ?? 0
  const last = seen.at(-1)?.capturedFromMs ?? 0
  if (seen.length < 2 || first === last) return null
  const most = Math.max(1, ...seen.map((each) => each.reposts!))
  const marks = seen.map(({ id, reposts, capturedFromMs, metricKind, span }) => ({
    id,
    x: pad + ((capturedFromMs! - first) / (last - first)) * (width - 2 * pad),
    y: height - pad - (reposts! / most) * (height - 2 * pad),
    windowed: metricKind === 'windowed',
    long: metricKind === 'windowed' && (span === 'day' || span === 'week'),
  }))
  const windowed = marks.some((mark) => mark.windowed)
  const mixed = new Set(marks.map((mark) => mark.long)).size > 1
  const label = t('posts.shown.label', {
    count: seen.length,
    number: number(seen.length),
    from: date(first, timeZone),
    until: date(last, timeZone),
    most: number(most),
  })
  return (
    <figure className="post-shown">
      <figcaption>
        {t('posts.shown.title')}{' '}
        <span className="muted">{t('posts.shown.most', { most: number(most) })}</span>
      </figcaption>
      <Stems marks={marks} label={label} />
      <div className="post-shown-axis">
        <span>{date(first, timeZone)}</span>
        <span>{date(last, timeZone)}</span>
      </div>
      <p className="post-note">{windowed ? t('posts.shown.windowed') : t('posts.shown.cumulative')}</p>
      {mixed ? <p className="post-note">{t('posts.shown.mixed')}</p> : null}
    </figure>
  )
}

function Stems({ marks, label }: { marks: readonly Mark[]; label: string }) {
  const ground = height - pad
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="post-shown-plot">
      <line x1={0} x2={width} y1={ground} y2={ground} className="post-shown-ground" />
      {marks.map(({ id, x, y, windowed, long }) => (
        <g key={id}>
          {windowed ? <line x1={x} x2={x} y1={ground} y2={y} className="post-shown-stem" /> : null}
          <circle cx={x} cy={y} r={3} className="post-shown-point" data-long={long || undefined} />
        </g>
      ))}
    </svg>
  )
}
