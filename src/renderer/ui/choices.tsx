import type { ReactNode } from 'react'
import {
  Button,
  Checkbox as AriaCheckbox,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select as AriaSelect,
  SelectValue,
  Switch as AriaSwitch,
  Text,
} from 'react-aria-components'
import { CheckIcon, ChevronDownIcon, MinusIcon } from './icons.tsx'

export interface Choice<T extends string> {
  value: T
  label: string
  /** A second line, for telling choices apart. */
  hint?: string
  icon?: ReactNode
  isDisabled?: boolean
}

interface ChoiceProps<T extends string> {
  label: string
  hideLabel?: boolean
  /** Label and choices on one line, as toolbars want it. */
  inline?: boolean
  value: T
  onChange: (value: T) => void
  choices: readonly Choice<T>[]
  isDisabled?: boolean
}

export function Select<T extends string>(props: ChoiceProps<T> & { width?: number; placeholder?: string }) {
  const { label, hideLabel, inline, value, onChange, choices, isDisabled, width, placeholder } = props
  return (
    <AriaSelect
      className={`field ${inline ? 'field--inline' : ''}`}
      value={value}
      onChange={(key) => onChange(String(key) as T)}
      isDisabled={isDisabled ?? false}
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(placeholder ? { placeholder } : {})}
    >
      {hideLabel ? null : <Label className="label">{label}</Label>}
      <Button className="select-button" style={width ? { width } : {}}>
        <SelectValue className="select-value">
          {({ defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : (choices.find((each) => each.value === value)?.label ?? value)
          }
        </SelectValue>
        <ChevronDownIcon />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="list-box" items={choices.map((each) => ({ id: each.value, ...each }))}>
          {(each) => (
            <ListBoxItem
              id={each.value}
              textValue={each.label}
              className="option"
              isDisabled={each.isDisabled ?? false}
            >
              <CheckIcon className="option-check" />
              {each.icon}
              <Text slot="label">{each.label}</Text>
              {each.hint ? (
                <Text slot="description" className="option-end small">
                  {each.hint}
                </Text>
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** Two to five choices, all in sight. */
export function Segmented<T extends string>(props: ChoiceProps<T>) {
  const { label, hideLabel, inline, value, onChange, choices, isDisabled } = props
  return (
    <RadioGroup
      className={`field ${inline ? 'field--inline' : ''}`}
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as T)}
      isDisabled={isDisabled ?? false}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label className="label">{label}</Label>}
      <div className="segmented">
        {choices.map((each) => (
          <Radio
            key={each.value}
            value={each.value}
            className="segment"
            isDisabled={each.isDisabled ?? false}
          >
            {each.icon}
            {each.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

interface ToggleProps {
  children: ReactNode
  isSelected: boolean
  onChange: (selected: boolean) => void
  isDisabled?: boolean
}

export function Checkbox({
  children,
  isIndeterminate,
  ...props
}: ToggleProps & { isIndeterminate?: boolean }) {
  return (
    <AriaCheckbox {...props} isIndeterminate={isIndeterminate ?? false} className="check">
      <span className="check-box">{isIndeterminate ? <MinusIcon /> : <CheckIcon />}</span>
      {children}
    </AriaCheckbox>
  )
}

export function Switch({ children, ...props }: ToggleProps) {
  return (
    <AriaSwitch {...props} className="check">
      <span className="switch-track" />
      {children}
    </AriaSwitch>
  )
}
