import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { EChartsType } from './echarts.ts'

export interface ChartMark {
  key: string
  /** What the mark says: `12 Dec 2025: 34 posts, favor`. */
  label: string
  seriesIndex: number
  dataIndex: number
  /** Of graphs: whether the index counts nodes or edges. */
  dataType?: 'node' | 'edge'
}

interface ChartMarksProps {
  label: string
  marks: readonly ChartMark[]
  chart: RefObject<EChartsType | null>
  onActivate: (mark: ChartMark) => void
}

/** So many around the current one stand in the document; a reader can go through all of them. */
const around = 100
const steps: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
}

/** The marks of a canvas as a list of buttons: one tab stop, arrows go from mark to mark, Enter opens. */
export function ChartMarks({ label, marks, chart, onActivate }: ChartMarksProps) {
  const { t } = useTranslation()
  const [index, setIndex] = useState(0)
  const [focused, setFocused] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const current = Math.min(index, marks.length - 1)
  const mark = marks[current]!
  const first = Math.max(0, current - around)

  useEffect(() => {
    if (!focused) return
    const target = {
      seriesIndex: mark.seriesIndex,
      dataIndex: mark.dataIndex,
      ...(mark.dataType ? { dataType: mark.dataType } : {}),
    }
    const instance = chart.current
    instance?.dispatchAction({ type: 'highlight', ...target })
    return () => {
      if (instance && !instance.isDisposed()) instance.dispatchAction({ type: 'downplay', ...target })
    }
  }, [focused, mark, chart])

  const go = (to: number) => {
    const next = Math.max(0, Math.min(marks.length - 1, to))
    setIndex(next)
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = steps[event.key]
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? marks.length - 1 : step ? current + step : null
    if (to === null) return
    event.preventDefault()
    event.stopPropagation()
    go(to)
  }
  return (
    <>
      <ul
        ref={list}
        className="chart-marks visually-hidden"
        aria-label={t('ui.marksOf', { label })}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        {marks.slice(first, current + around + 1).map((each, i) => (
          <li key={each.key}>
            <button
              type="button"
              tabIndex={first + i === current ? 0 : -1}
              onFocus={() => setIndex(first + i)}
              onClick={() => onActivate(each)}
            >
              {each.label}
            </button>
          </li>
        ))}
      </ul>
      {focused ? (
        <div className="chart-current" aria-hidden="true">
          {mark.label}
        </div>
      ) : null}
    </>
  )
}
