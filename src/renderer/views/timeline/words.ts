import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineResult } from '../../../shared/contract.ts'
import { useFormat, useValueLabel } from '../../ui/index.ts'
import type { TimelineWords } from './option.ts'

/** Short enough for an axis: the day, with the hour on hourly charts, the month alone on monthly ones. */
function bucketLabel(start: string, by: TimelineResult['by'], locale: string): string {
  const date = new Date(`${start.length > 10 ? start : `${start}T00:00`}Z`)
  const parts: Record<TimelineResult['by'], Intl.DateTimeFormatOptions> = {
    hour: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    day: { month: 'short', day: 'numeric', weekday: 'short' },
    week: { year: 'numeric', month: 'short', day: 'numeric' },
    month: { year: 'numeric', month: 'short' },
  }
  return new Intl.DateTimeFormat(locale, { ...parts[by], timeZone: 'UTC' }).format(date)
}

/** The words of the chart, its table and its marks: one place, so that they say the same. */
export function useTimelineWords(result: TimelineResult): TimelineWords {
  const { t } = useTranslation()
  const format = useFormat()
  const valueLabel = useValueLabel()
  const { by, measure, timeZone } = result
  return useMemo(() => {
    const { number, percent, locale } = format
    return {
      unit: t('timeline.axis.time', { unit: t(`timeline.unit.${by}`), timeZone }),
      measure: t(`timeline.axis.${measure}`),
      gap: t('timeline.gap'),
      seriesLabel: (key, label) =>
        key === 'all'
          ? t('timeline.series.all')
          : key === 'uncoded'
            ? t('timeline.series.uncoded')
            : key === label
              ? valueLabel(key)
              : label,
      bucketLabel: (start) => bucketLabel(start, by, locale),
      value: (value) =>
        value === null
          ? '–'
          : measure === 'share'
            ? percent(value, 1)
            : t(`timeline.count.${measure}`, { count: value, number: number(value) }),
    }
  }, [t, format, valueLabel, by, measure, timeZone])
}
