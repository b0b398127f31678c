import { useTranslation } from 'react-i18next'
import type { Progress } from '../../shared/contract.ts'
import { Button } from './Button.tsx'
import { useFormat } from './format.ts'

interface ProgressRowProps {
  /** What runs: `Importing`. */
  label: string
  progress: Progress | null
  onCancel?: () => void
}

/** A running job: what, how far, and the way out. */
export function ProgressRow({ label, progress, onCancel }: ProgressRowProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { done = 0, total = null } = progress ?? {}
  const share = total ? Math.min(1, done / total) : null
  const step = progress ? t(`jobs.steps.${progress.step}`, { defaultValue: '' }) : ''
  return (
    <div className="progress">
      <span className="truncate">{step ? `${label} · ${step}` : label}</span>
      <span
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
        data-indeterminate={share === null ? '' : undefined}
      >
        <span style={share === null ? {} : { width: `${share * 100}%` }} />
      </span>
      {total === null ? null : <span className="small muted">{`${number(done)} / ${number(total)}`}</span>}
      {onCancel ? (
        <Button small kind="quiet" onPress={onCancel}>
          {t('ui.cancel')}
        </Button>
      ) : null}
    </div>
  )
}
