/** What single lines of a trend page are. Every pattern runs on a folded shape of at most a few hundred letters. */
import type { Line } from './lines.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `December 12, 2025` at the end of a line. The site prints the month's number where a day should stand. */
export interface EnglishDate {
  month: number
  day: number
  year: number
  /** `December 12, 2025`, folded. */
  words: string
  /** Trailers stand apart from the text by white space, or alone on their line. */
  apart: boolean
  /** Folded length of the words and the one space before them. */
  length: number
}

const dateAtEnd = new RegExp(`(^|\\s|.)((${months.join('|')})\\s{1,3}(\\d{1,2}),\\s{1,3}(\\d{4}))$`, 'u')

const endsInYear = /\d{4}$/

export function endDate({ shape }: Pick<Line, 'shape'>): EnglishDate | null {
  const found = endsInYear.test(shape) && dateAtEnd.exec(shape)
  if (!found) return null
  const [, before = '', words = '', name = ''] = found
  const [day, year] = [Number(found[4]), Number(found[5])]
  if (day < 1 || day > 31 || year < 1) return null
  const month = months.indexOf(name as (typeof months)[number]) + 1
  const apart = before.trim() === ''
  return { month, day, year, words, apart, length: words.length + (apart ? before.length : 0) }
}

const number = '(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})'
const repostsAlone = new RegExp(`^${number}\\s?RP$`)
const countAlone = new RegExp(`^${number}\\s?posts?$`, 'i')

function numberOf(pattern: RegExp, shape: string): number | null {
  const found = pattern.exec(shape)
  return found ? Number(found[1]!.replaceAll(',', '')) : null
}

/** `13,357RP`, alone on its line. */
export const repostsOf = ({ shape }: Pick<Line, 'shape'>): number | null => numberOf(repostsAlone, shape)

/** `268,905post`, alone on its line. */
export const countOf = ({ shape }: Pick<Line, 'shape'>): number | null => numberOf(countAlone, shape)

const markerHead = '人気のポスト'
const markerTail = '※表示されているRP数は特定時点のものです'
export const markerWords = `${markerHead} ${markerTail}`
const footerWords = '<ポストの表示について>'

const unspaced = ({ shape }: Pick<Line, 'shape'>): string => shape.replace(/\s/g, '')

/** The line before the first post; some ways of saving break it in two. Gives the number of lines it takes, or 0. */
export function markerAt(lines: readonly Line[], i: number): 0 | 1 | 2 {
  if (!lines[i]!.shape.startsWith(markerHead)) return 0
  const whole = unspaced(lines[i]!)
  if (whole === markerHead + markerTail) return 1
  const next = lines[i + 1]
  return whole === markerHead && next !== undefined && unspaced(next) === markerTail ? 2 : 0
}

export const isFooter = (line: Pick<Line, 'shape'>): boolean =>
  line.shape.startsWith('<') && unspaced(line).startsWith(footerWords)

export const isBlank = ({ shape }: Pick<Line, 'shape'>): boolean => shape === ''
