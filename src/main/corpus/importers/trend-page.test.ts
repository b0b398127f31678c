import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { RontenError } from '../../../shared/errors.ts'
import { decode } from './decode.ts'
import type { ParsedFile, ParsedSnapshot } from './importer.ts'
import { marker, pageOf, type PageParts } from './trend-page/page-of.ts'
import { trendPage } from './trend-page.ts'

const parse = (text: string, name = 'page.txt'): ParsedFile =>
  trendPage.parse({ name, text }, { timeZone: null })
const only = (text: string): ParsedSnapshot => {
  const { snapshots } = parse(text)
  expect(snapshots).toHaveLength(1)
  return snapshots[0]!
}
const fixture = (name: string): ParsedFile =>
  parse(decode(readFileSync(`tests/fixtures/trend-pages/${name}`), { name }).text, name)
const reasons = ({ warnings }: ParsedFile): string[] => warnings.map((note) => note.reason)
const posts = (body: string, parts: PageParts = {}): ParsedSnapshot['observations'] =>
  only(pageOf({ ...parts, body })).observations
const brief = (body: string, parts: PageParts = {}): unknown[] =>
  posts(body, parts).map(({ text, metrics, flags }) => [text, metrics.reposts, ...flags])
const tokyo = (time: string): number =>
  Temporal.PlainDateTime.from(time).toZonedDateTime('Asia/Tokyo').epochMilliseconds
const march = { fromMs: tokyo('2026-03-01'), untilMs: tokyo('2026-04-01') }

describe('header', () => {
  test.each([
    ['花見 トレンド', '花見'],
    ['花見　トレンド', '花見'],
    ['花見 ﾄﾚﾝﾄﾞ', '花見'],
    ['台湾', '台湾'],
    ['桜 まつり トレンド', '桜 まつり'],
    ['1\n台湾', '台湾'],
    ['12\n\n#ﾊｯｼｭ トレンド', '#ﾊｯｼｭ'],
  ])('topic %j', (topic, expected) => {
    const snapshot = only(pageOf({ topic }))
    expect(snapshot.topic).toBe(expected)
    expect(snapshot.rawHeader.startsWith(topic)).toBe(true)
  })

  test.each([
    ['0post', null],
    ['268,905post', 268_905],
    ['１２post', 12],
    ['7 post', 7],
  ])('count %j: 0 is withheld', (count, expected) => {
    expect(only(pageOf({ count })).reportedPostCount).toBe(expected)
  })

  test.each([
    ['2025.12.12 09:00', 'hour', '2025-12-12T09:00', '2025-12-12T10:00'],
    ['2025.12.03', 'day', '2025-12-03', '2025-12-04'],
    ['2025.11.10〜(46週)', 'week', '2025-11-10', '2025-11-17'],
    ['２０２５．１１．１０～（４６週）', 'week', '2025-11-10', '2025-11-17'],
  ])('when %j is Japan time', (when, span, from, until) => {
    const page = parse(pageOf({ when, body: 'あ November 11, 2025' }))
    expect(page.snapshots[0]).toMatchObject({ span, timeZone: 'Asia/Tokyo' })
    expect(page.snapshots[0]!.captured).toEqual({ fromMs: tokyo(from), untilMs: tokyo(until) })
    expect(page.warnings).toEqual([])
  })

  test('Japan time whatever zone is asked for', () => {
    const asked = trendPage.parse({ name: 'x', text: pageOf() }, { timeZone: 'Europe/Berlin' })
    expect(asked).toEqual(parse(pageOf(), 'x'))
  })

  test.each([
    ['2025.11.10〜(47週)', 'week-mismatch', { week: 47, isoWeek: 46, monday: '2025-11-10' }],
    ['2025.11.12〜(46週)', 'week-mismatch', { week: 46, isoWeek: 46, monday: '2025-11-10' }],
    ['2025.12.12(木) 09:00', 'weekday-mismatch', { stated: '木', actual: '金' }],
    ['2025.13.40', 'bad-time', { found: '2025.13.40' }],
    ['2025.12.12 25:00', 'bad-time', { found: '2025.12.12 25:00' }],
  ])('doubts %j: %s', (when, reason, details) => {
    const { warnings } = parse(pageOf({ when, body: 'あ November 11, 2025' }))
    expect(warnings).toMatchObject([{ line: 1, reason, details }])
  })

  test.each([
    [':0% :0% (40代/男性)', null, '40代/男性'],
    [':61% :39% (40代/男性)', [61, 39], '40代/男性'],
    [':0% :100%', [0, 100], null],
    ['( 40代 / 男性 )', null, '40代/男性'],
    ['：６１％　：３９％　（４０代／男性）', [61, 39], '40代/男性'],
    [':61%\n:39%\n( 40代 / 男性 )', [61, 39], '40代/男性'],
  ])('genders %j: unlabelled, zero is withheld', (genders, genderShares, leadingGroup) => {
    expect(only(pageOf({ genders }))).toMatchObject({ genderShares, leadingGroup })
  })

  test('summary of daily pages', () => {
    const summary =
      '花見に関するポスト数は前日に比べ47%減少しました。話題になっているキーワードは「団子」です。'
    expect(only(pageOf({ when: '2026.03.29', summary })).summary).toBe(summary)
    expect(only(pageOf()).summary).toBeNull()
  })

  test('keeps the raw header', () => {
    expect(only(pageOf()).rawHeader).toBe('花見 トレンド\n0post\n2026.03.29 18:00\n:0% :0% (30代/女性)')
  })

  test.each([
    ['topic', 'no-topic'],
    ['count', 'no-count'],
    ['when', 'no-time'],
    ['genders', 'no-genders'],
  ])('a page without its %s is read and warned of', (part, reason) => {
    const page = parse(pageOf({ [part]: '' }))
    expect(reasons(page)).toEqual([reason])
    expect(page.snapshots[0]!.topic).toBe(part === 'topic' ? null : '花見')
    expect(page.snapshots[0]!.observations).toHaveLength(1)
  })

  test('a page of which only the marker is left', () => {
    const page = parse(`${marker}\n春 March 3, 2026\n`)
    expect(reasons(page)).toEqual(['no-topic', 'no-time', 'no-count', 'no-genders', 'no-footer'])
    expect(page.snapshots[0]).toMatchObject({ topic: null, captured: null, span: null })
    expect(page.snapshots[0]!.observations).toHaveLength(1)
  })

  test('always: windowed, X, the site', () => {
    expect(only(pageOf())).toMatchObject({ metricKind: 'windowed', platform: 'x', source: 'trend-page' })
  })
})

