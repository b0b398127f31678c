import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RontenError } from '../../../../shared/errors.ts'
import type { ImportNote, ParsedFile } from '../importer.ts'
import { trendPage } from '../trend-page.ts'
import { splitLines } from './lines.ts'
import { footer, marker, pageOf } from './page-of.ts'
import { layOut } from './pages.ts'
import { trendPageReasons } from './reasons.ts'
import { isBlank } from './shapes.ts'

const parse = (text: string): ParsedFile => trendPage.parse({ name: 'x', text }, { timeZone: null })

/** Words as people write them, traps included, but nothing that the page's own grammar leaves open. */
const word = fc.constantFrom(
  '春',
  '倭国',
  'rain 12',
  'RP',
  '🏳️‍🌈',
  '@hana_mi',
  '#花見',
  '、',
  '12RPも',
  'March',
  '2026年',
)
const textLine = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const text = fc
  .tuple(textLine, fc.array(fc.oneof(textLine, fc.constant('')), { maxLength: 5 }), textLine)
  .map(([first, middle, last]) => [first, ...middle, last].join('\n'))
const post = fc.record({
  text,
  dated: fc.boolean(),
  reposts: fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: null }),
})

type Post = { text: string; dated: boolean; reposts: number | null }

/** As the site orders them; a post without a date is only a post by its reposts. */
const listed = (posts: readonly Post[]): Post[] =>
  posts
    .map((each) => (each.reposts === null ? { ...each, dated: true } : each))
    .sort((x, y) => (y.reposts ?? -1) - (x.reposts ?? -1))

const render = ({ text: words, dated, reposts }: Post): string =>
  `${words}${dated ? ' March 3, 2026' : ''}${reposts === null ? '' : `\n${reposts.toLocaleString('en')}RP`}`

const pageText = fc
  .array(post, { minLength: 1, maxLength: 8 })
  .map((posts) => pageOf({ body: listed(posts).map(render).join('\n') }))

/** Lines that a file may hold anywhere, in any order. */
const anyLine = fc.oneof(
  fc.constantFrom(
    marker,
    marker.split(' ')[0]!,
    marker.split(' ')[1]!,
    '花見 トレンド',
    '0post',
    '2026.03.29 18:00',
    '2026.03.23〜(13週)',
    ':0% :0% (30代/女性)',
    '12RP',
    '3,000RP',
    'あ March 3, 2026',
    'March 3, 2026',
    'い July 14, 2025',
    'うMay 5, 2025',
    footer,
    '<ポストの表示について>',
    '1',
    '',
    '　',
  ),
  textLine,
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
const anyText = fc
  .tuple(fc.array(anyLine, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([lines, end]) => lines.join(end))

const mark = (counts: number[], from: number, until: number): void => {
  for (let line = from; line <= until; line++) counts[line] = (counts[line] ?? 0) + 1
}
const markNote = (counts: number[], { details }: ImportNote): void =>
  mark(counts, Number(details?.['from']), Number(details?.['until']))

/** Every line that is not blank is in a header, a marker, a post, a footer, or skipped with a reason; and in one only. */
function expectAccounted(given: string, parsed: ParsedFile): void {
  const lines = splitLines(given)
  const counts: number[] = []
  for (const { headerLines, markerLines, footer: foot } of layOut(lines).pages)
    for (const { from, until } of [headerLines, markerLines, foot]) mark(counts, from + 1, until)
  for (const note of parsed.skipped) markNote(counts, note)
  for (const { observations } of parsed.snapshots)
    for (const { lineStart, lineEnd } of observations) mark(counts, lineStart, lineEnd)
  lines.forEach((line, i) => {
    if (!isBlank(line)) expect([i + 1, line.raw, counts[i + 1]]).toEqual([i + 1, line.raw, 1])
  })
  for (const { observations } of parsed.snapshots)
    for (const { text: shown, lineStart, lineEnd, raw } of observations) {
      const own = lines.slice(lineStart - 1, lineEnd).map((line) => line.raw)
      for (const line of shown.split('\n')) expect(own.some((each) => each.startsWith(line))).toBe(true)
      expect(given).toContain(raw)
    }
}

function expectReadOrRefused(given: string): void {
  let parsed: ParsedFile
  try {
    parsed = parse(given)
  } catch (error) {
    expect(error).toBeInstanceOf(RontenError)
    return
  }
  expect(parsed.snapshots.length).toBeGreaterThan(0)
  for (const { reason } of [...parsed.skipped, ...parsed.warnings]) expect(trendPageReasons).toContain(reason)
  if (!given.trimStart().startsWith('<')) expectAccounted(given, parsed)
}

describe('any page', () => {
  test('what is rendered is what is read', () => {
    fc.assert(
      fc.property(fc.array(post, { minLength: 1, maxLength: 8 }), (given) => {
        const posts = listed(given)
        const { snapshots, skipped, warnings } = parse(pageOf({ body: posts.map(render).join('\n') }))
        expect(snapshots).toHaveLength(1)
        expect(
          snapshots[0]!.observations.map((each) => ({
            text: each.text,
            dated: each.published !== null,
            reposts: each.metrics.reposts,
          })),
        ).toEqual(posts)
        expect(skipped).toEqual([])
        expect(warnings.filter(({ reason }) => reason !== 'undated-post')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('truncated anywhere', () => {
    fc.assert(
      fc.property(pageText, fc.nat(), (page, at) =>
        expectReadOrRefused(page.slice(0, at % (page.length + 1))),
      ),
      { numRuns: 300 },
    )
  })

  test('with letters removed, doubled and replaced', () => {
    const edit = fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.oneof(anyLine, fc.string({ maxLength: 3 })))
    fc.assert(
      fc.property(pageText, fc.array(edit, { maxLength: 6 }), (page, edits) => {
        let mutated = page
        for (const [at, length, put] of edits) {
          const place = at % (mutated.length + 1)
          mutated = mutated.slice(0, place) + put + mutated.slice(place + length)
        }
        expectReadOrRefused(mutated)
      }),
      { numRuns: 300 },
    )
  })

  test('concatenated, with any lines between', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pageText, anyText), { maxLength: 4 }), (pieces) =>
        expectReadOrRefused(pieces.join('\n')),
      ),
      { numRuns: 300 },
    )
  })

  test('of lines in any order', () => {
    fc.assert(
      fc.property(anyText, (given) => expectReadOrRefused(given)),
      { numRuns: 1000 },
    )
  })
})

describe('hostile size', () => {
  const many = (line: string, count: number): string => `${line}\n`.repeat(count)
  test.each([
    ['one line of 7 million letters', pageOf({ body: '春'.repeat(7_000_000) }), 1],
    ['one line of white space', pageOf({ body: `x${' '.repeat(20_000_000)}x` }), 1],
    ['a million markers', many(marker, 1_000_000), 0],
    [
      'dates that are no trailers',
      pageOf({ body: many('x July 14, 2025', 1000) + many('yJune 1, 2025', 200_000) }),
      1001,
    ],
    ['reposts that end nothing', pageOf({ body: many('12RP', 300_000) }), 1],
    ['footers', pageOf({ body: many('<ポストの表示について>', 300_000) }), 1],
    ['headers without end', many('花見 トレンド\n0post\n2026.03.29 18:00', 100_000) + marker, 0],
  ])('%s', { timeout: 120_000 }, (_, given, posts) => {
    const [snapshot] = parse(given).snapshots
    expect(snapshot!.observations).toHaveLength(posts)
  })

  test('more lines than any page has are refused', () => {
    expect(() => parse('\n'.repeat(6_000_000) + marker)).toThrow(/lines/)
  })
})
