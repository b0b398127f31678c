import { useTranslation } from 'react-i18next'
import type { PreviewFile } from '../../../shared/contract.ts'
import { DataTable, useFormat, type Column } from '../../ui/index.ts'
import { useCapturedWords, useSpanWords } from './words.ts'

type Snapshot = PreviewFile['snapshots'][number]
type Seen = Snapshot['observations'][number]

/** What was understood of one page. */
export function PreviewSnapshot({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const columns = useColumns()
  const { observations, topic } = snapshot
  const hasFlags = observations.some((seen) => seen.flags.length > 0)
  return (
    <section className="corpus-snapshot">
      <h3>{topic === null ? <span className="muted">{t('corpus.noTopic')}</span> : <bdi>{topic}</bdi>}</h3>
      <PageFacts snapshot={snapshot} />
      {observations.length ? (
        <DataTable
          caption={t('import.posts', { count: observations.length, number: number(observations.length) })}
          columns={columns.filter(({ id }) => id !== 'flags' || hasFlags)}
          rows={observations}
          rowKey={(seen) => seen.rank}
        />
      ) : (
        <p className="muted">{t('import.noPosts')}</p>
      )}
    </section>
  )
}

function PageFacts({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const captured = useCapturedWords()
  const span = useSpanWords()
  const { reportedPostCount: count, genderShares, leadingGroup, summary } = snapshot
  const facts: [string, string][] = [
    [t('corpus.capturedAt'), captured(snapshot)],
    [t('corpus.spanLabel'), span(snapshot.span)],
    [t('corpus.reportedPosts'), count === null ? t('corpus.withheld') : number(count)],
    [
      t('import.shares'),
      genderShares === null
        ? t('corpus.withheld')
        : t('import.twoShares', { first: number(genderShares[0]), second: number(genderShares[1]) }),
    ],
    [t('import.leadingGroup'), leadingGroup ?? t('import.notShown')],
    [t('import.summary'), summary ?? t('import.notShown')],
  ]
  return (
    <dl className="corpus-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="selectable">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function useColumns(): Column<Seen>[] {
  const { t } = useTranslation()
  const { number, stamp } = useFormat()
  const flagWords = (flags: string[]) =>
    flags.map((flag) => t(`import.flags.${flag}`, { defaultValue: flag })).join(', ')
  return [
    { id: 'rank', header: t('import.column.rank'), numeric: true, cell: (seen) => number(seen.rank) },
    {
      id: 'text',
      header: t('import.column.text'),
      rowHeader: true,
      cell: (seen) => <Text text={seen.text} />,
    },
    {
      id: 'known',
      header: t('import.column.known'),
      cell: (seen) => (seen.known ? <span className="muted">{t('import.seen')}</span> : t('import.new')),
    },
    {
      id: 'published',
      header: t('import.column.published'),
      cell: (seen) =>
        seen.published ? stamp(seen.published) : <span className="muted">{t('import.noneShown')}</span>,
    },
    {
      id: 'reposts',
      header: t('import.column.reposts'),
      numeric: true,
      cell: (seen) =>
        seen.reposts === null ? <span className="muted">{t('import.noneShown')}</span> : number(seen.reposts),
    },
    {
      id: 'lines',
      header: t('import.column.lines'),
      numeric: true,
      cell: (seen) =>
        seen.lineStart === seen.lineEnd
          ? number(seen.lineStart)
          : `${number(seen.lineStart)}–${number(seen.lineEnd)}`,
    },
    { id: 'flags', header: t('import.column.flags'), cell: (seen) => flagWords(seen.flags) },
  ]
}

/** Its first line; the whole of it on request. */
function Text({ text }: { text: string }) {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '')
  const isLong = rest.length > 0 || first.length > 40
  if (!isLong) return <bdi className="corpus-first-line">{first}</bdi>
  return (
    <details className="corpus-text">
      <summary>
        <bdi className="corpus-first-line">{first}</bdi>
      </summary>
      <p className="post-text">{text}</p>
    </details>
  )
}