describe('date and reposts', () => {
  test('the trailer is a month, not a day', () => {
    const [post] = posts('春が来た。 March 3, 2026')
    expect(post!.published).toEqual({
      ...march,
      precision: 'month',
      timeZone: 'Asia/Tokyo',
      raw: 'March 3, 2026',
      derived: false,
    })
  })

  test('other numbers behind the month do not make a day of it, but are told', () => {
    const page = parse(pageOf({ body: 'あ March 28, 2026\nい March 28, 2026\n' }))
    expect(page.snapshots[0]!.observations.map((post) => post.published?.precision)).toEqual([
      'month',
      'month',
    ])
    expect(page.warnings).toMatchObject([{ reason: 'day-not-month', details: { date: 'March 28, 2026' } }])
  })

  test('a month after the capture is kept and told', () => {
    const page = parse(pageOf({ body: 'あ April 4, 2026\nい March 3, 2026' }))
    expect(page.snapshots[0]!.observations).toHaveLength(2)
    expect(page.warnings).toEqual([
      {
        line: 6,
        reason: 'published-after-capture',
        details: { published: 'April 4, 2026', captured: '2026-03-29T18:00' },
      },
    ])
  })

  test('reposts with commas; none is not zero; other metrics are unknown', () => {
    const [first, second, third] = posts(
      'あ March 3, 2026\n13,357RP\nい March 3, 2026\n\n3RP\nう March 3, 2026',
    )
    expect(first!.metrics).toEqual({ reposts: 13_357, likes: null, replies: null, views: null })
    expect(second!.metrics.reposts).toBe(3)
    expect(third!.metrics.reposts).toBeNull()
  })

  test('full-width trailers and reposts', () => {
    expect(brief('春　Ｍａｒｃｈ　３，　２０２６\n１２ＲＰ')).toEqual([['春', 12]])
  })

  test('a post without a date ends at its reposts', () => {
    expect(brief('日付なし\n二行目\n5RP\n春 March 3, 2026')).toEqual([
      ['日付なし\n二行目', 5, 'no-date'],
      ['春', null],
    ])
    expect(brief('一\n9RP\n二\n5RP')).toEqual([
      ['一', 9, 'no-date'],
      ['二', 5, 'no-date'],
    ])
  })

  test('12RP that cannot end a post is text', () => {
    expect(brief('春 March 3, 2026\n3RP\n12RP\nと書いた March 3, 2026')).toEqual([
      ['春', 3],
      ['12RP\nと書いた', null],
    ])
    expect(brief('もう12RPした\n今日は 12RP\n12RPです March 3, 2026')).toEqual([
      ['もう12RPした\n今日は 12RP\n12RPです', null],
    ])
  })

  test('12RP that would break the falling order of the page is text, and told', () => {
    const body = '一 March 3, 2026\n9RP\n二 March 3, 2026\n5RP\n歩数は\n12RP\nでした March 3, 2026\n3RP'
    expect(brief(body)).toEqual([
      ['一', 9],
      ['二', 5],
      ['歩数は\n12RP\nでした', 3],
    ])
    expect(parse(pageOf({ body })).warnings).toMatchObject([
      { line: 11, reason: 'reposts-in-text', details: { reposts: 12 } },
    ])
    expect(brief(body.replace('12RP', '4RP'))).toHaveLength(4)
  })

  test('an English date in the text does not end a post', () => {
    const body = '発売日は July 14, 2025\nです March 3, 2026\nつぎ March 3, 2026'
    expect(brief(body)).toEqual([
      ['発売日は July 14, 2025\nです', null, 'date-in-text'],
      ['つぎ', null],
    ])
    expect(parse(pageOf({ body })).warnings).toEqual([
      { line: 6, reason: 'date-in-text', details: { date: 'July 14, 2025' } },
    ])
  })

  test("a date that is the page's commonest trailer, or whose day is its month, does end one", () => {
    expect(brief('一 March 28, 2026\n二 March 28, 2026\n三 February 2, 2026')).toHaveLength(3)
    expect(brief('一 March 45, 2026\n二 March 3, 2026')).toEqual([['一 March 45, 2026\n二', null]])
  })

  test('a date without space before it is text, unless the whole page is saved so', () => {
    expect(brief('発売May 5, 2025\nです March 3, 2026')).toEqual([
      ['発売May 5, 2025\nです', null, 'date-in-text'],
    ])
    expect(brief('一March 3, 2026\n二March 3, 2026')).toEqual([
      ['一', null],
      ['二', null],
    ])
  })

  test('a trailer without text is no post', () => {
    const page = parse(pageOf({ body: 'March 3, 2026\n4RP\n春 March 3, 2026' }))
    expect(page.skipped).toEqual([{ line: 6, reason: 'empty-post', details: { from: 6, until: 7 } }])
    expect(page.snapshots[0]!.observations).toMatchObject([{ rank: 1, text: '春' }])
  })

  test('a date on a line of its own ends the text above', () => {
    expect(brief('春が来た\nMarch 3, 2026\n4RP')).toEqual([['春が来た', 4]])
  })
})

