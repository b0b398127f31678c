/**
 * Where pages begin and end in a text. Every line belongs to exactly one of: a header, a marker, a body, a footer, or
 * nothing (outside); so no line can be lost in silence.
 */
import { readHeader, type Header } from './header.ts'
import type { Line, Range } from './lines.ts'
import { isBlank, isFooter, markerAt } from './shapes.ts'

export interface Page {
  header: Header
  headerLines: Range
  markerLines: Range
  /** Posts, and markers without a header of their own. */
  body: Range
  /** Empty where the page has no footer: it was cut. */
  footer: Range
}

export interface Layout {
  pages: Page[]
  /** Lines of no page that are not blank, in runs. */
  outside: Range[]
}

type Start = Pick<Page, 'header' | 'headerLines' | 'markerLines'>

/** A marker begins a page where a header stands above it; the first one does so even without. */
function findStarts(lines: readonly Line[]): Start[] {
  const starts: Start[] = []
  let lowest = 0
  for (let i = 0; i < lines.length; i++) {
    const length = markerAt(lines, i)
    if (length === 0) continue
    const header = readHeader(lines, lowest, i)
    if (header.found || starts.length === 0) {
      const markerLines = { from: i, until: i + length }
      starts.push({ header, headerLines: { from: header.from, until: i }, markerLines })
    }
    lowest = i + length
    i += length - 1
  }
  return starts
}

/** The footer begins at its last occurrence, posts can quote it; it is one paragraph. */
function findFooter(lines: readonly Line[], from: number, until: number): Range {
  let start = until - 1
  while (start >= from && !isFooter(lines[start]!)) start--
  if (start < from) return { from: until, until }
  let end = start
  while (end < until && !isBlank(lines[end]!)) end++
  return { from: start, until: end }
}

/** Runs of lines that are not blank, trimmed of blank lines around them. */
function spoken(lines: readonly Line[], { from, until }: Range): Range[] {
  let [first, last] = [from, until]
  while (first < last && isBlank(lines[first]!)) first++
  while (last > first && isBlank(lines[last - 1]!)) last--
  return first < last ? [{ from: first, until: last }] : []
}

export function layOut(lines: readonly Line[]): Layout {
  const starts = findStarts(lines)
  const pages = starts.map((start, i): Page => {
    const until = starts[i + 1]?.headerLines.from ?? lines.length
    const footer = findFooter(lines, start.markerLines.until, until)
    return { ...start, body: { from: start.markerLines.until, until: footer.from }, footer }
  })
  const gaps = [0, ...pages.map((page) => page.footer.until)].map((from, i) => ({
    from,
    until: pages[i]?.headerLines.from ?? lines.length,
  }))
  return { pages, outside: gaps.flatMap((gap) => spoken(lines, gap)) }
}
