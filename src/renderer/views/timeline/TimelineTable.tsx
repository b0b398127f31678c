import { useTranslation } from 'react-i18next'
import type { TimelineResult } from '../../../shared/contract.ts'
import { byteOrderMark, csvLines } from '../../../shared/text/csv.ts'
import { DataTable, type Column } from '../../ui/index.ts'
import { useTimelineWords } from './words.ts'

type Bucket = TimelineResult['buckets'][number]

/** The numbers of the chart. */
export function TimelineTable({ result }: { result: TimelineResult }) {
  const { t } = useTranslation()
  const words = useTimelineWords(result)
  const columns: Column<Bucket>[] = [
    { id: 'start', header: words.unit, cell: ({ start }) => start.replace('T', ' ') },
    ...result.series.map(({ key, label }): Column<Bucket> => ({
      id: key,
      header: words.seriesLabel(key, label),
      numeric: true,
      cell: ({ values }) => words.value(values[key] ?? null),
    })),
    {
      id: 'covered',
      header: t('timeline.table.covered'),
      cell: ({ covered }) => t(covered ? 'timeline.table.yes' : 'timeline.table.gap'),
    },
  ]
  return (
    <div className="timeline-table">
      <DataTable
        caption={words.measure}
        columns={columns}
        rows={result.buckets}
        rowKey={({ start }) => start}
      />
    </div>
  )
}

/** For a spreadsheet or a paper's appendix; an empty cell is a gap. */
export function timelineCsv(result: TimelineResult): string {
  const head = ['start', 'end', 'time_zone', 'covered', ...result.series.map(({ label }) => label)]
  const rows = result.buckets.map(({ start, end, covered, values }) => [
    start,
    end,
    result.timeZone,
    String(covered),
    ...result.series.map(({ key }) => values[key] ?? null),
  ])
  return byteOrderMark + csvLines([head, ...rows])
}
