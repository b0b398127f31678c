/** The lines above the marker, read backwards from it, because saved pages carry navigation before them. */
import type { ParsedSnapshot } from '../importer.ts'
import { cutEnd, joinLines, type Line } from './lines.ts'
import { countOf, endDate, isBlank, isFooter, repostsOf } from './shapes.ts'
import { isWhen, readWhen, type Capture, type Doubt } from './time.ts'

export interface Header extends Capture {
  /** Index of its first line; the marker's where there is no header. */
  from: number
  topic: string | null
  reportedPostCount: number | null
  genderShares: ParsedSnapshot['genderShares']
  leadingGroup: string | null
  summary: string | null
  /** False where nothing above the marker looks like a header. */
  found: boolean
}

/** Saved HTML can have tabs and chart labels between the parts. */
const mostLines = 60
const topicSuffix = /(?:^|\s)トレンド$/
const rank = /^\d{1,3}位?$/

type Part = 'when' | 'count' | 'shares'

/** `:61% :39%`, `(40代/男性)`, or both in one line. */
const shares = /^(?::\s?\d{1,3}(?:\.\d{1,2})?%\s{0,3}){0,2}(?:\([^()/]{1,20}\/[^()/]{1,20}\))?$/
const percents = /:\s?(\d{1,3}(?:\.\d{1,2})?)%/g
const group = /\(\s*([^()/]{1,20}\/[^()/]{1,20})\)/

function partOf(line: Line): Part | null {
  if (isBlank(line)) return null
  if (isWhen(line.shape)) return 'when'
  if (countOf(line) !== null) return 'count'
  return shares.test(line.shape) ? 'shares' : null
}

/** Where a page before this one still speaks, its header cannot begin. */
const endsBefore = (line: Line): boolean =>
  isFooter(line) || repostsOf(line) !== null || endDate(line)?.apart === true

/** Index of each part nearest to the marker, and how far up a header could reach. */
function findParts(
  lines: readonly Line[],
  lowest: number,
  marker: number,
): { parts: Map<Part, number>; floor: number } {
  const parts = new Map<Part, number>()
  let i = marker - 1
  for (const last = Math.max(lowest, marker - mostLines); i >= last; i--) {
    const line = lines[i]!
    if (endsBefore(line)) break
    const part = partOf(line)
    // A second time, or the parts of another page: this header ends here.
    if (part === 'when' && parts.has('when')) break
    if (part && !parts.has(part)) parts.set(part, i)
  }
  return { parts, floor: i + 1 }
}

function above(lines: readonly Line[], index: number, floor: number): number | null {
  for (let i = index - 1; i >= floor; i--) if (!isBlank(lines[i]!)) return i
  return null
}

/** The topic stands right above the parts. Without any part, only the site's own word beside it makes it one. */
function findTopic(
  lines: readonly Line[],
  top: number,
  floor: number,
  anyPart: boolean,
): { topic: string | null; from: number } {
  const at = above(lines, top, floor)
  if (at === null || (!anyPart && !topicSuffix.test(lines[at]!.shape))) return { topic: null, from: top }
  const { raw, shape } = lines[at]!
  const suffix = topicSuffix.exec(shape)?.[0].trim() ?? ''
  const topic = cutEnd(raw, suffix.length).trim() || raw.trim()
  const before = above(lines, at, floor)
  const from = before !== null && rank.test(lines[before]!.shape) ? before : at
  return { topic, from }
}

/** Two percentages whose owners the page does not name. Both zero means withheld, not zero. */
function readShares(words: string): Pick<Header, 'genderShares' | 'leadingGroup'> {
  const [first, second] = [...words.matchAll(percents)].map((each) => Number(each[1]))
  const withheld = first === undefined || second === undefined || (first === 0 && second === 0)
  const leadingGroup = group.exec(words)?.[1]?.replace(/\s/g, '') ?? null
  return { genderShares: withheld ? null : [first, second], leadingGroup }
}

/** Labels of buttons and charts are short words; the page's own sentence is a sentence. */
const isSentence = ({ shape }: Line): boolean => shape.includes('。') || shape.length >= 20

function missing(header: Pick<Header, 'topic'>, parts: ReadonlyMap<Part, number>): Doubt[] {
  return [
    ...(header.topic === null ? [{ reason: 'no-topic', details: {} } as const] : []),
    ...(parts.has('when') ? [] : [{ reason: 'no-time', details: {} } as const]),
    ...(parts.has('count') ? [] : [{ reason: 'no-count', details: {} } as const]),
    ...(parts.has('shares') ? [] : [{ reason: 'no-genders', details: {} } as const]),
  ]
}

/** `lowest`: first line that no page before this one owns. */
export function readHeader(lines: readonly Line[], lowest: number, marker: number): Header {
  const { parts, floor } = findParts(lines, lowest, marker)
  const anyPart = parts.size > 0
  const top = anyPart ? Math.min(...parts.values()) : marker
  const { topic, from } = findTopic(lines, top, floor, anyPart)
  const below = lines.slice(anyPart ? Math.max(parts.get('when') ?? 0, top) + 1 : marker, marker)
  const block = lines.slice(top, marker)
  const when = parts.get('when')
  const capture = when === undefined ? null : readWhen(lines[when]!.shape)
  const count = parts.get('count')
  const stated = count === undefined ? null : countOf(lines[count]!)
  const sentences = below.filter((line) => partOf(line) === null && isSentence(line))
  return {
    from,
    topic,
    found: anyPart || topic !== null,
    captured: capture?.captured ?? null,
    span: capture?.span ?? null,
    reportedPostCount: stated === 0 ? null : stated,
    ...readShares(
      block
        .filter((line) => partOf(line) === 'shares')
        .map((line) => line.shape)
        .join(' '),
    ),
    summary: sentences.length > 0 ? joinLines(sentences.map((line) => line.raw.trim())) : null,
    doubts: [...(capture?.doubts ?? []), ...missing({ topic }, parts)],
  }
}
