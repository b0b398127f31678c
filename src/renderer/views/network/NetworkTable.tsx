import { useTranslation } from 'react-i18next'
import type { NetworkResult } from '../../../shared/contract.ts'
import { byteOrderMark, csvLines } from '../../../shared/text/csv.ts'
import { DataTable, useFormat } from '../../ui/index.ts'
import { useWeight } from './words.ts'

/** The numbers of the graph: nodes, then edges. */
export function NetworkTable({ result }: { result: NetworkResult }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const weight = useWeight()
  const labels = new Map(result.nodes.map(({ id, label }) => [id, label]))
  return (
    <div className="network-tables">
      <DataTable
        caption={t('network.table.nodes')}
        rows={result.nodes}
        rowKey={({ id }) => id}
        columns={[
          { id: 'label', header: t('network.table.node'), cell: ({ label }) => label },
          {
            id: 'count',
            header: t('network.table.posts'),
            numeric: true,
            cell: ({ count }) => number(count),
          },
          {
            id: 'degree',
            header: t('network.table.degree'),
            numeric: true,
            cell: ({ degree }) => number(degree),
          },
          {
            id: 'community',
            header: t('network.table.community'),
            numeric: true,
            cell: ({ community }) => number(community + 1),
          },
        ]}
      />
      <DataTable
        caption={t('network.table.edges')}
        rows={result.edges}
        rowKey={({ source, target }) => `${source}-${target}`}
        columns={[
          {
            id: 'pair',
            header: t('network.table.pair'),
            cell: ({ source, target }) => `${labels.get(source)} — ${labels.get(target)}`,
          },
          { id: 'count', header: t('network.table.both'), numeric: true, cell: ({ count }) => number(count) },
          {
            id: 'weight',
            header: t('network.table.weight'),
            numeric: true,
            cell: ({ weight: value }) => weight(value),
          },
        ]}
      />
    </div>
  )
}

/** The edge list, with the counts that every measure stands on. */
export function networkCsv(result: NetworkResult): string {
  const nodes = new Map(result.nodes.map((node) => [node.id, node]))
  const rows = result.edges.map(({ source, target, count, weight }) => {
    const [a, b] = [nodes.get(source)!, nodes.get(target)!]
    return [a.label, b.label, count, weight, a.count, b.count, a.community + 1, b.community + 1]
  })
  const head = [
    'source',
    'target',
    'posts_with_both',
    'weight',
    'posts_source',
    'posts_target',
    'community_source',
    'community_target',
  ]
  return byteOrderMark + csvLines([head, ...rows])
}
