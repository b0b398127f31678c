import type { TimelineResult } from '../../../shared/contract.ts'
import type { ChartColours, ChartOption } from '../../ui/index.ts'

export interface TimelineWords {
  unit: string
  measure: string
  gap: string
  seriesLabel: (key: string, label: string) => string
  bucketLabel: (start: string) => string
  value: (value: number | null) => string
}

/** Series of which a post stands in one only may be stacked; of the others a sum would count posts twice. */
export function isExclusive(series: string): boolean {
  return series === 'none' || series.includes(':')
}

const symbols = [
  'circle',
  'rect',
  'triangle',
  'diamond',
  'emptyCircle',
  'emptyRect',
  'emptyTriangle',
  'emptyDiamond',
]

function colourOf(key: string, i: number, colours: ChartColours): string {
  if (key === 'all') return colours.accent
  if (key === 'uncoded') return colours.hairline
  const own = colours.ofValue(key)
  return own === colours.accent ? colours.communities[i % colours.communities.length]! : own
}

function tooltipOf(result: TimelineResult, words: TimelineWords) {
  return (raw: unknown): string => {
    const [first] = raw as { dataIndex: number }[]
    const bucket = result.buckets[first?.dataIndex ?? -1]
    if (!bucket) return ''
    const lines = result.series
      .filter(
        ({ key }) => bucket.values[key] !== null && (result.series.length === 1 || bucket.values[key] !== 0),
      )
      .map(
        ({ key, label }) =>
          `${result.series.length > 1 ? `${words.seriesLabel(key, label)}: ` : ''}${words.value(bucket.values[key] ?? null)}`,
      )
    return [words.bucketLabel(bucket.start), ...lines, ...(bucket.covered ? [] : [words.gap])].join('\n')
  }
}

function hatching(colours: ChartColours) {
  const line = {
    symbol: 'rect',
    symbolSize: 1,
    dashArrayX: [1, 0],
    dashArrayY: [1, 5],
    rotation: -Math.PI / 4,
  }
  return { ...line, color: colours.hairline }
}

/** Shaded bars on axes of their own: buckets for which nobody captured anything. */
function gapSeries(result: TimelineResult, colours: ChartColours) {
  const gaps = result.buckets.filter(({ covered }) => !covered).length
  // Hatching says it best where gaps are few; where they are most of the chart it would be all there is to see.
  const decal = gaps * 2 <= result.buckets.length ? { decal: hatching(colours) } : {}
  return {
    type: 'bar',
    name: 'gap',
    xAxisIndex: 1,
    yAxisIndex: 1,
    silent: true,
    z: 0,
    barCategoryGap: '0%',
    animation: false,
    itemStyle: { color: colours.sunken, ...decal },
    data: result.buckets.map(({ covered }) => (covered ? null : 1)),
  }
}

function valueSeries(result: TimelineResult, stacked: boolean, words: TimelineWords, colours: ChartColours) {
  return result.series.map(({ key, label }, i) => {
    const color = colourOf(key, i, colours)
    const data = result.buckets.map((bucket) => bucket.values[key] ?? null)
    const shared = { name: words.seriesLabel(key, label), data, itemStyle: { color }, cursor: 'pointer' }
    if (stacked)
      return { ...shared, type: 'bar', stack: 'all', barMaxWidth: 48, barMinHeight: 1, barCategoryGap: '22%' }
    return {
      ...shared,
      type: 'line',
      // A line over a gap would claim what nobody saw.
      connectNulls: false,
      // Shapes tell lines apart where colours do not.
      symbol: symbols[i % symbols.length],
      // A point between two gaps has no line: without its symbol it would not be there.
      showAllSymbol: true,
      symbolSize: result.buckets.length > 120 ? 5 : 8,
      lineStyle: { width: 1.5, color },
      emphasis: { focus: 'series' },
    }
  })
}

export function timelineOption(
  result: TimelineResult,
  series: string,
  words: TimelineWords,
  colours: ChartColours,
): ChartOption {
  const stacked = isExclusive(series)
  const categories = result.buckets.map((bucket) => bucket.start)
  return {
    grid: { left: 8, right: 20, top: result.series.length > 1 ? 56 : 34, bottom: 28, containLabel: true },
    legend: {
      show: result.series.length > 1,
      type: 'scroll',
      top: 0,
      right: 12,
      data: result.series.map(({ key, label }) => words.seriesLabel(key, label)),
    },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: tooltipOf(result, words) },
    xAxis: [
      {
        type: 'category',
        data: categories,
        name: words.unit,
        nameLocation: 'middle',
        nameGap: 28,
        axisLabel: { formatter: words.bucketLabel, hideOverlap: true },
      },
      { type: 'category', data: categories, show: false },
    ],
    yAxis: [
      {
        type: 'value',
        name: words.measure,
        nameLocation: 'end',
        nameTextStyle: { align: 'left' },
        minInterval: result.measure === 'share' ? 0 : 1,
        ...(result.measure === 'share'
          ? { axisLabel: { formatter: (value: number) => words.value(value) } }
          : {}),
      },
      { type: 'value', show: false, min: 0, max: 1 },
    ],
    series: [...valueSeries(result, stacked, words, colours), gapSeries(result, colours)],
  }
}
