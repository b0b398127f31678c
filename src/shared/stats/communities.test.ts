import { describe, expect, it } from 'vitest'
import { findCommunities } from './communities.ts'

/** The friendships of Zachary's karate club (1977, doi:10.1086/jar.33.4.3629752): 34 members, 78 ties; lists of higher neighbours. */
const karate: Record<number, number[]> = {
  1: [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32],
  2: [3, 4, 8, 14, 18, 20, 22, 31],
  3: [4, 8, 9, 10, 14, 28, 29, 33],
  4: [8, 13, 14],
  5: [7, 11],
  6: [7, 11, 17],
  7: [17],
  9: [31, 33, 34],
  10: [34],
  14: [34],
  15: [33, 34],
  16: [33, 34],
  19: [33, 34],
  20: [34],
  21: [33, 34],
  23: [33, 34],
  24: [26, 28, 30, 33, 34],
  25: [26, 28, 32],
  26: [32],
  27: [30, 34],
  28: [34],
  29: [32, 34],
  30: [33, 34],
  31: [33, 34],
  32: [33, 34],
  33: [34],
}
const nodes = Array.from({ length: 34 }, (_, i) => i + 1)
const edges = Object.entries(karate).flatMap(([source, targets]) =>
  targets.map((target) => ({ source: Number(source), target, weight: 1 })),
)

/** By the definition in the header, independent of the library. */
function modularityOf(of: Map<number, number>): number {
  const m = edges.length
  const inside = edges.filter(({ source, target }) => of.get(source) === of.get(target)).length
  const degrees = new Map<number, number>()
  for (const { source, target } of edges)
    for (const id of [source, target]) degrees.set(of.get(id)!, (degrees.get(of.get(id)!) ?? 0) + 1)
  return inside / m - [...degrees.values()].reduce((sum, degree) => sum + (degree / (2 * m)) ** 2, 0)
}

describe('communities of the karate club', () => {
  it('has the published network', () => expect(edges).toHaveLength(78))

  // The optimum is 0.4198 with four communities (Brandes et al. 2008, doi:10.1109/TKDE.2007.190689); Louvain comes close.
  it.each([1, 2, 3, 42])(
    'come within a hundredth of the optimum, and their modularity is as defined (seed %i)',
    (seed) => {
      const { of, modularity } = findCommunities(nodes, edges, seed)
      expect(modularity).toBeCloseTo(modularityOf(of), 10)
      expect(modularity).toBeGreaterThan(0.4098)
      expect(modularity).toBeLessThanOrEqual(0.41979)
      expect(new Set(of.values()).size).toBe(4)
    },
  )

  it('are the same for the same seed, and numbered by size', () => {
    const { of } = findCommunities(nodes, edges, 7)
    expect(findCommunities(nodes, edges, 7).of).toEqual(of)
    const sizes = [0, 1, 2, 3].map(
      (community) => [...of.values()].filter((each) => each === community).length,
    )
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  it('of a network without edges are none', () => {
    expect(findCommunities([1, 2], [], 1)).toEqual({ of: new Map(), modularity: null })
  })
})
