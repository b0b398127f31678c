import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../../shared/model.ts'
import { useCorpus } from '../../client/hooks.ts'
import { work } from '../../state/store.ts'
import { Await, Button, EmptyState, LinkButton, useFormat } from '../../ui/index.ts'
import { nextSort, sortSnapshots, type Sort, type SortKey } from './sort.ts'
import { useSpanWords } from './words.ts'

export function Snapshots() {
  const { t } = useTranslation()
  const snapshots = useCorpus('snapshots.list', {})
  return (
    <Await of={snapshots} lines={10}>
      {(rows) =>
        rows.length ? (
          <SnapshotTable rows={rows} />
        ) : (
          <EmptyState
            title={t('corpus.snapshots.emptyTitle')}
            action={<Button onPress={() => work.startImport()}>{t('corpus.importPages')}</Button>}
          >
            {t('corpus.snapshots.empty')}
          </EmptyState>
        )
      }
    </Await>
  )
}

const columns: { key: SortKey; numeric?: boolean }[] = [
  { key: 'captured' },
  { key: 'zone' },
  { key: 'span' },
  { key: 'topic' },
  { key: 'observations', numeric: true },
  { key: 'reported', numeric: true },
  { key: 'file' },
]
const pageOfRows = 300

function SnapshotTable({ rows }: { rows: readonly Snapshot[] }) {
  const { t } = useTranslation()
  const { number, locale } = useFormat()
  const [sort, setSort] = useState<Sort>({ by: 'captured', descending: true })
  const [shown, setShown] = useState(pageOfRows)
  const sorted = useMemo(() => sortSnapshots(rows, sort, locale), [rows, sort, locale])
  return (
    <>
      <table className="table" data-testid="snapshots-table">
        <caption>
          {t('corpus.snapshots.caption', { count: rows.length, number: number(rows.length) })}
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, numeric }) => (
              <SortHeader key={key} id={key} numeric={numeric ?? false} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shown).map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {sorted.length > shown ? (
        <div className="corpus-more">
          <Button onPress={() => setShown(shown + pageOfRows)}>
            {t('corpus.more', { number: number(sorted.length - shown) })}
          </Button>
        </div>
      ) : null}
    </>
  )
}

interface SortHeaderProps {
  id: SortKey
  numeric: boolean
  sort: Sort
  onSort: (sort: Sort) => void
}

function SortHeader({ id, numeric, sort, onSort }: SortHeaderProps) {
  const { t } = useTranslation()
  const active = sort.by === id
  return (
    <th
      scope="col"
      className={numeric ? 'num' : undefined}
      aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="corpus-sort" onClick={() => onSort(nextSort(sort, id))}>
        {t(`corpus.snapshots.column.${id}`)}
        <span aria-hidden="true">{active ? (sort.descending ? '↓' : '↑') : ''}</span>
      </button>
    </th>
  )
}

function Row({ row }: { row: Snapshot }) {
  const { t } = useTranslation()
  const { number, stamp } = useFormat()
  const span = useSpanWords()
  const open = () => work.openPosts(`snapshot:${row.id}`)
  const captured = row.capturedAt ? stamp(row.capturedAt) : t('corpus.timeUnknown')
  return (
    // The keyboard's way is the link in the row.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr className="corpus-row" onClick={open}>
      <th scope="row">
        <LinkButton
          onPress={open}
          aria-label={t('corpus.snapshots.open', { captured, topic: row.topic ?? t('corpus.noTopic') })}
        >
          {captured}
        </LinkButton>
      </th>
      <td className="muted">{row.timeZone}</td>
      <td>{span(row.span)}</td>
      <td>
        {row.topic === null ? <span className="muted">{t('corpus.noTopic')}</span> : <bdi>{row.topic}</bdi>}
      </td>
      <td className="num">{number(row.observations)}</td>
      <td className="num">
        {row.reportedPostCount === null ? (
          <span className="muted">{t('corpus.withheld')}</span>
        ) : (
          number(row.reportedPostCount)
        )}
      </td>
      <td>
        <bdi className="corpus-path">{row.fileName}</bdi>
      </td>
    </tr>
  )
}
