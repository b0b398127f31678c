/**
 * Folding: the one form in which texts are searched, counted and compared. What people read is always the text as
 * shown; only keys and the index are folded.
 */

/** Rewritings of a source that readers must see through. The trend site writes 倭国 wherever a post said 日本. */
export const variantRules: readonly { from: string; to: string }[] = [{ from: '倭国', to: '日本' }]

/** NFKC, case-folded, variants resolved. Length may change; use `foldWithOffsets` where positions matter. */
export function fold(text: string): string {
  let folded = text.normalize('NFKC').toLowerCase().normalize('NFKC')
  for (const rule of variantRules) folded = folded.replaceAll(rule.from, rule.to)
  return folded
}

/** Folded, with every run of white space one plain space, trimmed. */
export function foldSpaces(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim()
}

const shortLink = /https?:\/\/t\.co\/[A-Za-z0-9]+/gu

/**
 * The text that identifies a post where no id is known: NFKC, no white space, no t.co links (pages of the same post
 * differ in these, and in nothing else). Case is kept: it is part of what was said.
 */
export function identityText(text: string): string {
  return text.normalize('NFKC').replace(shortLink, '').replace(/\s+/gu, '')
}
