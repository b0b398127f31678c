/** The real pages, where they stand beside the project; none of their text is in it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { decode } from '../decode.ts'
import type { ParsedFile } from '../importer.ts'
import { trendPage } from '../trend-page.ts'

const folder = '../shared/samples/trend-pages'
const there = existsSync(folder)
const wholeName = 'hourly-20251212T0900.txt'
const cutNames = there ? readdirSync(folder).filter((name) => name !== wholeName) : []

function read(name: string): ParsedFile {
  const { text, encoding, warnings } = decode(readFileSync(`${folder}/${name}`), { name })
  expect({ encoding, warnings }).toEqual({ encoding: 'utf-8', warnings: [] })
  expect(trendPage.detect({ name, text })).toBe(1)
  return trendPage.parse({ name, text }, { timeZone: null })
}

describe.skipIf(!there)(`real pages (skipped where ${folder} does not exist)`, () => {
  test('the whole page', () => {
    const { snapshots, skipped, warnings } = read(wholeName)
    expect([snapshots.length, skipped, warnings]).toEqual([1, [], []])
    const { observations, ...page } = snapshots[0]!
    expect(page).toMatchObject({
      topic: '日米同盟',
      span: 'hour',
      reportedPostCount: null,
      genderShares: null,
    })
    const hour = Temporal.ZonedDateTime.from('2025-12-12T09:00[Asia/Tokyo]').epochMilliseconds
    expect(page.captured).toEqual({ fromMs: hour, untilMs: hour + 3_600_000 })
    expect(observations.map(({ metrics }) => metrics.reposts)).toEqual([
      348,
      1,
      1,
      1,
      1,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ])
    expect(observations.map(({ text }) => text.split('\n').length)).toEqual([
      5, 3, 4, 1, 7, 3, 9, 1, 6, 6, 9, 6, 3, 18,
    ])
    expect(observations.filter(({ text }) => text.startsWith('@'))).toHaveLength(4)
    expect(observations.every(({ published }) => published?.precision === 'month')).toBe(true)
    expect(observations.flatMap(({ flags }) => flags)).toEqual([])
  })

  test.each(cutNames)('%s, cut', (name) => {
    const { snapshots, skipped, warnings } = read(name)
    expect(skipped).toEqual([])
    expect(warnings.map(({ reason }) => reason)).toEqual(['no-footer'])
    const { observations, ...page } = snapshots[0]!
    expect(page).toMatchObject({ span: name.startsWith('daily') ? 'day' : 'hour' })
    expect(page.topic).not.toBeNull()
    expect(page.summary === null).toBe(page.span === 'hour')
    expect(observations.map(({ flags }) => flags.join())).toEqual([
      ...observations.slice(1).map(() => ''),
      'cut',
    ])
    for (const { published, metrics } of observations.slice(0, -1)) {
      expect(published?.precision).toBe('month')
      expect(metrics.reposts).toBeGreaterThan(0)
    }
  })

  test('all of them are read', () => {
    expect(cutNames.length).toBeGreaterThanOrEqual(7)
  })
})
