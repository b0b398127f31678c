import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'
import type { NetworkResult } from '../../../shared/contract.ts'

export interface Place {
  x: number
  y: number
}

/** Radius in pixels: the area grows with the count of posts. */
export function radiusOf(count: number, largest: number): number {
  return 5 + 17 * Math.sqrt(count / Math.max(1, largest))
}

/** Communities start in sectors of a circle, so that the same network is always drawn the same way. */
function startingPlaces(result: NetworkResult): Map<string, Place> {
  const ordered = [...result.nodes].sort((a, b) => a.community - b.community || b.count - a.count)
  return new Map(
    ordered.map(({ id }, i) => {
      const angle = (2 * Math.PI * i) / ordered.length
      return [id, { x: Math.cos(angle), y: Math.sin(angle) }]
    }),
  )
}

/**
 * Places of the nodes: ForceAtlas2 (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679) from fixed starting places, then
 * pushed apart until circles do not overlap. No chance is involved, so the same recipe draws the same picture.
 * O(iterations · n²); 200 nodes take about a tenth of a second.
 */
export function layoutNetwork(result: NetworkResult): Map<string, Place> {
  const graph = new UndirectedGraph()
  const start = startingPlaces(result)
  const largest = Math.max(1, ...result.nodes.map((node) => node.count))
  for (const { id, count } of result.nodes) {
    graph.addNode(id, { ...start.get(id)!, size: radiusOf(count, largest) })
  }
  const strongest = Math.max(Number.MIN_VALUE, ...result.edges.map((edge) => edge.weight))
  for (const { source, target, weight } of result.edges) {
    graph.addEdge(source, target, { weight: weight / strongest })
  }
  const iterations = result.nodes.length > 500 ? 150 : 400
  forceAtlas2.assign(graph, {
    iterations,
    settings: {
      linLogMode: true,
      gravity: 0.6,
      scalingRatio: 6,
      edgeWeightInfluence: 0.7,
      strongGravityMode: true,
    },
  })
  spread(graph)
  noverlap.assign(graph, {
    maxIterations: 200,
    settings: { ratio: 1.1, margin: 14, expansion: 1.05, gridSize: 20 },
  })
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x: x as number, y: y as number }]))
}

/** To the shape of a window's canvas, in units of about a pixel, so that radii and distances have the same measure. */
function spread(graph: UndirectedGraph): void {
  const stretch = (axis: 'x' | 'y', length: number) => {
    const all = graph.mapNodes((_id, attributes) => attributes[axis] as number)
    const factor = length / Math.max(Math.max(...all) - Math.min(...all), Number.MIN_VALUE)
    graph.updateEachNodeAttributes((_id, attributes) => ({
      ...attributes,
      [axis]: (attributes[axis] as number) * factor,
    }))
  }
  stretch('x', 1100)
  stretch('y', 560)
}
