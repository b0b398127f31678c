import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toErrorPayload } from '../../shared/errors.ts'
import { Button } from './Button.tsx'
import { useErrorText } from './error-text.ts'
import { WarningIcon } from './icons.tsx'

interface EmptyStateProps {
  /** What this place will show. */
  title: string
  /** A sentence about it. */
  children?: ReactNode
  /** The one thing to do: a Button. */
  action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children ? <div className="empty-text">{children}</div> : null}
      {action}
    </div>
  )
}

interface ErrorNoteProps {
  /** A RontenError, an ErrorPayload, or anything thrown. */
  error: unknown
  onRetry?: () => void
}

/** What went wrong, why, and what now. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const { t } = useTranslation()
  const text = useErrorText()
  const payload =
    error && typeof error === 'object' && 'code' in error && 'details' in error
      ? (error as ReturnType<typeof toErrorPayload>)
      : toErrorPayload(error)
  return (
    <div className="error-note" role="alert">
      <WarningIcon />
      <div className="stack selectable grow">
        <p>{text(payload)}</p>
        {onRetry ? (
          <div>
            <Button small onPress={onRetry}>
              {t('ui.retry')}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}

const patienceMs = 150

/** Nothing for 150 ms, then grey lines: what is fast does not flicker. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation()
  const late = useLate(patienceMs)
  return (
    <div className="skeleton" role="status" aria-label={t('ui.loading')}>
      {late
        ? Array.from({ length: lines }, (_, i) => (
            <div key={i} className="skeleton-line" aria-hidden="true" />
          ))
        : null}
    </div>
  )
}

function useLate(afterMs: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), afterMs)
    return () => clearTimeout(timer)
  }, [afterMs])
  return late
}

interface QueryLike<T> {
  data: T | undefined
  error: unknown
  refetch?: () => unknown
}

/** The three states of an answer: `<Await of={useCorpus(…)}>{(data) => …}</Await>` */
export function Await<T>({
  of,
  lines,
  children,
}: {
  of: QueryLike<T>
  lines?: number
  children: (data: T) => ReactNode
}) {
  if (of.error) {
    return (
      <div className="panel-body--padded">
        <ErrorNote error={of.error} {...(of.refetch ? { onRetry: () => void of.refetch?.() } : {})} />
      </div>
    )
  }
  if (of.data === undefined) return <Skeleton {...(lines ? { lines } : {})} />
  return children(of.data)
}
