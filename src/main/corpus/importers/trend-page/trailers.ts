/** What the whole page says about its own ends of posts, before any of them is decided. */
import type { Line, Range } from './lines.ts'
import { endDate, isBlank, repostsOf, type EnglishDate } from './shapes.ts'

export interface Trailers {
  /** English dates at line ends, by line index. */
  dates: Map<number, EnglishDate>
  /** Whether an English date ends a post; otherwise it is part of what somebody wrote. */
  isTrailer(date: EnglishDate): boolean
  /** Whether `12RP` at line `i`, behind text without a trailer, can be the reposts of a post without a date. */
  canEndPost(i: number, reposts: number): boolean
}

/** The page's own commonest trailer, printed twice at least; on a tie the later one on the page. */
function commonest(dates: Iterable<EnglishDate>): string | null {
  const counts = new Map<string, number>()
  for (const { words } of dates) {
    const count = counts.get(words) ?? 0
    // Deleted and set again, so that the map's order is the order of last occurrence.
    counts.delete(words)
    counts.set(words, count + 1)
  }
  let best: string | null = null
  for (const [words, count] of counts)
    if (count > 1 && (best === null || count >= counts.get(best)!)) best = words
  return best
}

/**
 * A date whose number is the month's, or the page's commonest one. It stands apart from the text; only a page none of
 * whose dates do was saved without the space.
 */
function trailerRule(dates: readonly EnglishDate[]): Trailers['isTrailer'] {
  const apart = dates.filter((date) => date.apart)
  const own = commonest(apart.length > 0 ? apart : dates)
  return (date) =>
    (date.apart && date.day === date.month) || (date.words === own && (date.apart || apart.length === 0))
}

interface Known {
  line: number
  /** 0 where the page shows none: such posts stand last. */
  reposts: number
}

/** Posts whose end is certain, with the reposts that follow. */
function certain(lines: readonly Line[], body: Range, ends: readonly number[]): Known[] {
  return ends.map((line) => {
    let next = line + 1
    while (next < body.until && isBlank(lines[next]!)) next++
    const reposts = next < body.until ? repostsOf(lines[next]!) : null
    return { line, reposts: reposts ?? 0 }
  })
}

const isFalling = (known: readonly Known[]): boolean =>
  known.length > 1 && known.every((each, i) => i === 0 || each.reposts <= known[i - 1]!.reposts)

/** Index of the first certain post whose trailer stands behind `line`. */
function firstBehind(known: readonly Known[], line: number): number {
  let [low, high] = [0, known.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (known[middle]!.line < line) low = middle + 1
    else high = middle
  }
  return low
}

export function readTrailers(lines: readonly Line[], body: Range): Trailers {
  const dates = new Map<number, EnglishDate>()
  for (let i = body.from; i < body.until; i++) {
    const date = endDate(lines[i]!)
    if (date) dates.set(i, date)
  }
  const isTrailer = trailerRule([...dates.values()])
  const ends = [...dates].filter(([, date]) => isTrailer(date)).map(([line]) => line)
  const known = certain(lines, body, ends)
  const falling = isFalling(known)
  return {
    dates,
    isTrailer,
    // The site lists posts by falling reposts, none last. Where the dated posts of a page keep to that, a number that
    // would break the order is something somebody wrote; where they do not, it says nothing.
    canEndPost(i, reposts) {
      if (!falling) return true
      const behind = firstBehind(known, i)
      const [before, after] = [known[behind - 1], known[behind]]
      return reposts <= (before?.reposts ?? Infinity) && reposts >= (after?.reposts ?? 0)
    },
  }
}
