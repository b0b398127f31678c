import type { KeyboardEvent } from 'react'
import type { Code } from '../../../shared/model.ts'
import { Kbd, signOf, useValueLabel } from '../../ui/index.ts'
import { hintOf } from './key-scheme.ts'
import { useCoding } from './state.ts'

interface CodeRowProps {
  code: Code
  /** The value that stands. */
  value: string | undefined
  /** The value just chosen: lit for a moment. */
  flash: string | undefined
  direct: readonly (string | undefined)[] | undefined
  isMarked: boolean
  isDisabled: boolean
  onDecide: (code: Code, value: string) => void
}

/** A code and its values, one tab stop: arrows move among the values. */
export function CodeRow({ code, value, flash, direct, isMarked, isDisabled, onDecide }: CodeRowProps) {
  const label = useValueLabel()
  const { kind, values, shortName, name, definition } = code
  const tabStop = value !== undefined && values.includes(value) ? value : values[0]
  return (
    <div
      className={`code-row code-row--${kind}`}
      role="group"
      aria-label={kind === 'claim' ? `${shortName} ${name}` : name}
      data-testid="code-row"
      data-code={shortName}
      data-code-id={code.id}
      data-marked={isMarked || undefined}
      onFocus={() => useCoding.setState({ marked: code.id })}
    >
      {kind === 'theme' ? null : (
        <div className="code-name" title={definition || undefined}>
          {kind === 'claim' ? <span className="code-number">{shortName}</span> : null}
          <bdi className="code-statement">{name}</bdi>
        </div>
      )}
      <div className="code-values">
        {values.map((each, i) => (
          <ValueButton
            key={each}
            value={each}
            label={kind === 'theme' ? name : label(each)}
            hint={hintOf(direct, i, isMarked)}
            isOn={each === value}
            isLit={each === flash}
            isDisabled={isDisabled}
            isTabStop={each === tabStop}
            onChoose={() => onDecide(code, each)}
          />
        ))}
      </div>
    </div>
  )
}

interface ValueButtonProps {
  value: string
  label: string
  hint: string | undefined
  isOn: boolean
  isLit: boolean
  isDisabled: boolean
  isTabStop: boolean
  onChoose: () => void
}

function ValueButton({ value, label, hint, isOn, isLit, isDisabled, isTabStop, onChoose }: ValueButtonProps) {
  const sign = signOf(value)
  return (
    <button
      type="button"
      className={`code-value chip--${value}`}
      aria-pressed={isOn}
      data-value={value}
      data-lit={isLit || undefined}
      disabled={isDisabled}
      tabIndex={isTabStop ? 0 : -1}
      // A pointer leaves no focus behind: Space means the next post.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onClick={onChoose}
    >
      {sign ? (
        <span className="code-sign" aria-hidden="true">
          {sign}
        </span>
      ) : null}
      <bdi className="code-value-label">{label}</bdi>
      <span className="code-key" data-idle={hint === undefined || undefined} aria-hidden="true">
        <Kbd>{hint?.toUpperCase() ?? '0'}</Kbd>
      </span>
    </button>
  )
}

/** Here, Space and Enter press the button, and the arrows go along the row. */
function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key === ' ' || event.key === 'Enter') return event.stopPropagation()
  const by = event.key === 'ArrowRight' ? 'nextElementSibling' : 'previousElementSibling'
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
  event.preventDefault()
  event.stopPropagation()
  const other = event.currentTarget[by]
  if (other instanceof HTMLElement) other.focus()
}
