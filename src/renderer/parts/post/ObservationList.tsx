import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/index.ts'
import { PostText } from './PostText.tsx'
import type { Observation } from './types.ts'

type Metric = 'reposts' | 'likes' | 'replies' | 'views'
const metrics: readonly Metric[] = ['reposts', 'likes', 'replies', 'views']

/** By time of capture. A metric that no page showed has no column; one that this page did not show is a dash. */
export function ObservationList({ observations }: { observations: readonly Observation[] }) {
  const { t } = useTranslation()
  const shown = metrics.filter((metric) => observations.some((each) => each[metric] !== null))
  if (observations.length === 0) return <p className="post-note">{t('posts.observation.none')}</p>
  return (
    <div className="post-observations">
      <table className="table" data-testid="observations">
        <caption className="visually-hidden">{t('posts.observation.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('posts.observation.captured')}</th>
            {(['rank', ...shown] as const).map((name) => (
              <th key={name} scope="col" className="num">
                {t(`posts.observation.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {observations.map((each) => (
            <Fragment key={each.id}>
              <Numbers observation={each} shown={shown} />
              <tr className="post-observation-more">
                <td colSpan={shown.length + 2}>
                  <Circumstances observation={each} />
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Numbers({ observation, shown }: { observation: Observation; shown: readonly Metric[] }) {
  const { t } = useTranslation()
  const { number, stamp } = useFormat()
  const { capturedAt, timeZone, span, topic, rank } = observation
  return (
    <tr>
      <th scope="row">
        {capturedAt ? stamp(capturedAt) : t('posts.observation.noTime')}
        <span className="post-observation-zone">
          {[timeZone, span ? t(`posts.observation.span.${span}`) : null].filter(Boolean).join(' · ')}
        </span>
        {topic ? <bdi className="post-observation-topic">{topic}</bdi> : null}
      </th>
      <td className="num">{number(rank)}</td>
      {shown.map((metric) => (
        <td key={metric} className="num">
          {observation[metric] === null ? (
            <span aria-label={t('posts.observation.notShown')}>–</span>
          ) : (
            number(observation[metric])
          )}
        </td>
      ))}
    </tr>
  )
}

function Circumstances({ observation }: { observation: Observation }) {
  const { t } = useTranslation()
  const { text, flags, fileName, lineStart, lineEnd, raw } = observation
  return (
    <div className="post-observation-facts">
      {flags.map((flag) => (
        <p key={flag} className="post-flag">
          {t(`posts.observation.flag.${flag}`, { defaultValue: flag })}
        </p>
      ))}
      {text === null ? null : (
        <details className="post-details">
          <summary>{t('posts.observation.differs')}</summary>
          <PostText text={text} />
        </details>
      )}
      <details className="post-details">
        <summary>
          <bdi>{fileName}</bdi>{' '}
          {t(lineStart === lineEnd ? 'posts.line' : 'posts.lines', { from: lineStart, to: lineEnd })}
        </summary>
        <p className="post-note">{t('posts.observation.raw')}</p>
        {/* A region that scrolls must be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className="post-raw" tabIndex={0} dir="auto" aria-label={t('posts.observation.raw')}>
          {raw}
        </pre>
      </details>
    </div>
  )
}
