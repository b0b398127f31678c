import type { KeyboardEvent, Ref } from 'react'
import { isComposing } from '../../ui/index.ts'

interface FieldProps {
  label: string
  hideLabel?: boolean
  value: string
  onChange: (value: string) => void
  onEnter?: () => void
  onEscape?: () => void
  /** Keys beyond those two; a composition has been waited for. */
  onKey?: (event: KeyboardEvent) => void
  onBlur?: () => void
  placeholder?: string
  rows?: number
  maxLength?: number
  testId?: string
  inputRef?: Ref<HTMLInputElement>
}

/** A field that knows Enter and Escape, and nothing of them while an input method composes. */
export function Field(props: FieldProps) {
  const { label, hideLabel, value, onChange, rows, testId, placeholder, maxLength, inputRef, onBlur } = props
  const shared = {
    className: 'input',
    value,
    'data-testid': testId,
    placeholder,
    maxLength,
    onBlur,
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, props),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <label className="field grow">
      <span className={hideLabel ? 'visually-hidden' : 'label'}>{label}</span>
      {rows ? <textarea {...shared} rows={rows} /> : <input {...shared} ref={inputRef} />}
    </label>
  )
}

function onKeyDown(event: KeyboardEvent, { onEnter, onEscape, onKey, rows }: FieldProps): void {
  if (isComposing(event.nativeEvent)) return
  const isEnter = event.key === 'Enter' && (!rows || event.ctrlKey || event.metaKey)
  const run = isEnter ? onEnter : event.key === 'Escape' ? onEscape : undefined
  if (!run) return onKey?.(event)
  event.preventDefault()
  event.stopPropagation()
  run()
}
