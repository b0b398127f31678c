import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { RowScroller } from './row-scroller.ts'

interface VirtualListProps {
  label: string
  count: number
  /** Typical height of a row in pixels; rows are measured as they come into sight. */
  estimate: number
  /** A row; `undefined` data is the caller's skeleton. */
  renderRow: (index: number) => ReactNode
  /** The row that the keyboard is at. */
  active: number
  onActive: (index: number) => void
  /** Enter on a row. */
  onOpen?: (index: number) => void
  /** Rows in sight and a few around them: ask for their data. */
  onRange?: (first: number, last: number) => void
  /** Starts again at the top when it changes: pass the query and the order. */
  resetKey?: string
}

/** A list of very many rows of different heights. One tab stop; arrows, Page, Home and End move, Enter opens. */
export function VirtualList(props: VirtualListProps) {
  const { label, count, estimate, renderRow, active, onActive, onOpen, onRange, resetKey = '' } = props
  const [scroller] = useState(() => new RowScroller())
  const { first, last, canvasHeight, topOf } = useSyncExternalStore(scroller.subscribe, scroller.read)
  const viewport = useRef<HTMLDivElement>(null)
  const keyboard = useRef(false)

  useLayoutEffect(() => scroller.reset(count, estimate), [scroller, count, estimate, resetKey])
  useLayoutEffect(() => scroller.attach(viewport.current), [scroller])
  useEffect(() => {
    if (last >= first) onRange?.(first, last)
    // oxlint-disable-next-line react/exhaustive-deps -- a new function is no new range
  }, [first, last, resetKey])

  // The keyboard's row is brought into sight and takes the focus; a click has it already.
  useLayoutEffect(() => {
    if (active < count) scroller.reveal(active)
  }, [scroller, active, count, resetKey])
  useLayoutEffect(() => {
    if (!keyboard.current) return
    const row = viewport.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (!row) return
    keyboard.current = false
    row.focus({ preventScroll: true })
  })

  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const row = event.target instanceof HTMLElement && event.target.matches('[data-index]')
    if ((!row && event.target !== viewport.current) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && onOpen) {
      event.preventDefault()
      return onOpen(active)
    }
    const to = destination(event.key, active, count, Math.max(1, last - first - 4))
    if (to === null) return
    event.preventDefault()
    keyboard.current = true
    onActive(Math.max(0, Math.min(count - 1, to)))
  }
  const indices = Array.from({ length: Math.min(last, count - 1) - first + 1 }, (_, i) => first + i)
  // The active row stays in the document even out of sight, so that Tab always finds it.
  if (active < count && (active < first || active > last)) indices.push(active)
  return (
    <div className="vlist" ref={viewport} onScroll={scroller.scrolled} onKeyDown={onKeyDown}>
      <div className="vlist-canvas" role="list" aria-label={label} style={{ height: canvasHeight }}>
        {indices.map((index) => (
          <div
            key={index}
            ref={scroller.measure}
            className="vlist-row"
            role="listitem"
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={count}
            aria-current={index === active || undefined}
            tabIndex={index === active ? 0 : -1}
            style={{ transform: `translateY(${topOf(index)}px)` }}
            onClick={() => onActive(index)}
            onDoubleClick={() => onOpen?.(index)}
          >
            {renderRow(index)}
          </div>
        ))}
      </div>
    </div>
  )
}

function destination(key: string, at: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + page
    case 'PageUp':
      return at - page
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
