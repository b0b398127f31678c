/** Lines of a page: the letters as they are, and the folded shape by which structure is matched. */
import { RontenError } from '../../../../shared/errors.ts'

export interface Line {
  /** Letter for letter, without its line end. */
  raw: string
  /** NFKC, trimmed; only the end of very long lines, behind an ellipsis that no whole-line pattern matches. */
  shape: string
  /** Offsets in the text, UTF-16 units, end exclusive and before the line end. */
  start: number
  end: number
}

/** Half-open range of line indices, 0-based. */
export interface Range {
  from: number
  until: number
}

const longestShape = 200
const shapeTail = 80
const mostLines = 5_000_000

/** Only ends of long lines are folded, so that one line of 20 MB costs what a short one costs. */
export function shapeOf(raw: string): string {
  const trimmed = raw.trim()
  if (trimmed.length <= longestShape) return trimmed.normalize('NFKC').trim()
  return `…${trimmed.slice(-shapeTail).normalize('NFKC').trim()}`
}

export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  const ends = /\r\n|\n|\r/g
  for (let start = 0; ; start = ends.lastIndex) {
    const found = ends.exec(text)
    const end = found?.index ?? text.length
    const raw = text.slice(start, end)
    lines.push({ raw, shape: shapeOf(raw), start, end })
    if (!found) return lines
    if (lines.length >= mostLines)
      throw new RontenError(
        'import.tooManyLines',
        `The text has more than ${mostLines} lines; a saved trend page has some hundred. Nothing was read: split the file, or check that it is the one you meant.`,
        { most: mostLines },
      )
  }
}

/** `raw` without the characters at its end whose folded form is the last `foldedLength` units of its shape. */
export function cutEnd(raw: string, foldedLength: number): string {
  const trimmed = raw.trimEnd()
  const plain = trimmed.length - foldedLength
  const ending = trimmed.slice(Math.max(0, plain))
  if (ending.normalize('NFKC') === ending) return trimmed.slice(0, Math.max(0, plain))
  let start = trimmed.length
  while (start > 0 && trimmed.slice(start).normalize('NFKC').length < foldedLength) start--
  return trimmed.slice(0, start)
}

/** Lines joined by `\n`, without the empty ones around them. */
export function joinLines(raws: readonly string[]): string {
  let from = 0
  let until = raws.length
  while (from < until && raws[from]!.trim() === '') from++
  while (until > from && raws[until - 1]!.trim() === '') until--
  return raws.slice(from, until).join('\n')
}

/** The page's own letters, from the first to the last of some lines. */
export function rawOf(text: string, lines: readonly Line[], { from, until }: Range): string {
  return from < until ? text.slice(lines[from]!.start, lines[until - 1]!.end) : ''
}