describe('posts', () => {
  test('run over blank lines, lists, numbers, quotations, two languages; the text stays as it is', () => {
    const text = '@saku_ra 倭国語で：\n\n・一つ 1\n2. two 2025\n  「春が来た。」🏳️‍🌈\n他说：春天来了 12'
    const [post] = posts(`${text} March 3, 2026\n2RP\nつぎ March 3, 2026`)
    expect(post).toMatchObject({ rank: 1, text, lineStart: 6, lineEnd: 12, flags: [] })
    expect(post!.raw).toBe(`${text} March 3, 2026\n2RP`)
  })

  test('no ids, no authors, no guesses', () => {
    expect(posts('RT @a: 春 March 3, 2026')[0]).toMatchObject({
      nativeId: null,
      author: null,
      lang: null,
      isRepost: false,
    })
  })

  test.each([
    ['\r\n', '\n'],
    ['\r', '\n'],
  ])('line ends %j become %j in a text', (end) => {
    const page = pageOf({ body: '一\n二 March 3, 2026\n5RP' })
    expect(only(page.replaceAll('\n', end)).observations[0]).toMatchObject({
      text: '一\n二',
      lineStart: 6,
      lineEnd: 8,
    })
    expect(only(page.replace('一\n', '一\r\n')).observations[0]!.text).toBe('一\n二')
  })

  test('text behind the last trailer is an unfinished post', () => {
    const page = parse(pageOf({ body: '一 March 3, 2026\n続きは' }))
    expect(page.snapshots[0]!.observations[1]).toMatchObject({
      text: '続きは',
      published: null,
      flags: ['unfinished'],
    })
    expect(reasons(page)).toEqual(['unfinished-post'])
  })

  test('a page that ends inside a post is cut', () => {
    const page = parse(pageOf({ body: '一 March 3, 2026\n2RP\n続き', footer: '' }))
    expect(page.warnings).toEqual([{ line: 8, reason: 'no-footer', details: { topic: '花見' } }])
    expect(page.snapshots[0]!.observations.map((post) => post.flags)).toEqual([[], ['cut']])
  })

  test('a page without a footer whose last post is whole', () => {
    const page = parse(pageOf({ footer: '' }))
    expect(reasons(page)).toEqual(['no-footer'])
    expect(page.snapshots[0]!.observations[0]!.flags).toEqual([])
  })

  test('the footer begins at its last occurrence', () => {
    const body = '引用\n<ポストの表示について>\nと書いてある March 3, 2026'
    expect(brief(body)).toEqual([['引用\n<ポストの表示について>\nと書いてある', null]])
    expect(brief('春 March 3, 2026', { footer: '＜ポストの表示について＞\n条件' })).toHaveLength(1)
  })

  test('a page without posts is a snapshot all the same', () => {
    const page = parse(pageOf({ body: '' }))
    expect(page.snapshots[0]).toMatchObject({ topic: '花見', observations: [] })
    expect(reasons(page)).toEqual(['no-posts'])
  })
})

