import type { NetworkResult } from '../../../shared/contract.ts'
import type { ChartColours, ChartOption } from '../../ui/index.ts'
import { layoutNetwork, radiusOf, type Place } from './layout.ts'

export interface NetworkWords {
  node: (node: NetworkResult['nodes'][number]) => string
  edge: (edge: NetworkResult['edges'][number], source: string, target: string) => string
}

function nodesOf(
  result: NetworkResult,
  places: Map<string, Place>,
  colours: ChartColours,
  found: (label: string) => boolean,
) {
  const largest = Math.max(1, ...result.nodes.map(({ count }) => count))
  return result.nodes.map((node) => {
    const radius = radiusOf(node.count, largest)
    const { x, y } = places.get(node.id)!
    return {
      id: node.id,
      name: node.id,
      x,
      y,
      symbolSize: radius * 2,
      itemStyle: {
        color: node.colour ?? colours.communities[node.community % colours.communities.length]!,
        borderColor: colours.ground,
        borderWidth: 1,
        opacity: found(node.label) ? 1 : 0.18,
      },
      label: {
        show: true,
        formatter: node.label,
        fontSize: 11 + Math.round(radius / 5),
        position: 'right',
        distance: 3,
        color: colours.ink,
        textBorderColor: colours.ground,
        textBorderWidth: 2,
        opacity: found(node.label) ? 1 : 0.25,
      },
    }
  })
}

/** Room beside the rightmost nodes for their labels: a CJK character is about as wide as it is high, others half. */
function roomForLabels(result: NetworkResult, places: Map<string, Place>): number {
  const right = Math.max(...[...places.values()].map(({ x }) => x))
  const left = Math.min(...[...places.values()].map(({ x }) => x))
  const near = result.nodes.filter(({ id }) => places.get(id)!.x > right - (right - left) * 0.15)
  const widths = near.map(({ label }) =>
    Array.from(label).reduce((sum, c) => sum + (c > '\u2e80' ? 15 : 8), 30),
  )
  return Math.min(300, Math.max(60, ...widths))
}

export function networkOption(
  result: NetworkResult,
  search: string,
  words: NetworkWords,
  colours: ChartColours,
): ChartOption {
  const wanted = search.normalize('NFKC').toLowerCase().trim()
  const found = (label: string) => wanted === '' || label.normalize('NFKC').toLowerCase().includes(wanted)
  const places = layoutNetwork(result)
  const labels = new Map(result.nodes.map(({ id, label }) => [id, label]))
  const strongest = Math.max(Number.MIN_VALUE, ...result.edges.map(({ weight }) => weight))
  return {
    tooltip: {
      formatter: ({ dataType, dataIndex }: { dataType: string; dataIndex: number }) => {
        if (dataType === 'node') return words.node(result.nodes[dataIndex]!)
        const edge = result.edges[dataIndex]!
        return words.edge(edge, labels.get(edge.source)!, labels.get(edge.target)!)
      },
    },
    series: [
      {
        type: 'graph',
        layout: 'none',
        preserveAspect: 'contain',
        roam: true,
        draggable: true,
        cursor: 'pointer',
        left: 60,
        right: roomForLabels(result, places),
        top: 30,
        bottom: 30,
        scaleLimit: { min: 0.3, max: 8 },
        data: nodesOf(result, places, colours, found),
        links: result.edges.map(({ source, target, weight }) => ({
          source,
          target,
          lineStyle: {
            width: 0.8 + 4.2 * (weight / strongest),
            opacity: 0.55,
            color: colours.ink3,
            curveness: 0,
          },
        })),
        labelLayout: { hideOverlap: true },
        emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.9 } },
        blur: { itemStyle: { opacity: 0.15 }, lineStyle: { opacity: 0.06 }, label: { opacity: 0.2 } },
      },
    ],
  }
}
