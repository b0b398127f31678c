import { useState, type ReactNode } from 'react'

interface PanelProps {
  title?: ReactNode
  /** Buttons at the end of the head. */
  actions?: ReactNode
  padded?: boolean
  children: ReactNode
  className?: string
}

/** A head and a body that scrolls. */
export function Panel({ title, actions, padded, children, className = '' }: PanelProps) {
  return (
    <section className={`panel grow ${className}`}>
      {title || actions ? (
        <header className="panel-head">
          {typeof title === 'string' ? (
            <h2 className="truncate grow">{title}</h2>
          ) : (
            <div className="grow">{title}</div>
          )}
          {actions}
        </header>
      ) : null}
      <div className={`panel-body ${padded ? 'panel-body--padded' : ''}`}>{children}</div>
    </section>
  )
}

/** The row of settings above a view's content. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="toolbar" role="group" aria-label={label}>
      {children}
    </div>
  )
}

interface SplitterProps {
  label: string
  /** Width in pixels of what stands on the `side` of the splitter. */
  width: number
  onResize: (width: number) => void
  min: number
  max: number
  side?: 'left' | 'right'
}

/** A line that can be drawn by pointer and arrow keys. */
export function Splitter({ label, width, onResize, min, max, side = 'right' }: SplitterProps) {
  const [drag, setDrag] = useState<{ x: number; width: number } | null>(null)
  const sign = side === 'right' ? -1 : 1
  const resize = (next: number) => onResize(Math.round(Math.min(max, Math.max(min, next))))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      data-dragging={drag ? '' : undefined}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ x: event.clientX, width })
      }}
      onPointerMove={(event) => drag && resize(drag.width + sign * (event.clientX - drag.x))}
      onPointerUp={() => setDrag(null)}
      onPointerCancel={() => setDrag(null)}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key]
        if (step === undefined) return
        event.preventDefault()
        resize(width + sign * step)
      }}
    />
  )
}
