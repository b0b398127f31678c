import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, ToggleButton, type ButtonProps as AriaProps } from 'react-aria-components'
import { Tip } from './Tooltip.tsx'

export interface ButtonProps extends Omit<AriaProps, 'className' | 'children'> {
  kind?: 'normal' | 'primary' | 'quiet' | 'danger'
  small?: boolean
  className?: string
  children?: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function Button({ kind = 'normal', small, className = '', ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={`button button--${kind} ${small ? 'button--small' : ''} ${className}`}
    />
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** What it does: name for screen readers, and tooltip. */
  label: string
  /** Keys as the registry writes them, shown in the tooltip: `Mod+Z`. */
  keys?: string
  icon: ReactNode
}

export function IconButton({ label, keys, icon, kind = 'quiet', className = '', ...props }: IconButtonProps) {
  return (
    <Tip text={label} keys={keys}>
      <Button {...props} aria-label={label} kind={kind} className={`button--icon ${className}`}>
        {icon}
      </Button>
    </Tip>
  )
}

interface IconToggleProps {
  label: string
  icon: ReactNode
  isSelected: boolean
  onChange: (selected: boolean) => void
  small?: boolean
}

export function IconToggle({ label, icon, isSelected, onChange, small }: IconToggleProps) {
  return (
    <Tip text={label}>
      <ToggleButton
        aria-label={label}
        isSelected={isSelected}
        onChange={onChange}
        className={`button button--quiet button--icon ${small ? 'button--small' : ''}`}
      >
        {icon}
      </ToggleButton>
    </Tip>
  )
}

/** A button that reads as part of a sentence. */
export function LinkButton({ className = '', ...props }: Omit<ButtonProps, 'kind' | 'small'>) {
  return <AriaButton {...props} className={`button-link ${className}`} />
}
