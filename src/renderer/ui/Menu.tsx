import type { ReactElement, ReactNode } from 'react'
import {
  Dialog,
  DialogTrigger,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover as AriaPopover,
  Text,
  type Placement,
} from 'react-aria-components'
import { CheckIcon } from './icons.tsx'
import { Keys } from './Kbd.tsx'

export interface MenuEntry {
  id: string
  label: string
  icon?: ReactNode
  keys?: string
  isSelected?: boolean
  isDisabled?: boolean
  run: () => void
}

interface MenuProps {
  label: string
  entries: MenuEntry[]
  /** A Button or IconButton that opens it. */
  trigger: ReactElement
  placement?: Placement
}

/** A menu of deeds, or, where entries say `isSelected`, of one choice. */
export function Menu({ label, entries, trigger, placement = 'bottom start' }: MenuProps) {
  const chosen = entries.filter((each) => each.isSelected).map((each) => each.id)
  const isChoice = entries.some((each) => each.isSelected !== undefined)
  return (
    <MenuTrigger>
      {trigger}
      <AriaPopover className="popover" placement={placement} offset={4}>
        <AriaMenu
          aria-label={label}
          className="menu"
          selectionMode={isChoice ? 'single' : 'none'}
          selectedKeys={chosen}
          onAction={(id) => entries.find((each) => each.id === id)?.run()}
        >
          {entries.map((each) => (
            <MenuItem
              key={each.id}
              id={each.id}
              textValue={each.label}
              className="option"
              isDisabled={each.isDisabled ?? false}
            >
              {isChoice ? <CheckIcon className="option-check" /> : each.icon}
              <Text slot="label">{each.label}</Text>
              {each.keys ? (
                <span className="option-end">
                  <Keys keys={each.keys} />
                </span>
              ) : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  )
}

interface PopoverProps {
  label: string
  trigger: ReactElement
  placement?: Placement
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A small form beside the button that opens it. */
export function Popover({ label, trigger, placement = 'bottom start', children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="popover" placement={placement} offset={4}>
        <Dialog aria-label={label} className="popover-body">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
