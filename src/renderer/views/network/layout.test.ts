import { describe, expect, it } from 'vitest'
import type { NetworkResult } from '../../../shared/contract.ts'
import { layoutNetwork, radiusOf } from './layout.ts'

function ring(n: number): NetworkResult {
  const nodes = Array.from({ length: n }, (_, i) => ({
    id: String(i),
    label: `#${i}`,
    count: 1 + (i % 5),
    degree: 2,
    community: i % 3,
    colour: null,
    query: `#${i}`,
  }))
  const edges = nodes.map(({ id }, i) => ({ source: id, target: String((i + 1) % n), count: 1, weight: 1 }))
  return {
    nodes,
    edges,
    unitCount: n,
    postCount: n,
    candidateNodes: n,
    candidateEdges: n,
    density: 0.1,
    smallestWeight: 1,
    modularity: 0,
  }
}

describe('layout', () => {
  it('draws the same picture twice', () => {
    expect(layoutNetwork(ring(30))).toEqual(layoutNetwork(ring(30)))
  })

  it('lets no two circles lie on each other', () => {
    const network = ring(40)
    const places = layoutNetwork(network)
    const circles = network.nodes.map(({ id, count }) => ({ ...places.get(id)!, r: radiusOf(count, 5) }))
    for (const [i, a] of circles.entries()) {
      for (const b of circles.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r)
    }
  })

  it('places one node, and none', () => {
    expect(layoutNetwork({ ...ring(1), edges: [] }).size).toBe(1)
    expect(layoutNetwork({ ...ring(1), nodes: [], edges: [] }).size).toBe(0)
  })
})
