import type { ReactNode, Ref } from 'react'
import {
  Button,
  FieldError,
  Group,
  Input,
  Label,
  NumberField as AriaNumberField,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CloseIcon, MinusIcon, PlusIcon, SearchIcon } from './icons.tsx'

interface Common {
  label: string
  /** The label is for screen readers only: the place says it to the eye. */
  hideLabel?: boolean
  /** Label and field on one line. */
  inline?: boolean
  hint?: ReactNode
  /** What is wrong with the value, in words. */
  error?: string | undefined
  isDisabled?: boolean
  className?: string
}

function classOf({ inline, className = '' }: Common): string {
  return `field ${inline ? 'field--inline' : ''} ${className}`
}

function Notes({ hint, error }: Common) {
  return (
    <>
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </>
  )
}

function labelling(props: Common) {
  return props.hideLabel ? { 'aria-label': props.label } : {}
}

interface TextFieldProps extends Common {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** Rows of a field for more than a line. */
  rows?: number
  onSubmit?: () => void
  onBlur?: () => void
  autoFocus?: boolean
  maxLength?: number
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

/** `onSubmit`: Enter, in a field of several rows Ctrl/Cmd+Enter; never the Enter that ends a composition. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, placeholder, rows, onSubmit, onBlur, autoFocus, maxLength, inputRef } = props
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
    if (rows && !(event.ctrlKey || event.metaKey)) return
    if (!onSubmit) return
    event.preventDefault()
    onSubmit()
  }
  const shared = {
    className: 'input',
    onKeyDown,
    ...(placeholder ? { placeholder } : {}),
    ...(inputRef ? { ref: inputRef } : {}),
  }
  return (
    <AriaTextField
      {...labelling(props)}
      className={classOf(props)}
      value={value}
      onChange={onChange}
      onBlur={() => onBlur?.()}
      isInvalid={Boolean(props.error)}
      isDisabled={props.isDisabled ?? false}
      {...(autoFocus ? { autoFocus } : {})}
      {...(maxLength ? { maxLength } : {})}
    >
      {props.hideLabel ? null : <Label className="label">{props.label}</Label>}
      {rows ? <TextArea {...shared} rows={rows} /> : <Input {...shared} />}
      <Notes {...props} />
    </AriaTextField>
  )
}

interface SearchFieldProps extends Omit<TextFieldProps, 'rows' | 'maxLength'> {
  onClear?: () => void
}

export function SearchField(props: SearchFieldProps) {
  const { t } = useTranslation()
  const { value, onChange, onSubmit, onClear, placeholder, inputRef, autoFocus } = props
  return (
    <AriaSearchField
      {...labelling(props)}
      className={classOf(props)}
      value={value}
      onChange={onChange}
      onBlur={() => props.onBlur?.()}
      isInvalid={Boolean(props.error)}
      {...(onSubmit ? { onSubmit } : {})}
      {...(onClear ? { onClear } : {})}
      {...(autoFocus ? { autoFocus } : {})}
    >
      {props.hideLabel ? null : <Label className="label">{props.label}</Label>}
      <div className="search" data-empty={value === '' || undefined}>
        <SearchIcon className="icon--lead" />
        <Input
          className="input"
          {...(placeholder ? { placeholder } : {})}
          {...(inputRef ? { ref: inputRef } : {})}
        />
        <Button
          className="button button--quiet button--icon button--small search-clear"
          aria-label={t('ui.clear')}
        >
          <CloseIcon />
        </Button>
      </div>
      <Notes {...props} />
    </AriaSearchField>
  )
}

interface NumberFieldProps extends Common {
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  step?: number
}

export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, step } = props
  return (
    <AriaNumberField
      {...labelling(props)}
      className={classOf(props)}
      value={value}
      onChange={(next) => !Number.isNaN(next) && onChange(next)}
      isInvalid={Boolean(props.error)}
      isDisabled={props.isDisabled ?? false}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
    >
      {props.hideLabel ? null : <Label className="label">{props.label}</Label>}
      <Group className="number">
        <Input className="input" />
        <Button slot="decrement" className="button">
          <MinusIcon />
        </Button>
        <Button slot="increment" className="button">
          <PlusIcon />
        </Button>
      </Group>
      <Notes {...props} />
    </AriaNumberField>
  )
}
