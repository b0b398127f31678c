import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutate } from '../client/hooks.ts'
import { dismissToast, useToasts, type Toast } from '../state/toasts.ts'
import { Button, IconButton } from './Button.tsx'
import { useErrorText } from './error-text.ts'
import { CloseIcon } from './icons.tsx'

/** Errors stay until they are read; the rest goes by itself. */
const shownForMs = 7_000

export function Toasts() {
  const { t } = useTranslation()
  const toasts = useToasts((state) => state.toasts)
  return (
    <div className="toasts" role="region" aria-label={t('ui.notes')} aria-live="polite">
      {toasts.map((toast) => (
        <ToastNote key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastNote({ toast }: { toast: Toast }) {
  const { t } = useTranslation()
  const text = useErrorText()
  const undo = useMutate('history.undo')
  const dismiss = () => dismissToast(toast.id)
  useEffect(() => {
    if (toast.error) return
    const timer = setTimeout(() => dismissToast(toast.id), shownForMs)
    return () => clearTimeout(timer)
  }, [toast])
  const { action } = toast
  return (
    <div className={`toast ${toast.error ? 'toast--error' : ''}`} role={toast.error ? 'alert' : 'status'}>
      <p className="toast-text selectable grow">{toast.error ? text(toast.error) : toast.message}</p>
      {toast.undo ? (
        <Button
          small
          onPress={() => {
            dismiss()
            void undo.run({})
          }}
        >
          {t('ui.undo')}
        </Button>
      ) : null}
      {action ? (
        <Button
          small
          onPress={() => {
            dismiss()
            action.run()
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton small label={t('ui.dismiss')} icon={<CloseIcon />} onPress={dismiss} />
    </div>
  )
}
