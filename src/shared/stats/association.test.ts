import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { associationMeasures as measures } from './association.ts'

describe('association', () => {
  // Worked example of scikit-learn's jaccard_score (Pedregosa et al. 2011, JMLR 12, 2825–2830; its user guide): labels
  // 0 1 1 against 1 1 1 share two of three.
  it('gives the published 0.6666…', () => {
    expect(measures.jaccard({ a: 2, b: 3, c: 2 })).toBeCloseTo(0.666_666, 5)
  })

  it('gives shared over all', () => {
    expect(measures.jaccard({ a: 211, b: 271, c: 132 })).toBeCloseTo(132 / 350, 12)
    expect(measures.count({ a: 211, b: 271, c: 132 })).toBe(132)
  })

  it('is 1 for the same units, 0 for none shared, 0 for none at all', () => {
    expect(measures.jaccard({ a: 5, b: 5, c: 5 })).toBe(1)
    expect(measures.jaccard({ a: 5, b: 3, c: 0 })).toBe(0)
    expect(measures.jaccard({ a: 0, b: 0, c: 0 })).toBe(0)
  })

  const sets = fc.tuple(fc.uniqueArray(fc.nat(40)), fc.uniqueArray(fc.nat(40)))
  it('is symmetric, bounded, and what counting the sets gives', () => {
    fc.assert(
      fc.property(sets, ([x, y]) => {
        const c = x.filter((each) => y.includes(each)).length
        const j = measures.jaccard({ a: x.length, b: y.length, c })
        expect(j).toBe(measures.jaccard({ a: y.length, b: x.length, c }))
        expect(j).toBeGreaterThanOrEqual(0)
        expect(j).toBeLessThanOrEqual(1)
        const union = new Set([...x, ...y]).size
        expect(j).toBeCloseTo(union ? c / union : 0, 12)
      }),
    )
  })
})
