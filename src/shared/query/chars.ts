/** Which characters mean what, in the half-width and full-width forms that a Japanese input method types. */

/** White space, control characters with it: the full-text index cannot hold them. */
export function isSpace(character: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /[\s\u0000-\u001f\u007f]/u.test(character)
}

export const opens = '(（'
export const closes = ')）'
export const bars = '|｜'
export const minuses = '-－−'
export const hashSigns = '#＃'
export const atSigns = '@＠'
export const colons = ':：'
export const equals = '=＝'
export const commas = ',，、'

/**
 * Opening quotes and what may close each. A straight quote is closed by a straight one only, so that a pasted passage
 * may hold curly ones; a curly one, which an input method may type at both ends, by any.
 */
const quoteEnds: Record<string, string> = {
  '"': '"＂',
  '＂': '"＂',
  '“': '”“‟"＂',
  '”': '”“‟"＂',
  '„': '”“‟"＂',
  '‟': '”“‟"＂',
  '「': '」',
  '『': '』',
}

export function quoteEnd(character: string): string | undefined {
  return Object.hasOwn(quoteEnds, character) ? quoteEnds[character] : undefined
}

/** Ends a bare word. */
export function isStop(character: string): boolean {
  return (
    isSpace(character) ||
    opens.includes(character) ||
    closes.includes(character) ||
    bars.includes(character) ||
    quoteEnd(character) !== undefined
  )
}

/** `>` `>=` `<` `<=` `=` as typed; the canonical form by `canonicalOperator`. */
export const comparison = /[<>＜＞][=＝]?|[=＝≥≤≧≦]/y

export function canonicalOperator(typed: string): '>' | '>=' | '<' | '<=' | '=' {
  const narrow = typed.replace(/[≥≧]/u, '>=').replace(/[≤≦]/u, '<=').normalize('NFKC')
  return narrow as '>' | '>=' | '<' | '<=' | '='
}

/** What a platform lets a hashtag hold; the same letters as in text/entities.ts. */
export const hashtagLetter = /[\p{L}\p{M}\p{N}_・゛゜ー〜]/u
