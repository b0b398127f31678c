/** What the corpus process can say must have words in both languages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeReasons } from '../../src/main/corpus/importers/decode.ts'
import { importers } from '../../src/main/corpus/importers/index.ts'
import { trendPageReasons } from '../../src/main/corpus/importers/trend-page.ts'

const root = join(import.meta.dirname, '../..')

describe.each(['en', 'ja'])('in %s', (language) => {
  const words = (area: string) =>
    JSON.parse(readFileSync(join(root, `src/renderer/locales/${language}/${area}.json`), 'utf8')) as Record<
      string,
      Record<string, string>
    >

  it.each([...trendPageReasons, ...decodeReasons, 'same-page'])('the reason %s has a sentence', (reason) => {
    expect(words('import').reasons?.[reason]).toMatch(/\S/)
  })

  it.each(importers.map(({ id }) => id))('the format %s has a name', (id) => {
    expect(words('import').formats?.[id]).toMatch(/\S/)
  })
})

it.each(importers.map(({ id }) => id))('the format %s has a row in the README', (id) => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`(\`${id}\`)`)
})
