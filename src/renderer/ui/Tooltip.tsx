import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { Keys } from './Kbd.tsx'

interface TipProps {
  text: string
  keys?: string | undefined
  /** Something that can take the focus: a Button, a field. */
  children: ReactElement
}

export function Tip({ text, keys, children }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={50}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        {text}
        {keys ? (
          <>
            {' '}
            <Keys keys={keys} />
          </>
        ) : null}
      </Tooltip>
    </TooltipTrigger>
  )
}
