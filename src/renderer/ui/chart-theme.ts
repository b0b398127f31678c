/** Charts in the colours of tokens.css. */
import { useMemo } from 'react'
import { useAppearance } from '../state/appearance.ts'

const names = {
  ground: '--ground',
  surface: '--surface',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  grid: '--line-soft',
  hairline: '--hairline',
  accent: '--accent',
  sunken: '--sunken',
  favor: '--stance-favor',
  against: '--stance-against',
  none: '--stance-none',
  unclear: '--stance-unclear',
  supports: '--claim-supports',
  denies: '--claim-denies',
  queries: '--claim-queries',
  comments: '--claim-comments',
  font: '--font',
} as const

export type ChartColours = Record<keyof typeof names, string> & {
  /** Ten colours for communities and other groups without a meaning of their own. */
  communities: string[]
  /** Of a stance or claim value; accent for anything else. */
  ofValue: (value: string) => string
}

function readColours(): ChartColours {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string) => style.getPropertyValue(name).trim()
  const plain = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, read(name)])) as Record<
    keyof typeof names,
    string
  >
  return {
    ...plain,
    communities: Array.from({ length: 10 }, (_, i) => read(`--community-${i}`)),
    ofValue: (value) => (Object.hasOwn(names, value) ? plain[value as keyof typeof names] : plain.accent),
  }
}

/** The colours of the theme that is shown; new ones when it changes. */
export function useChartColours(): ChartColours {
  const theme = useAppearance((state) => state.theme)
  // oxlint-disable-next-line react/exhaustive-deps -- the document's colours change with the theme
  return useMemo(() => readColours(), [theme])
}

/** An ECharts theme: thin grid, quiet axes, no junk. */
export function echartsTheme(c: ChartColours) {
  const axis = {
    axisLine: { show: true, lineStyle: { color: c.hairline } },
    axisTick: { show: false },
    axisLabel: { color: c.ink2, fontSize: 11 },
    splitLine: { lineStyle: { color: c.grid } },
    splitArea: { show: false },
    nameTextStyle: { color: c.ink2, fontSize: 11 },
  }
  return {
    color: [c.accent, ...c.communities],
    backgroundColor: 'transparent',
    textStyle: { fontFamily: c.font, color: c.ink },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    logAxis: axis,
    legend: { textStyle: { color: c.ink2 }, itemWidth: 12, itemHeight: 8, inactiveColor: c.ink3 },
    tooltip: {
      backgroundColor: c.ink,
      borderWidth: 0,
      textStyle: { color: c.ground, fontSize: 12, fontFamily: c.font },
      axisPointer: { lineStyle: { color: c.ink3 }, crossStyle: { color: c.ink3 } },
    },
    graph: { lineStyle: { color: c.hairline }, label: { color: c.ink } },
  }
}
