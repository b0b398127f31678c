/**
 * Saved pages of a Japanese trend site for X: text, HTML, or several pages in one text. What a page looks like, and
 * what it does not say though it seems to, is in `shared/SNAPSHOTS.md`; each rule here has its test there.
 */
import { RontenError } from '../../../shared/errors.ts'
import { htmlToText, isHtml } from './html-text.ts'
import type {
  Importer,
  ImportNote,
  ParsedFile,
  ParsedObservation,
  ParsedSnapshot,
  SourceText,
} from './importer.ts'
import { addressAmong, addressFromName, spanOf } from './trend-page/address.ts'
import { rawOf, splitLines, type Line, type Range } from './trend-page/lines.ts'
import { layOut, type Page } from './trend-page/pages.ts'
import { span, splitPosts, type Post } from './trend-page/posts.ts'
import { notATrendPage } from './trend-page/refusal.ts'
import { countOf, markerAt } from './trend-page/shapes.ts'
import { isWhen, publishedIn, stampOf, timeZone } from './trend-page/time.ts'

export { trendPageReasons } from './trend-page/reasons.ts'

/** The text whose lines are counted, and what its file says about where it stood. */
interface Source {
  name: string
  text: string
  address: string | null
}

function readable({ name, text }: SourceText): Source {
  return isHtml(text) ? { name, ...htmlToText(text) } : { name, text, address: null }
}

function observationOf(post: Post, i: number, text: string, lines: readonly Line[]): ParsedObservation {
  return {
    rank: i + 1,
    text: post.text,
    nativeId: null,
    author: null,
    published: post.date && publishedIn(post.date),
    metrics: { reposts: post.reposts, likes: null, replies: null, views: null },
    raw: rawOf(text, lines, post.lines),
    lineStart: post.lines.from + 1,
    lineEnd: post.lines.until,
    flags: post.flags,
    lang: null,
    isRepost: false,
  }
}

/** What the months say about the page as a whole. */
function monthDoubts(snapshot: ParsedSnapshot, posts: readonly Post[]): ImportNote[] {
  const notes: ImportNote[] = []
  const dates = posts.flatMap((post) => post.date ?? [])
  if (dates.length > 0 && dates.every((date) => date.day !== date.month))
    notes.push({
      line: null,
      reason: 'day-not-month',
      details: { topic: snapshot.topic ?? '', date: dates[0]!.words },
    })
  const { captured } = snapshot
  for (const { published, lineStart } of snapshot.observations) {
    if (!captured || !published || published.fromMs < captured.untilMs) continue
    const details = { published: published.raw, captured: stampOf(captured.fromMs) }
    notes.push({ line: lineStart, reason: 'published-after-capture', details })
  }
  return notes
}

function pageDoubts(
  { header, headerLines, markerLines, footer }: Page,
  snapshot: ParsedSnapshot,
): ImportNote[] {
  const line = headerLines.from + 1
  const topic = snapshot.topic ?? ''
  const notes: ImportNote[] = header.doubts.map(({ reason, details }) => ({ line, reason, details }))
  const addressed = spanOf(snapshot.address)
  if (addressed && snapshot.span && addressed !== snapshot.span)
    notes.push({ line, reason: 'span-mismatch', details: { stated: snapshot.span, addressed } })
  if (snapshot.observations.length === 0)
    notes.push({ line: markerLines.from + 1, reason: 'no-posts', details: { topic } })
  const lastLine = snapshot.observations.at(-1)?.lineEnd ?? markerLines.until
  if (footer.from === footer.until) notes.push({ line: lastLine, reason: 'no-footer', details: { topic } })
  return notes
}

function readPage(page: Page, source: Source, lines: readonly Line[], address: string | null): ParsedFile {
  const { header } = page
  const ended = page.footer.from < page.footer.until
  const found = splitPosts(lines, page.body, ended ? 'unfinished' : 'cut')
  const snapshot: ParsedSnapshot = {
    topic: header.topic,
    platform: 'x',
    source: 'trend-page',
    captured: header.captured,
    span: header.span,
    timeZone,
    metricKind: 'windowed',
    reportedPostCount: header.reportedPostCount,
    genderShares: header.genderShares,
    leadingGroup: header.leadingGroup,
    summary: header.summary,
    rawHeader: rawOf(source.text, lines, page.headerLines),
    address,
    observations: found.posts.map((post, i) => observationOf(post, i, source.text, lines)),
  }
  const warnings = [...pageDoubts(page, snapshot), ...monthDoubts(snapshot, found.posts), ...found.warnings]
  return { snapshots: [snapshot], skipped: found.skipped, warnings }
}

const byLine = (notes: ImportNote[]): ImportNote[] => notes.sort((x, y) => (x.line ?? 0) - (y.line ?? 0))

/** Lines of no page, except an address alone: that one was read. */
function outsideNotes(lines: readonly Line[], outside: readonly Range[]): ImportNote[] {
  return outside
    .filter((run) => run.until - run.from > 1 || addressAmong(lines, run) !== lines[run.from]!.raw.trim())
    .map((run) => ({ line: run.from + 1, reason: 'outside-page', details: span(run) }))
}

function parse(given: SourceText): ParsedFile {
  if (given.text.trim() === '')
    throw new RontenError('import.empty', `“${given.name}” is empty: there is no text in it.`, {
      name: given.name,
    })
  const source = readable(given)
  const lines = splitLines(source.text)
  const { pages, outside } = layOut(lines)
  if (pages.length === 0) throw notATrendPage(given.name, lines, source.text !== given.text)
  // A file name speaks for one page; above several it would be wrong for all but one.
  const hint = source.address ?? (pages.length === 1 ? addressFromName(source.name) : null)
  const read = pages.map((page, i) => {
    const gap = { from: pages[i - 1]?.footer.until ?? 0, until: page.headerLines.from }
    return readPage(page, source, lines, addressAmong(lines, gap) ?? hint)
  })
  return {
    snapshots: read.flatMap((each) => each.snapshots),
    skipped: byLine([...outsideNotes(lines, outside), ...read.flatMap((each) => each.skipped)]),
    warnings: byLine(read.flatMap((each) => each.warnings)),
  }
}

/** A beginning of HTML may not reach the words; a page without its marker is refused better here than elsewhere. */
function detect(head: SourceText): number {
  try {
    const html = isHtml(head.text)
    const lines = splitLines(html ? htmlToText(head.text).text : head.text)
    if (lines.some((_, i) => markerAt(lines, i) > 0)) return 1
    if (lines.some((line) => isWhen(line.shape)) && lines.some((line) => countOf(line) !== null)) return 0.4
    return html ? 0.1 : 0
  } catch {
    return 0
  }
}

/** Times on these pages are Japan time whatever zone is asked for. */
export const trendPage: Importer = { id: 'trend-page', version: '1', detect, parse }
