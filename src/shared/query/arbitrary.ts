/** Random queries for property tests: trees as the parser makes them, and texts that look like queries. */
import fc from 'fast-check'
import type { FieldNode, QueryNode } from './ast.ts'
import { fieldNames, fields } from './fields.ts'

const none = { at: 0, length: 0 }
const word = fc.constantFrom(
  '日本',
  '倭国',
  'peace',
  'a-b',
  '12:30',
  'https://例.jp/a?b=c',
  'x=1',
  '🗾',
  'ｶﾞ',
  "it's",
)
const anything = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('a "b" \\', '「」', 'x=y,z', '＂＝、', 'or'),
  )
  .map((text) => text.replace(/[\s\p{Cc}]/gu, ' '))
  .filter((text) => /[\p{L}\p{N}=]/u.test(text))

const field: fc.Arbitrary<QueryNode> = fc.constantFrom(...fieldNames).chain((name) => {
  const { kind, choices = [] } = fields[name]
  const node = (value: string, extra: Partial<FieldNode> = {}): FieldNode => {
    return {
      kind: 'field',
      field: name,
      op: ':',
      value,
      valueSpan: none,
      values: [],
      valueSpans: [],
      ...none,
      ...extra,
    }
  }
  if (kind === 'number') {
    const signs = fc.constantFrom('>', '>=', '<', '<=', '=') as fc.Arbitrary<FieldNode['op']>
    return fc.tuple(signs, fc.nat()).map(([op, count]) => node(String(count), { op }))
  }
  if (kind === 'choice') return fc.constantFrom(...choices).map((choice) => node(choice))
  if (kind === 'date')
    return fc.constantFrom('2025', '2025-12-12T18:00', 'last week', '先週').map((date) => node(date))
  if (kind === 'ids' || kind === 'idsOrName') {
    return fc
      .array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 })
      .map((ids) => node(ids.join(',')))
  }
  if (kind === 'name') return anything.map((value) => node(value))
  return fc
    .tuple(anything, fc.array(anything, { maxLength: 3 }))
    .map(([value, values]) => node(value, { values, valueSpans: values.map(() => none) }))
})

const text: fc.Arbitrary<QueryNode> = fc.oneof(
  word.map((value): QueryNode => ({ kind: 'text', value, ...none })),
  fc
    .tuple(fc.constantFrom('phrase' as const, 'hashtag' as const, 'handle' as const), anything)
    .map(([kind, value]): QueryNode => ({ kind, value, ...none })),
)

export const anyQuery: fc.Arbitrary<QueryNode> = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    field,
    tie('node').map((item): QueryNode => ({ kind: 'not', item, ...none })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('node'), { minLength: 2, maxLength: 4 }),
      )
      .map(([kind, items]): QueryNode => ({ kind, items, ...none })),
  ),
})).node

const signs =
  'a 日 - － ( ） " “ 「 」 \\ | # @ : ： = > ， since: until:2025 stance: reposts> 5 has:url post:3 zz:'
    .split(' ')
    .concat(' ', '\u3000', '\0', ' OR ', ' and ', ' NOT ')

/** Any text at all, and texts of the signs that the language is made of. */
export const anyQueryText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...signs), { maxLength: 14 }).map((parts) => parts.join('')),
)

/** The tree without its positions. */
export function withoutPositions(node: QueryNode): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value) =>
      ['at', 'length', 'valueSpan', 'valueSpans'].includes(key) ? undefined : value,
    ),
  )
}