describe('several pages', () => {
  test('each marker begins from its own header', () => {
    const { snapshots, warnings } = fixture('two-pages.txt')
    expect(snapshots.map(({ captured }) => captured!.fromMs)).toEqual([
      tokyo('2026-03-29T18:00'),
      tokyo('2026-03-29T19:00'),
    ])
    expect(snapshots.map(({ observations }) => observations[0]!.metrics.reposts)).toEqual([1204, 37])
    expect(warnings).toEqual([])
  })

  test('a page behind a cut page', () => {
    const cut = pageOf({ body: '一 March 3, 2026\n途中', footer: '' })
    const page = parse(`${cut}1\n${pageOf({ topic: '台湾' })}`)
    expect(page.snapshots.map(({ topic }) => topic)).toEqual(['花見', '台湾'])
    expect(page.snapshots[0]!.observations[1]).toMatchObject({ text: '途中', flags: ['cut'] })
  })

  test('a marker without a header goes on with the page', () => {
    const page = parse(pageOf({ body: `一 March 3, 2026\n${marker}\n${marker}\n二 March 3, 2026` }))
    expect(page.snapshots.map(({ observations }) => observations.length)).toEqual([2])
    expect(page.skipped).toEqual([{ line: 7, reason: 'repeated-marker', details: { from: 7, until: 8 } }])
  })

  test('words before, between and behind pages are told', () => {
    const page = parse(`メモ\n二行\n\n${pageOf()}\nあとがき\n`)
    expect(page.skipped).toEqual([
      { line: 1, reason: 'outside-page', details: { from: 1, until: 2 } },
      { line: 13, reason: 'outside-page', details: { from: 13, until: 13 } },
    ])
    expect(page.snapshots[0]).toMatchObject({ topic: '花見', rawHeader: expect.stringMatching(/^花見/) })
  })

  test('a marker broken in two lines', () => {
    expect(only(pageOf().replace(marker, marker.replace(' ', '\n'))).observations).toHaveLength(1)
  })
})

