import { useTranslation } from 'react-i18next'
import type { ErrorPayload } from '../../shared/errors.ts'

/**
 * An error in the interface's language: `errors.<code>` with its details, else the English sentence that it came with.
 * English is written where the error is thrown, and kept there only.
 */
export function useErrorText(): (error: ErrorPayload) => string {
  const { t } = useTranslation()
  return ({ code, message, details }) => {
    const key = code.includes('.') ? code : `${code}.any`
    return t(`errors.${key}`, { ...details, defaultValue: message })
  }
}
