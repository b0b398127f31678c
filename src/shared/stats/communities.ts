/**
 * Communities of an undirected, weighted network: Louvain's method of climbing modularity
 * (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008).
 *
 * Modularity Q = Σ over communities of (w_in / m − (w_tot / 2m)²), with w_in the weight inside a community, w_tot the
 * summed degrees of its nodes, and m the weight of all edges (Newman 2006, doi:10.1073/pnas.0601602103).
 * Missing values: without edges there are no communities and Q is `null`. O(edges · passes).
 */
import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { seededRandom } from './random.ts'

export interface WeightedEdge {
  source: number
  target: number
  weight: number
}

export interface Communities {
  /** Number of each node's community: 0 the largest; of equal size, the one whose first node comes first. */
  of: Map<number, number>
  modularity: number | null
}

/** The same nodes, edges and seed in the same order give the same communities. */
export function findCommunities(
  nodes: readonly number[],
  edges: readonly WeightedEdge[],
  seed: number,
): Communities {
  if (edges.length === 0) return { of: new Map(), modularity: null }
  const graph = new UndirectedGraph()
  for (const id of nodes) graph.addNode(id)
  for (const { source, target, weight } of edges) graph.addEdge(source, target, { weight })
  const { communities, modularity } = louvain.detailed(graph, {
    getEdgeWeight: 'weight',
    rng: seededRandom(seed),
  })
  const sizes = new Map<number, number>()
  for (const id of nodes) sizes.set(communities[id]!, (sizes.get(communities[id]!) ?? 0) + 1)
  // Louvain's own numbers carry no meaning.
  const order = [...sizes].sort((a, b) => b[1] - a[1]).map(([community]) => community)
  return { of: new Map(nodes.map((id) => [id, order.indexOf(communities[id]!)])), modularity }
}
