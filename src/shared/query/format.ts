import type { FieldNode, QueryNode } from './ast.ts'
import { hashtagLetter } from './chars.ts'
import { fields } from './fields.ts'
import { quote, quoteName, quoteValue } from './quote.ts'

/** The canonical text of a tree: parsing it gives the tree again, positions aside. `O(n)`. */
export function formatQuery(node: QueryNode): string {
  switch (node.kind) {
    case 'and':
      return node.items.map(grouped).join(' ')
    case 'or':
      return node.items.map(grouped).join(' OR ')
    case 'not':
      return `-${grouped(node.item)}`
    case 'text':
      return node.value
    case 'phrase':
      return quote(node.value)
    case 'hashtag':
      return `#${isHashtag(node.value) ? node.value : quote(node.value)}`
    case 'handle':
      return `@${quoteName(node.value)}`
    case 'field':
      return formatField(node)
  }
}

function isHashtag(value: string): boolean {
  return value !== '' && Array.from(value).every((letter) => hashtagLetter.test(letter))
}

function grouped(node: QueryNode): string {
  return node.kind === 'and' || node.kind === 'or' ? `(${formatQuery(node)})` : formatQuery(node)
}

export function formatField(node: Pick<FieldNode, 'field' | 'op' | 'value' | 'values'>): string {
  if (fields[node.field].kind === 'number') {
    return `${node.field}${node.op === ':' ? '=' : node.op}${node.value}`
  }
  const list = node.values.map((value) => quoteValue(value, 'item')).join(',')
  const value = quoteValue(node.value, fields[node.field].kind === 'code' ? 'code' : 'plain')
  return `${node.field}:${value}${list && `=${list}`}`
}
