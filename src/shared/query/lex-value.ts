import { foldSpaces } from '../text/fold.ts'
import * as chars from './chars.ts'
import { QueryProblem } from './problem.ts'

/** Where the bare word that begins at `at` ends; `extra` ends it as well. */
export function bareEnd(text: string, at: number, extra = ''): number {
  let end = at
  while (end < text.length && !chars.isStop(text[end]!) && !extra.includes(text[end]!)) end++
  return end
}

export interface Value {
  value: string
  end: number
}

/** Reads from the opening quote at `at` to its end. In "…" a backslash saves a quote or a backslash. */
export function readQuoted(text: string, at: number): Value {
  const open = text[at]!
  const end = chars.quoteEnd(open)!
  const nests = end.length === 1
  let value = ''
  let depth = 0
  for (let i = at + 1; i < text.length; i++) {
    const character = text[i]!
    const next = text[i + 1] ?? ''
    if (!nests && character === '\\' && next !== '' && (next === '\\' || end.includes(next))) {
      value += next
      i++
      continue
    }
    if (nests && character === open) depth++
    if (end.includes(character)) {
      if (depth === 0) return checked(text, at, i + 1, value)
      depth--
    }
    value += chars.isSpace(character) ? ' ' : character
  }
  throw new QueryProblem(
    { at, length: 1 },
    'unclosedQuote',
    `The quotation that opens here is never closed. Add ${end[0]} at its end.`,
    { close: end[0]! },
  )
}

function checked(text: string, at: number, end: number, value: string): Value {
  if (foldSpaces(value) !== '') return { value, end }
  throw new QueryProblem(
    { at, length: end - at },
    'emptyQuote',
    'There is nothing between these quotes. Write the words to look for, or remove the quotes.',
    { quoted: text.slice(at, end) },
  )
}

/** A value, bare or in quotes; `null` where there is none. */
export function readValue(text: string, at: number, extra = ''): Value | null {
  if (chars.quoteEnd(text[at] ?? ' ') !== undefined) return readQuoted(text, at)
  const end = bareEnd(text, at, extra)
  return end > at ? { value: text.slice(at, end), end } : null
}
