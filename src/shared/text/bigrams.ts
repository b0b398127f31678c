import { foldSpaces } from './fold.ts'

/** Stands for the space inside a token, since the index separates tokens by spaces. */
const spaceSign = '\u2420'

function characters(text: string): string[] {
  return Array.from(foldSpaces(text).replaceAll(' ', spaceSign))
}

/**
 * The stream of overlapping pairs of code points that the full-text index holds for a text: `日米同盟` becomes
 * `日米 米同 同盟 盟`. The last character stands alone, so that every character begins exactly one token.
 */
export function bigramStream(text: string): string {
  const all = characters(text)
  const tokens = new Array<string>(all.length)
  for (let i = 0; i < all.length; i++) tokens[i] = all[i]! + (all[i + 1] ?? '')
  return tokens.join(' ')
}

function quoted(token: string): string {
  return `"${token.replaceAll('"', '""')}"`
}

/**
 * The FTS5 expression that finds `word` as a substring of folded texts, whatever its length: one character is a prefix,
 * two are a token, more are a phrase. `null` where nothing is left after folding.
 */
export function bigramMatch(word: string): string | null {
  const all = characters(word)
  if (all.length === 0) return null
  if (all.length === 1) return `${quoted(all[0]!)}*`
  const tokens = all.slice(0, -1).map((character, i) => character + all[i + 1]!)
  return tokens.map(quoted).join(' + ')
}
