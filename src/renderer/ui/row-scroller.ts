/**
 * Which rows are in sight, and where they stand; outside React, because scrolling is faster than drawing. Chrome draws no
 * element higher than some 33 million pixels and a million posts need more: past `highest` the scroll bar is a scale of
 * the list, while wheel and keys still move pixel by pixel.
 */
import { RowOffsets } from './row-offsets.ts'

const highest = 8_000_000
const overscan = 4
/** After so long without scrolling, the bar is put where the list is. */
const settledMs = 200

/** What is drawn; a new object whenever it changes. */
export interface RowWindow {
  first: number
  last: number
  canvasHeight: number
  topOf: (index: number) => number
}

export class RowScroller {
  private viewport: HTMLElement | null = null
  private offsets = new RowOffsets(0, 1)
  private height = 600
  /** Of the viewport over the whole list, in the list's own pixels, and the `scrollTop` that belongs to it. */
  private top = 0
  private bar = 0
  /** The row that was asked into sight: it stays there while rows around it are measured, until the person scrolls. */
  private wanted: number | null = null
  private settling: ReturnType<typeof setTimeout> | undefined
  private current: RowWindow = { first: 0, last: -1, canvasHeight: 0, topOf: () => 0 }
  private readonly listeners = new Set<() => void>()
  /** Rows in the document. */
  private readonly rows = new Set<HTMLElement>()
  private readonly observer = new ResizeObserver((entries) => this.resized(entries))

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
  readonly read = (): RowWindow => this.current

  /** Another list: its heights are unknown, and it begins at the top. */
  reset(count: number, estimate: number): void {
    this.offsets = new RowOffsets(count, estimate)
    this.wanted = null
    // Rows that stay are told again: an observer speaks only of what changes, and their heights have been forgotten.
    for (const row of this.rows) this.observer.unobserve(row)
    for (const row of this.rows) this.observer.observe(row)
    this.setTop(0)
  }

  readonly attach = (element: HTMLElement | null): (() => void) | undefined => {
    this.viewport = element
    if (!element) return undefined
    this.height = element.clientHeight
    this.changed()
    return this.observe(element)
  }

  readonly measure = (element: HTMLElement | null): (() => void) | undefined => {
    if (!element) return undefined
    this.rows.add(element)
    const forget = this.observe(element)
    return () => {
      this.rows.delete(element)
      forget()
    }
  }

  readonly scrolled = (): void => {
    const bar = this.viewport?.scrollTop ?? 0
    if (bar === this.bar) return
    this.top = this.topAt(bar)
    this.bar = bar
    this.wanted = null
    this.changed()
    clearTimeout(this.settling)
    if (this.offsets.total > highest) this.settling = setTimeout(() => this.setTop(this.top), settledMs)
  }

  /** Scrolls as little as shows the whole row. */
  reveal(index: number): void {
    this.wanted = index
    const top = this.offsets.topOf(index)
    const end = top + this.offsets.heightOf(index)
    if (top < this.top) this.setTop(top)
    else if (end > this.top + this.height) this.setTop(Math.min(top, end - this.height))
  }

  private observe(element: HTMLElement): () => void {
    this.observer.observe(element)
    return () => this.observer.unobserve(element)
  }

  private get canvasHeight(): number {
    return Math.min(this.offsets.total, highest)
  }

  private get furthest(): number {
    return Math.max(0, this.offsets.total - this.height)
  }

  private get barEnd(): number {
    return Math.max(0, this.canvasHeight - this.height)
  }

  private topAt(bar: number): number {
    if (this.offsets.total <= highest) return bar
    if (bar <= 0) return 0
    if (bar >= this.barEnd - 1) return this.furthest
    const moved = bar - this.bar
    const near = Math.abs(moved) < this.height * 1.5
    return this.within(near ? this.top + moved : (bar / this.barEnd) * this.furthest)
  }

  private within(top: number): number {
    return Math.max(0, Math.min(this.furthest, top))
  }

  private setTop(top: number): void {
    this.top = this.within(top)
    this.bar = this.offsets.total > highest ? (this.top / this.furthest) * this.barEnd : this.top
    // The canvas may still be too low for the new place: it is drawn first.
    this.changed()
    if (!this.viewport) return
    this.viewport.scrollTop = this.bar
    this.bar = this.viewport.scrollTop
    this.changed()
  }

  private resized(entries: ResizeObserverEntry[]): void {
    for (const { target } of entries) {
      if (target === this.viewport) this.height = target.clientHeight
      else if (target.isConnected) this.note(target as HTMLElement)
    }
    this.changed()
    if (this.viewport && this.viewport.scrollTop !== this.bar) this.viewport.scrollTop = this.bar
    if (this.wanted !== null) this.reveal(this.wanted)
  }

  /** What is above the fold grows without pushing what is read. */
  private note(row: HTMLElement): void {
    const index = Number(row.dataset.index)
    if (!(index < this.offsets.count) || row.offsetHeight === 0) return
    const above = this.offsets.topOf(index) < this.top
    const change = this.offsets.setHeight(index, row.offsetHeight)
    if (!above || change === 0) return
    this.top += change
    if (this.offsets.total <= highest) this.bar += change
  }

  private changed(): void {
    const { offsets, top, bar } = this
    const { count } = offsets
    this.current = {
      first: count === 0 ? 0 : Math.max(0, offsets.rowAt(top) - overscan),
      last: count === 0 ? -1 : Math.min(count - 1, offsets.rowAt(top + this.height) + overscan),
      canvasHeight: this.canvasHeight,
      topOf: (index) => offsets.topOf(index) - top + bar,
    }
    for (const listener of this.listeners) listener()
  }
}
