/**
 * Which rows are in sight, and where they stand. Chrome draws no element higher than some 33 million pixels, a million
 * posts need more: past `highest` the scroll bar is a scale of the list, while wheel and keys still move pixel by pixel.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react'
import { RowOffsets } from './row-offsets.ts'

const highest = 8_000_000
const overscan = 4

interface Scroll {
  /** Of the viewport over the whole list, in the list's own pixels. */
  top: number
  /** `scrollTop` that belongs to it. */
  bar: number
}

export function useVirtualRows(count: number, estimate: number, resetKey: string) {
  const viewport = useRef<HTMLDivElement | null>(null)
  const height = useRef(600)
  const scroll = useRef<Scroll>({ top: 0, bar: 0 })
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  // oxlint-disable-next-line react/exhaustive-deps -- another list, other heights
  const offsets = useMemo(() => new RowOffsets(count, estimate), [count, estimate, resetKey])

  const canvasHeight = Math.min(offsets.total, highest)
  const furthest = () => Math.max(0, offsets.total - height.current)
  const barEnd = () => Math.max(0, canvasHeight - height.current)
  const barOf = (top: number) => (furthest() === 0 ? 0 : (top / furthest()) * barEnd())

  const moveTo = (top: number) => {
    const next = Math.max(0, Math.min(furthest(), top))
    const bar = offsets.total > highest ? barOf(next) : next
    scroll.current = { top: next, bar }
    if (viewport.current) {
      viewport.current.scrollTop = bar
      scroll.current.bar = viewport.current.scrollTop
    }
    redraw()
  }

  const onScroll = () => {
    const bar = viewport.current?.scrollTop ?? 0
    const { top, bar: before } = scroll.current
    if (bar === before) return
    scroll.current = { bar, top: nextTop(bar, bar - before, top) }
    redraw()
  }
  const nextTop = (bar: number, moved: number, top: number) => {
    if (offsets.total <= highest) return bar
    if (bar <= 0) return 0
    if (bar >= barEnd() - 1) return furthest()
    const near = Math.abs(moved) < height.current * 1.5
    return Math.max(0, Math.min(furthest(), near ? top + moved : (bar / barEnd()) * furthest()))
  }

  const { attach, measure } = useObservers(viewport, height, offsets, scroll, redraw)

  useLayoutEffect(() => {
    scroll.current = { top: 0, bar: 0 }
    if (viewport.current) viewport.current.scrollTop = 0
    redraw()
  }, [resetKey])

  const { top, bar } = scroll.current
  const first = Math.max(0, offsets.rowAt(top) - overscan)
  const last = Math.max(0, Math.min(count - 1, offsets.rowAt(top + height.current) + overscan))
  return {
    viewport,
    first,
    last,
    canvasHeight,
    attach,
    measure,
    onScroll,
    topOf: (index: number) => offsets.topOf(index) - top + bar,
    /** Scrolls as little as shows the whole row. */
    reveal(index: number) {
      const rowTop = offsets.topOf(index)
      const rowEnd = rowTop + offsets.heightOf(index)
      const now = scroll.current.top
      if (rowTop < now) moveTo(rowTop)
      else if (rowEnd > now + height.current) moveTo(Math.min(rowTop, rowEnd - height.current))
    },
  }
}

/** Measures the viewport and each row in it; what is above the fold grows without pushing what is read. */
function useObservers(
  viewport: { current: HTMLDivElement | null },
  height: { current: number },
  offsets: RowOffsets,
  scroll: { current: Scroll },
  redraw: () => void,
) {
  const latest = useRef(offsets)
  latest.current = offsets
  const observer = useMemo(
    () =>
      new ResizeObserver((entries) => {
        for (const { target } of entries) {
          const element = target as HTMLElement
          if (element === viewport.current) height.current = element.clientHeight
          else if (element.isConnected) note(element, latest.current, scroll)
        }
        if (viewport.current && latest.current.total <= highest)
          viewport.current.scrollTop = scroll.current.bar
        redraw()
      }),
    [viewport, height, scroll],
  )
  useEffect(() => () => observer.disconnect(), [observer])
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      viewport.current = element
      if (!element) return
      height.current = element.clientHeight
      observer.observe(element)
      return () => observer.unobserve(element)
    },
    [observer, viewport, height],
  )
  const measure = useCallback(
    (element: HTMLDivElement | null) => {
      if (!element) return
      observer.observe(element)
      return () => observer.unobserve(element)
    },
    [observer],
  )
  return { attach, measure }
}

function note(element: HTMLElement, offsets: RowOffsets, scroll: { current: Scroll }): void {
  const index = Number(element.dataset.index)
  if (!(index < offsets.count) || element.offsetHeight === 0) return
  const above = offsets.topOf(index) < scroll.current.top
  const change = offsets.setHeight(index, element.offsetHeight)
  if (!above || change === 0) return
  const { top, bar } = scroll.current
  scroll.current = { top: top + change, bar: offsets.total > highest ? bar : bar + change }
}
