/**
 * Heights of very many rows of which most were never measured: a Fenwick tree over the differences from an estimate.
 * Setting a height, the top of a row and the row at a height are O(log n).
 */
export class RowOffsets {
  readonly count: number
  readonly estimate: number
  private readonly tree: Float64Array
  private readonly heights = new Map<number, number>()
  private readonly highestBit: number

  constructor(count: number, estimate: number) {
    this.count = count
    this.estimate = estimate
    this.tree = new Float64Array(count + 1)
    this.highestBit = count === 0 ? 0 : 2 ** Math.floor(Math.log2(count))
  }

  heightOf(index: number): number {
    return this.heights.get(index) ?? this.estimate
  }

  /** The change against the height that stood there. */
  setHeight(index: number, height: number): number {
    const change = height - this.heightOf(index)
    if (change === 0) return 0
    this.heights.set(index, height)
    for (let i = index + 1; i <= this.count; i += i & -i) this.tree[i] = this.tree[i]! + change
    return change
  }

  /** Sum of the heights before a row; of all rows for `count`. */
  topOf(index: number): number {
    let sum = index * this.estimate
    for (let i = index; i > 0; i -= i & -i) sum += this.tree[i]!
    return sum
  }

  get total(): number {
    return this.topOf(this.count)
  }

  /** The row that holds a point; the first or last one outside. */
  rowAt(offset: number): number {
    let position = 0
    let left = offset
    for (let bit = this.highestBit; bit > 0; bit /= 2) {
      const next = position + bit
      if (next > this.count) continue
      const height = this.tree[next]! + bit * this.estimate
      if (height <= left) {
        position = next
        left -= height
      }
    }
    return Math.max(0, Math.min(this.count - 1, position))
  }
}
