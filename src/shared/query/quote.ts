import { commas, equals } from './chars.ts'
import { bareEnd } from './lex-value.ts'

/** In straight quotes, whatever it holds. */
export function quote(value: string): string {
  return `"${value.replace(/["＂\\]/gu, '\\$&')}"`
}

/** What follows `#` or `@`. */
export function quoteName(value: string): string {
  return quoteValue(value, 'plain')
}

/**
 * A value as it may stand after a colon (`plain`), as the name of a code (`code`) or in its list of values (`item`): in
 * quotes only where it must be.
 */
export function quoteValue(value: string, place: 'plain' | 'code' | 'item'): string {
  const extra = place === 'code' ? equals : place === 'item' ? commas : ''
  const isBare = value !== '' && bareEnd(value, 0, extra) === value.length
  return isBare ? value : quote(value)
}
