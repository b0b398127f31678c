import { describe, expect, it } from 'vitest'

type Words = { [key: string]: string | Words }

const files = import.meta.glob<Words>('./{en,ja}/*.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** `area.key` → text. Forms of one plural count as one key: Japanese has one form, English two. */
function flat(language: string): Map<string, string> {
  const words = new Map<string, string>()
  const walk = (prefix: string, node: Words) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== 'string') walk(`${prefix}${key}.`, value)
      else words.set(`${prefix}${key.replace(/_(one|other)$/u, '')}`, value)
    }
  }
  for (const [path, content] of Object.entries(files)) {
    const [, of, area] = path.split(/[/.]+/u)
    // English errors are written where they are thrown.
    if (of === language && area !== 'errors') walk(`${area}.`, content)
  }
  return words
}

function placeholders(text: string): string {
  const names = [...text.matchAll(/\{\{\s*([\w.]+)/gu)].map((match) => match[1]!)
  return [...new Set(names)].sort().join(' ')
}

describe('locales', () => {
  const en = flat('en')
  const ja = flat('ja')

  it('say the same things in both languages', () => {
    expect([...ja.keys()].sort()).toEqual([...en.keys()].sort())
  })

  it('use the same placeholders', () => {
    const different = [...en].filter(([key, text]) => placeholders(text) !== placeholders(ja.get(key) ?? ''))
    expect(different).toEqual([])
  })

  it('hold every key that the page asks for by name', () => {
    const asked = Object.entries(sources)
      .filter(([path]) => !path.endsWith('.test.ts'))
      .flatMap(([path, text]) =>
        [...text.matchAll(/\bt\(\s*'([\w.]+)'/gu)].map((match) => `${path}: ${match[1]}`),
      )
    expect(asked.filter((each) => !en.has(each.split(': ')[1]!))).toEqual([])
  })
})
