import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CodeKind } from '../../shared/model.ts'

/** A sign beside every colour: who sees no colours reads the same. */
const signs: Record<string, string> = {
  favor: '+',
  against: '−',
  none: '0',
  unclear: '?',
  supports: 'S',
  denies: 'D',
  queries: 'Q',
  comments: 'C',
  present: '',
}

/** The sign of a stance or claim value: charts and tables use the same. */
export function signOf(value: string): string {
  return signs[value] ?? ''
}

/** A value in the interface's language; values that people made themselves stay as they are. */
export function useValueLabel(): (value: string) => string {
  const { t } = useTranslation()
  return (value) => t(`values.${value}`, { defaultValue: value })
}

interface ChipProps {
  /** Text of the chip. */
  children: string
  sign?: string
  /** `favor`, `denies`, `hashtag`, …: decides the colour. */
  tone?: string
  title?: string
  onPress?: () => void
}

export function Chip({ children, sign, tone = 'plain', title, onPress }: ChipProps) {
  const inside = (
    <>
      {sign ? (
        <span className="chip-sign" aria-hidden="true">
          {sign}
        </span>
      ) : null}
      <span className="chip-text">{children}</span>
    </>
  )
  const className = `chip chip--${tone}`
  if (!onPress)
    return (
      <span className={className} title={title}>
        {inside}
      </span>
    )
  return (
    <Button className={className} onPress={onPress} {...(title ? { 'aria-label': title } : {})}>
      {inside}
    </Button>
  )
}

interface CodingChipProps {
  kind: CodeKind
  /** Short name of the code: target, `C1`, theme. */
  code: string
  value: string
  /** Statement of a claim, name of the coder, …: told on hovering. */
  title?: string
  onPress?: () => void
}

/** A coding as chips say it: `+ 日米同盟: favor`, `D C1: denies`, a theme by its name alone. */
export function CodingChip({ kind, code, value, ...rest }: CodingChipProps) {
  const label = useValueLabel()
  if (kind === 'theme') return <Chip {...rest}>{code}</Chip>
  return (
    <Chip {...rest} tone={value} sign={signOf(value)}>
      {`${code}: ${label(value)}`}
    </Chip>
  )
}
