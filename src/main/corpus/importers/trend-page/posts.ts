/** From the lines between marker and footer to posts: where one ends, what date and what reposts it has. */
import type { ImportNote, ObservationFlag } from '../importer.ts'
import { cutEnd, joinLines, type Line, type Range } from './lines.ts'
import { isBlank, markerAt, repostsOf, type EnglishDate } from './shapes.ts'
import { readTrailers, type Trailers } from './trailers.ts'

export interface Post {
  text: string
  lines: Range
  date: EnglishDate | null
  reposts: number | null
  flags: ObservationFlag[]
}

export interface Posts {
  posts: Post[]
  skipped: ImportNote[]
  warnings: ImportNote[]
}

/** One walk over the body. `open` holds the lines of the post that has not ended yet. */
class Walk {
  readonly found: Posts = { posts: [], skipped: [], warnings: [] }
  private open: Range | null = null
  private doubtful = false
  /** Whether it has a line that could not be reposts themselves. */
  private worded = false
  /** The post whose reposts may still follow, and whether it has text. */
  private awaiting: Post | null = null
  private readonly lines: readonly Line[]
  private readonly trailers: Trailers
  private readonly atEnd: ObservationFlag
  /** The last line with anything on it. */
  private readonly lastLine: number

  constructor(lines: readonly Line[], body: Range, trailers: Trailers, atEnd: ObservationFlag) {
    this.lines = lines
    this.trailers = trailers
    this.atEnd = atEnd
    this.lastLine = body.until - 1
    while (this.lastLine > body.from && isBlank(lines[this.lastLine]!)) this.lastLine--
  }

  line(i: number): void {
    const line = this.lines[i]!
    if (isBlank(line)) return
    const reposts = repostsOf(line)
    if (reposts !== null && this.awaiting) return this.addReposts(i, reposts)
    this.settle()
    if (reposts !== null && this.endsPost(i, reposts)) return this.endUndated(i, reposts)
    this.worded ||= reposts === null
    this.open = { from: this.open?.from ?? i, until: i + 1 }
    const date = this.trailers.dates.get(i)
    if (date && this.trailers.isTrailer(date)) this.endDated(date)
    else if (date) this.doubtDate(i, date)
  }

  /** A marker without a header of its own: nothing of the page, but no post runs across it. */
  marker({ from, until }: Range): void {
    this.finish()
    const last = this.found.skipped.at(-1)
    if (last?.reason === 'repeated-marker' && last.details?.['until'] === from) last.details['until'] = until
    else
      this.found.skipped.push({ line: from + 1, reason: 'repeated-marker', details: span({ from, until }) })
  }

  finish(): void {
    this.settle()
    if (!this.open) return
    const line = this.open.from + 1
    if (this.atEnd === 'unfinished')
      this.found.warnings.push({ line, reason: 'unfinished-post', details: {} })
    this.awaiting = this.close(null, [this.atEnd])
    this.settle()
  }

  private endDated(date: EnglishDate): void {
    this.awaiting = this.close(date, [])
  }

  private endUndated(i: number, reposts: number): void {
    const line = this.open!.from + 1
    this.found.warnings.push({ line, reason: 'undated-post', details: { reposts } })
    this.awaiting = this.close(null, ['no-date'])
    this.addReposts(i, reposts)
  }

  private close(date: EnglishDate | null, flags: ObservationFlag[]): Post {
    const lines = this.open!
    const raws = this.lines.slice(lines.from, lines.until).map((line) => line.raw)
    if (date) raws.push(cutEnd(raws.pop()!, date.length))
    const post: Post = { text: joinLines(raws), lines, date, reposts: null, flags }
    if (this.doubtful) post.flags.push('date-in-text')
    this.open = null
    this.doubtful = false
    this.worded = false
    return post
  }

  private addReposts(i: number, reposts: number): void {
    const post = this.awaiting!
    post.reposts = reposts
    post.lines = { from: post.lines.from, until: i + 1 }
    this.settle()
  }

  /** Nothing more can be said of the post before. A trailer without any text is no post. */
  private settle(): void {
    const post = this.awaiting
    this.awaiting = null
    if (!post) return
    if (post.text !== '') this.found.posts.push(post)
    else
      this.found.skipped.push({
        line: post.lines.from + 1,
        reason: 'empty-post',
        details: span(post.lines),
      })
  }

  private endsPost(i: number, reposts: number): boolean {
    // On the last line of all there is nothing after it that it could be a part of.
    if (this.worded && (i === this.lastLine || this.trailers.canEndPost(i, reposts))) return true
    this.found.warnings.push({ line: i + 1, reason: 'reposts-in-text', details: { reposts } })
    return false
  }

  private doubtDate(i: number, date: EnglishDate): void {
    this.doubtful = true
    this.found.warnings.push({ line: i + 1, reason: 'date-in-text', details: { date: date.words } })
  }
}

/** 1-based and inclusive, as people count. */
export const span = ({ from, until }: Range): { from: number; until: number } => ({ from: from + 1, until })

/** `atEnd`: what a text without an end is called where the page ends with a footer, and where it was cut. */
export function splitPosts(lines: readonly Line[], body: Range, atEnd: ObservationFlag): Posts {
  const walk = new Walk(lines, body, readTrailers(lines, body), atEnd)
  for (let i = body.from; i < body.until; i++) {
    const marker = markerAt(lines, i)
    if (marker === 0) walk.line(i)
    else walk.marker({ from: i, until: i + marker })
    i += Math.max(0, marker - 1)
  }
  walk.finish()
  return walk.found
}