describe('address', () => {
  const at = 'https://trend.example/word/4711/hourly?t=1774774800'
  test('whole, from a line above the page; t is not the time', () => {
    const page = parse(`${at}\n${pageOf()}`)
    expect(page.snapshots[0]!.address).toBe(at)
    expect(page.snapshots[0]!.captured!.fromMs).toBe(tokyo('2026-03-29T18:00'))
    expect(page.skipped).toEqual([])
  })

  test('from a file name, without the host it does not tell; not for several pages', () => {
    const name = 'hourly_4711_t1774774800.txt'
    expect(parse(pageOf(), name).snapshots[0]!.address).toBe('/word/4711/hourly?t=1774774800')
    expect(parse(pageOf() + pageOf(), name).snapshots.map(({ address }) => address)).toEqual([null, null])
    expect(parse(pageOf()).snapshots[0]!.address).toBeNull()
  })

  test('an address of another kind of page is told', () => {
    expect(reasons(parse(`${at.replace('hourly', 'daily')}\n${pageOf()}`))).toEqual(['span-mismatch'])
  })
})

describe('saved HTML', () => {
  test.each(['saved.html', 'single-file.html', 'saved-shift_jis.html', 'saved.mhtml', 'saved-base64.mhtml'])(
    '%s is the page that was saved as text',
    (name) => {
      const html = fixture(name)
      const [snapshot] = html.snapshots
      const [text] = fixture('hourly.txt').snapshots
      const shown = (each: ParsedSnapshot): unknown => ({
        ...each,
        address: null,
        observations: each.observations.map((post) => ({ ...post, lineStart: 0, lineEnd: 0 })),
      })
      expect(shown(snapshot!)).toEqual(shown(text!))
      expect(snapshot!.address).toBe('https://trend.example/word/4711/hourly?t=1774774800')
      expect(html.warnings).toEqual([])
      expect(html.skipped).toEqual([{ line: 1, reason: 'outside-page', details: { from: 1, until: 2 } }])
    },
  )
})

describe('detection and refusal', () => {
  const refusal = (text: string, name = 'a.txt'): RontenError => {
    try {
      parse(text, name)
    } catch (error) {
      if (error instanceof RontenError) return error
    }
    throw new Error('not refused')
  }

  test('knows its pages', () => {
    const detect = (text: string): number => trendPage.detect({ name: 'x', text })
    expect(detect(pageOf())).toBe(1)
    expect(detect('id,text\n1,春')).toBe(0)
    expect(detect('<!doctype html><style>' + 'a'.repeat(1000))).toBeGreaterThan(0)
  })

  test('other pages of the site are named as such', () => {
    const ranking = decode(readFileSync('tests/fixtures/trend-pages/ranking.txt')).text
    expect(refusal(ranking)).toMatchObject({ code: 'import.notATrendPage', details: { found: 'other-page' } })
    expect(refusal('特集\n春', 'pickup_12.html').details['found']).toBe('other-page')
  })

  test('a page cut before its posts, and any other text', () => {
    const cut = refusal('花見 トレンド\n0post\n2026.03.29 18:00\n')
    expect(cut.details).toMatchObject({ found: 'header', lines: 3, first: '花見 トレンド' })
    const other = refusal('きょうの日記')
    expect(other.code).toBe('import.notATrendPage')
    expect(other.message).toContain(marker)
    expect(other.message).toContain('きょうの日記')
    expect(refusal('春が来た'.repeat(1e6)).message.length).toBeLessThan(600)
  })

  test('empty text', () => {
    expect(refusal(' \n\n').code).toBe('import.empty')
    expect(refusal('<html><body></body></html>').code).toBe('import.notATrendPage')
  })
})
