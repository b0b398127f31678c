/** Conditions on coding: standing codings (`ended_at_ms IS NULL`), of any coder, of the whole post or a part of it. */
import type { FieldNode } from '../../../shared/query/ast.ts'
import { nearest } from '../../../shared/query/nearest.ts'
import { didYouMean } from '../../../shared/query/problem.ts'
import { foldSpaces } from '../../../shared/text/fold.ts'
import {
  problemAt,
  unknownName,
  type FilterContext,
  type Fragment,
  type NamedCode,
} from './filter-context.ts'

/** Reads the index of standing codings once for the whole search, not once a post. */
export const codedSql = 'post.id IN (SELECT coding.post_id FROM coding WHERE coding.ended_at_ms IS NULL)'

const kinds = { stance: 'target', claim: 'claim', code: null } as const

/** Any of the values; without `=`, any value at all. */
export function codeFragment(node: FieldNode, context: FilterContext): Fragment {
  const kind = kinds[node.field as keyof typeof kinds]
  const code = context.names.codeByShortName(kind, node.value)
  if (!code) throw unknownName(kind ?? 'code', node, context.names)
  const ids = node.values.length === 0 ? code.values.map(({ id }) => id) : valueIds(node, code)
  return {
    sql: `post.id IN (SELECT coding.post_id FROM coding
      WHERE coding.code_value_id IN (SELECT value FROM json_each(?)) AND coding.ended_at_ms IS NULL)`,
    params: [JSON.stringify(ids)],
  }
}

function valueIds(node: FieldNode, code: NamedCode): number[] {
  return node.values.flatMap((wanted, i) => {
    const ids = code.values
      .filter(({ value }) => foldSpaces(value) === foldSpaces(wanted))
      .map(({ id }) => id)
    if (ids.length > 0) return ids
    const all = [...new Set(code.values.map(({ value }) => value))]
    const suggestion = nearest(wanted, all)
    const known = all.join(', ')
    throw problemAt(
      node.valueSpans[i] ?? node.valueSpan,
      'unknownValue',
      `“${node.value}” has no value “${wanted}”. Its values are: ${known}.${didYouMean(suggestion)}`,
      { name: node.value, value: wanted, known, suggestion },
    )
  })
}

export function coderFragment(node: FieldNode, context: FilterContext): Fragment {
  const coder = context.names.coderByName(node.value)
  if (!coder) throw unknownName('coder', node, context.names)
  return {
    sql: 'post.id IN (SELECT coding.post_id FROM coding WHERE coding.coder_id = ? AND coding.ended_at_ms IS NULL)',
    params: [coder.id],
  }
}
