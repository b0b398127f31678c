import { useMemo, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { NetworkResult } from '../../../shared/contract.ts'
import { withCondition } from '../../../shared/query/build.ts'
import { useWork, work } from '../../state/store.ts'
import { Chart, useChartColours, type ChartHandle, type ChartMark } from '../../ui/index.ts'
import { networkOption, type NetworkWords } from './option.ts'
import { useNetworkWords } from './words.ts'

interface NetworkChartProps {
  result: NetworkResult
  search: string
  ref: Ref<ChartHandle>
}

function marksOf(result: NetworkResult, words: NetworkWords): ChartMark[] {
  const labels = new Map(result.nodes.map(({ id, label }) => [id, label]))
  const flat = (text: string) => text.replace('\n', ': ')
  return [
    ...result.nodes.map((node, dataIndex): ChartMark => ({
      key: `n${node.id}`,
      label: flat(words.node(node)),
      seriesIndex: 0,
      dataIndex,
      dataType: 'node',
    })),
    ...result.edges.map((edge, dataIndex): ChartMark => ({
      key: `e${edge.source}-${edge.target}`,
      label: flat(words.edge(edge, labels.get(edge.source)!, labels.get(edge.target)!)),
      seriesIndex: 0,
      dataIndex,
      dataType: 'edge',
    })),
  ]
}

/** The posts of a node, or those that hold both ends of an edge, within the filter. */
function postsOf(
  query: string,
  result: NetworkResult,
  dataType: string | undefined,
  dataIndex: number,
): string {
  const edge = result.edges[dataIndex]
  const ids = dataType === 'edge' && edge ? [edge.source, edge.target] : [result.nodes[dataIndex]?.id]
  const nodes = result.nodes.filter(({ id }) => ids.includes(id))
  return nodes.reduce((text, node) => withCondition(text, node.query), query)
}

export function NetworkChart({ result, search, ref }: NetworkChartProps) {
  const { t } = useTranslation()
  const query = useWork((state) => state.filter)
  const nodes = useWork((state) => state.network.nodes)
  const colours = useChartColours()
  const words = useNetworkWords()
  const option = useMemo(
    () => networkOption(result, search, words, colours),
    [result, search, words, colours],
  )
  const marks = useMemo(() => marksOf(result, words), [result, words])
  const open = ({ dataType, dataIndex }: { dataType?: string; dataIndex: number }) =>
    work.openPosts(postsOf(query, result, dataType, dataIndex))
  return (
    <Chart
      ref={ref}
      option={option}
      label={t(`network.title.${nodes}`)}
      description={t('network.description', { nodes: result.nodes.length, edges: result.edges.length })}
      marks={marks}
      onActivate={open}
      onPointClick={open}
    />
  )
}
