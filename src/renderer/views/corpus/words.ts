/** Facts about captures and imports in words, the same in the preview and in the lists. */
import { useTranslation } from 'react-i18next'
import type { ErrorPayload } from '../../../shared/errors.ts'
import type { ImportNote } from '../../../shared/model.ts'
import { useErrorText, useFormat } from '../../ui/index.ts'

interface Capture {
  capturedAt: string | null
  timeZone: string
}

/** In the capture's own zone, which is named: `12 Dec 2025, 09:00 (Asia/Tokyo)`. */
export function useCapturedWords(): (capture: Capture) => string {
  const { t } = useTranslation()
  const { stamp } = useFormat()
  return ({ capturedAt, timeZone }) =>
    capturedAt ? t('corpus.captured', { time: stamp(capturedAt), zone: timeZone }) : t('corpus.timeUnknown')
}

export function useSpanWords(): (span: string | null) => string {
  const { t } = useTranslation()
  return (span) => (span ? t(`corpus.span.${span}`) : t('corpus.spanUnknown'))
}

const spanWords = new Set(['hour', 'day', 'week'])

/** Why a line was skipped or doubted, as a sentence. */
export function useReason(): (note: ImportNote) => string {
  const { t } = useTranslation()
  return ({ reason, details = {} }) => {
    const spoken = Object.fromEntries(
      Object.entries(details).map(([name, value]) => [
        name,
        reason === 'span-mismatch' && spanWords.has(String(value)) ? t(`import.spanWord.${value}`) : value,
      ]),
    )
    return t(`import.reasons.${reason}`, { ...spoken, defaultValue: reason })
  }
}

export function useFormatName(): (format: string) => string {
  const { t } = useTranslation()
  return (format) => t(`import.formats.${format}`, { defaultValue: format })
}

/** Why a whole file could not be read. The contract leaves open what the details hold; the sentence takes what it needs. */
export function useProblemText(): (problem: { code: string; message: string; details: object }) => string {
  const errorText = useErrorText()
  return (problem) => errorText(problem as ErrorPayload)
}
