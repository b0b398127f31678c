import { useMemo, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineResult } from '../../../shared/contract.ts'
import { useCorpus } from '../../client/hooks.ts'
import { useWork, work } from '../../state/store.ts'
import { Chart, useChartColours, type ChartHandle, type ChartMark } from '../../ui/index.ts'
import { bucketQuery, withSeries } from './drill.ts'
import { timelineOption, type TimelineWords } from './option.ts'
import { useTimelineWords } from './words.ts'

interface TimelineChartProps {
  result: TimelineResult
  series: string
  ref: Ref<ChartHandle>
}

function marksOf(result: TimelineResult, words: TimelineWords): ChartMark[] {
  return result.buckets.flatMap((bucket, dataIndex) =>
    result.series.flatMap(({ key, label }, seriesIndex) => {
      const value = bucket.values[key]
      if (!value) return []
      const of = result.series.length > 1 ? `, ${words.seriesLabel(key, label)}` : ''
      return [
        {
          key: `${seriesIndex}-${dataIndex}`,
          label: `${words.bucketLabel(bucket.start)}: ${words.value(value)}${of}`,
          seriesIndex,
          dataIndex,
        },
      ]
    }),
  )
}

export function TimelineChart({ result, series, ref }: TimelineChartProps) {
  const { t } = useTranslation()
  const query = useWork((state) => state.filter)
  const snapshots = useCorpus('snapshots.list', {}).data ?? []
  const colours = useChartColours()
  const words = useTimelineWords(result)
  const option = useMemo(
    () => timelineOption(result, series, words, colours),
    [result, series, words, colours],
  )
  const marks = useMemo(() => marksOf(result, words), [result, words])

  const open = ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
    const bucket = result.buckets[dataIndex]
    const one = result.series[seriesIndex]
    if (!bucket || !one) return
    const inTime = bucketQuery(query, bucket, bucket, result, snapshots)
    work.openPosts(withSeries(inTime, series, one.key, one.label))
  }
  const brush = (from: number, to: number) => {
    const first = result.buckets[Math.max(0, Math.round(from))]
    const last = result.buckets[Math.min(result.buckets.length - 1, Math.round(to))]
    if (first && last) work.filterBy(bucketQuery(query, first, last, result, snapshots))
  }
  return (
    <Chart
      ref={ref}
      option={option}
      label={t(`timeline.title.${result.measure}`, { unit: t(`timeline.per.${result.by}`) })}
      description={t('timeline.description', {
        count: result.postCount,
        buckets: result.buckets.length,
        timeZone: result.timeZone,
      })}
      marks={marks}
      onActivate={open}
      onPointClick={open}
      onBrush={brush}
    />
  )
}
