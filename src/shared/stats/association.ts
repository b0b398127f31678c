/**
 * Association of two nodes (hashtags, topics, …) over units (posts), from binary presence.
 *
 * With a and b the units that hold each, and c the units that hold both:
 * - `count`   c
 * - `jaccard` c / (a + b − c), in [0, 1]
 *
 * Missing values: units in the filter that hold no node count for nothing here. O(1) a pair.
 * Sources: Jaccard, P. (1912), New Phytologist 11(2), 37–50, doi:10.1111/j.1469-8137.1912.tb05611.x; as the default of
 * co-occurrence networks in KH Coder: Higuchi, K. (2016), Ritsumeikan Social Sciences Review 52(3), 77–91.
 */
export interface PairCounts {
  /** Units with the first node, units with the second, units with both; 0 ≤ c ≤ min(a, b). */
  a: number
  b: number
  c: number
}

export const associationMeasures = {
  count: ({ c }: PairCounts): number => c,
  jaccard: ({ a, b, c }: PairCounts): number => (a + b - c === 0 ? 0 : c / (a + b - c)),
} as const

export type AssociationMeasure = keyof typeof associationMeasures
