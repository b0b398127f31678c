/**
 * What every importer is, and what it hands over. An importer is pure: bytes in, snapshots out; it never
 * touches SQLite or the disk, so that a preview and an import are the same reading.
 */

/** Half-open interval of instants, `[fromMs, untilMs)`, Unix milliseconds (UTC). */
export interface Interval {
  fromMs: number
  untilMs: number
}

/** When a post was published, as exactly as its source supports and never finer. */
export interface ParsedPublished extends Interval {
  precision: 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond'
  /** IANA zone in which the interval was cut. */
  timeZone: string
  /** The words of the source, e.g. `December 12, 2025`. */
  raw: string
  /** True where the interval is our reading of the source and not its plain statement. */
  derived: boolean
}

/** Unknown is `null`, never 0. */
export interface ParsedMetrics {
  reposts: number | null
  likes: number | null
  replies: number | null
  views: number | null
}

export interface ParsedAuthor {
  nativeId: string | null
  handle: string | null
  displayName: string | null
}

/** Something that a person should know about one observation. */
export type ObservationFlag =
  | 'no-date' // the source shows no date for the post
  | 'cut' // the page ends inside this post
  | 'unfinished' // text after the last trailer, before the footer
  | 'date-in-text' // an English date in the body that may or may not have been a trailer

/** A post as one snapshot showed it. */
export interface ParsedObservation {
  /** 1-based place on the page. */
  rank: number
  /** As shown, letter for letter, without the trailer. */
  text: string
  nativeId: string | null
  author: ParsedAuthor | null
  published: ParsedPublished | null
  metrics: ParsedMetrics
  /** The source's own record, letter for letter. */
  raw: string
  /** 1-based, inclusive, in the decoded source file. */
  lineStart: number
  lineEnd: number
  flags: ObservationFlag[]
  lang: string | null
  isRepost: boolean
}

/** One capture: what the page itself claims, and its posts in order. */
export interface ParsedSnapshot {
  topic: string | null
  /** Platform of its posts, e.g. `x`. */
  platform: string
  /** The site or tool the capture comes from, e.g. `trend-page`. */
  source: string
  /** The window the capture speaks for; hourly pages one hour, daily one day, weekly seven days. `null`: unknown. */
  captured: Interval | null
  span: 'hour' | 'day' | 'week' | null
  timeZone: string
  /** `windowed`: true for the page's window only, must never be summed or maximised; `cumulative`: a running total. */
  metricKind: 'windowed' | 'cumulative'
  reportedPostCount: number | null
  /** Two unlabelled percentages in the order shown, or `null` where withheld. Never assigned to genders. */
  genderShares: [number, number] | null
  /** e.g. `40代/男性`. */
  leadingGroup: string | null
  summary: string | null
  /** The raw header lines, for the record. */
  rawHeader: string
  /** Saved address of the page where the file tells it. */
  address: string | null
  observations: ParsedObservation[]
}

/** A line that was not read, or was read with doubt. `line` is 1-based in the decoded file. */
export interface ImportNote {
  line: number | null
  /** Stable id of the reason, for translation and counting. */
  reason: string
  /** Values the sentence needs. */
  details?: Record<string, string | number>
}

export interface ParsedFile {
  snapshots: ParsedSnapshot[]
  /** Records that were not imported, each with its reason. */
  skipped: ImportNote[]
  /** Records that were imported with doubt, and doubts about the file as a whole. */
  warnings: ImportNote[]
}

export interface SourceText {
  /** For people only: last part of the path, or `pasted text`. */
  name: string
  /** Decoded text, line ends untouched, without a byte-order mark. */
  text: string
}

export interface Importer {
  /** Stable id, also in the terminal's `--format`. */
  id: string
  version: string
  /** 0 = certainly not, 1 = certainly; from the first 64 KiB of the decoded text. */
  detect(head: SourceText): number
  /** Throws `RontenError` where the whole file cannot be read as this format; odd records become `skipped`. */
  parse(source: SourceText, options: { timeZone: string | null }): ParsedFile
}
