import { useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import { ChartMarks, type ChartMark } from './ChartMarks.tsx'
import { echartsTheme, useChartColours } from './chart-theme.ts'
import { echarts, type ChartOption, type EChartsType } from './echarts.ts'

export interface ChartPoint {
  seriesIndex: number
  dataIndex: number
  name: string
  /** `node` or `edge` in graphs. */
  dataType?: string
  data: unknown
}

export interface ChartHandle {
  /** PNG on the ground's colour, at twice the size for print. */
  pngDataUrl: () => string
  /** The same drawing as a standalone SVG document. */
  svg: () => string
  instance: () => EChartsType | null
}

interface ChartProps {
  option: ChartOption
  /** The question that the chart answers; name of the figure. */
  label: string
  /** What there is to see, in a sentence or two. */
  description?: string
  /** Every mark, for the keyboard; Enter calls `onActivate`. */
  marks?: readonly ChartMark[]
  onActivate?: (mark: ChartMark) => void
  onPointClick?: (point: ChartPoint) => void
  /** A stretch of the x axis, drawn by pointer: values of a time or value axis, indices of a category axis. */
  onBrush?: (from: number, to: number) => void
  height?: number | string
  /** Keep what is on the canvas and merge; default is to replace it. */
  merge?: boolean
  ref?: Ref<ChartHandle>
}

function isStill(): boolean {
  return (
    window.matchMedia('(prefers-reduced-motion: reduce)').matches ||
    document.documentElement.hasAttribute('data-no-motion')
  )
}

/** What every chart of ours has: tooltips that never are HTML, no motion where none is wanted, words for readers. */
function completed(option: ChartOption, description: string): ChartOption {
  const tooltip = option.tooltip as object | undefined
  return {
    animation: !isStill(),
    animationDuration: 200,
    animationDurationUpdate: 200,
    aria: { enabled: true, label: { description } },
    ...option,
    ...(tooltip ? { tooltip: { confine: true, ...tooltip, renderMode: 'richText' } } : {}),
  }
}

export function Chart(props: ChartProps) {
  const { label, description = label, marks, onActivate, height = '100%', merge = false, ref } = props
  const canvas = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const latest = useRef(props)
  latest.current = props
  const colours = useChartColours()
  const theme = useMemo(() => echartsTheme(colours), [colours])
  const option = useMemo(() => completed(props.option, description), [props.option, description])
  const brushable = Boolean(props.onBrush)

  useEffect(() => {
    const instance = echarts.init(canvas.current, theme, { renderer: 'canvas' })
    chart.current = instance
    listen(instance, latest)
    const observer = new ResizeObserver(() => instance.resize())
    observer.observe(canvas.current!)
    return () => {
      observer.disconnect()
      chart.current = null
      instance.dispose()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- made once; the theme is changed below
  }, [])

  useEffect(() => chart.current?.setTheme(theme), [theme])

  useEffect(() => {
    chart.current?.setOption(brushable ? { ...option, ...brushOption(colours.accent) } : option, !merge)
    if (brushable) armBrush(chart.current)
  }, [option, merge, brushable, colours])

  useImperativeHandle(ref, () => ({
    instance: () => chart.current,
    pngDataUrl: () =>
      chart.current?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colours.ground }) ?? '',
    svg: () => svgOf(chart.current, option, theme, colours.ground),
  }))

  return (
    <figure className="chart" aria-label={label} style={{ height }}>
      <div ref={canvas} className="chart-canvas" role="img" aria-label={description} />
      {marks?.length ? (
        <ChartMarks label={label} marks={marks} chart={chart} onActivate={(mark) => onActivate?.(mark)} />
      ) : null}
    </figure>
  )
}

function listen(instance: EChartsType, latest: { current: ChartProps }): void {
  instance.on('click', (event) => {
    const { seriesIndex = 0, dataIndex = 0, name, data, dataType } = event as ChartPoint
    latest.current.onPointClick?.({ seriesIndex, dataIndex, name, data, ...(dataType ? { dataType } : {}) })
  })
  instance.on('brushEnd', (event) => {
    const { areas } = event as { areas: { coordRange?: [number, number] }[] }
    const range = areas[0]?.coordRange
    if (!range) return
    instance.dispatchAction({ type: 'brush', areas: [] })
    latest.current.onBrush?.(range[0], range[1])
  })
}

function brushOption(colour: string): ChartOption {
  return {
    toolbox: { show: false },
    brush: {
      xAxisIndex: 0,
      brushType: 'lineX',
      brushMode: 'single',
      transformable: false,
      outOfBrush: { colorAlpha: 1 },
      brushStyle: { borderWidth: 1, borderColor: colour, color: colour, opacity: 0.18 },
    },
  }
}

function armBrush(instance: EChartsType | null): void {
  instance?.dispatchAction({
    type: 'takeGlobalCursor',
    key: 'brush',
    brushOption: { brushType: 'lineX', brushMode: 'single' },
  })
}

function svgOf(shown: EChartsType | null, option: ChartOption, theme: object, ground: string): string {
  if (!shown) return ''
  const size = { width: shown.getWidth(), height: shown.getHeight() }
  const copy = echarts.init(null, theme, { renderer: 'svg', ssr: true, ...size })
  copy.setOption({ ...option, animation: false, backgroundColor: ground })
  const text = copy.renderToSVGString()
  copy.dispose()
  return text
}
