import { foldSpaces } from '../text/fold.ts'

/**
 * The candidate that `word` was probably meant to be, or `null`: at most a third of its characters (one at least)
 * mistyped, or a beginning of it. Compared folded; O(candidates × length²).
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const wanted = Array.from(foldSpaces(word)).slice(0, 64)
  let best: { candidate: string; distance: number } | null = null
  for (const candidate of candidates) {
    const other = Array.from(foldSpaces(candidate)).slice(0, 64)
    const begins = wanted.length >= 2 && other.join('').startsWith(wanted.join(''))
    const distance = begins ? 0.5 : editDistance(wanted, other)
    // Of short words, half must stay: “CA” is not a mistyped “B”.
    const limit = Math.min(
      Math.max(1, Math.floor(wanted.length / 3)),
      Math.max(wanted.length, other.length) / 2,
    )
    if (distance <= Math.max(limit, 0.5) && (!best || distance < best.distance))
      best = { candidate, distance }
  }
  return best?.candidate ?? null
}

/** Optimal string alignment (Levenshtein with neighbours swapped at cost one) of two lists of code points. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(change, last[j]! + 1, row[j - 1]! + 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[b.length]!
}

/** The first few of a list as people read them: `a, b, c and 9 more`. */
export function shortList(items: readonly string[], most = 24): string {
  if (items.length === 0) return '–'
  const shown = items.slice(0, most).join(', ')
  return items.length > most ? `${shown}, … (+${items.length - most})` : shown
}
