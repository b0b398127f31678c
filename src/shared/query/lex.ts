import type { QueryNode } from './ast.ts'
import * as chars from './chars.ts'
import { readField } from './lex-field.ts'
import { bareEnd, readQuoted } from './lex-value.ts'
import { QueryProblem } from './problem.ts'

export interface Token {
  type: 'open' | 'close' | 'and' | 'or' | 'not' | 'term'
  at: number
  length: number
  node?: QueryNode
}

/** Tokens of a query text, in order. Throws `QueryProblem`. */
export function lex(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    if (chars.isSpace(text[at]!)) {
      at++
      continue
    }
    const token = readToken(text, at)
    tokens.push(token)
    at += token.length
  }
  return tokens
}

function readToken(text: string, at: number): Token {
  const first = text[at]!
  if (chars.opens.includes(first)) return { type: 'open', at, length: 1 }
  if (chars.closes.includes(first)) return { type: 'close', at, length: 1 }
  if (chars.bars.includes(first)) {
    // `||` is one sign: what programmers type for OR.
    return { type: 'or', at, length: chars.bars.includes(text[at + 1] ?? ' ') ? 2 : 1 }
  }
  if (chars.minuses.includes(first)) return readMinus(text, at)
  if (chars.quoteEnd(first) !== undefined) {
    const { value, end } = readQuoted(text, at)
    return term({ kind: 'phrase', value, at, length: end - at })
  }
  if (chars.hashSigns.includes(first)) return readHashtag(text, at)
  if (chars.atSigns.includes(first)) return readHandle(text, at)
  const field = readField(text, at)
  return field ? term(field) : readWord(text, at)
}

function term(node: QueryNode): Token {
  return { type: 'term', at: node.at, length: node.length, node }
}

function readMinus(text: string, at: number): Token {
  const next = text[at + 1]
  const holds = next !== undefined && !chars.isSpace(next) && !(chars.closes + chars.bars).includes(next)
  if (holds) return { type: 'not', at, length: 1 }
  throw new QueryProblem(
    { at, length: 1 },
    'nothingToExclude',
    'This minus excludes nothing. Put what should be left out right after it, without a space: -word. To search for the minus itself, put it in quotes.',
  )
}

function readWord(text: string, at: number): Token {
  const length = bareEnd(text, at) - at
  const value = text.slice(at, at + length)
  const narrow = value.normalize('NFKC')
  if (/^or$/iu.test(narrow)) return { type: 'or', at, length }
  if (/^and$/iu.test(narrow)) return { type: 'and', at, length }
  // In capitals only: in English posts “not” is a word worth searching for, and to read it as an operator would turn
  // the search into its contrary.
  if (narrow === 'NOT') return { type: 'not', at, length }
  // A word that begins with a comparison would be taken for one when written after a number field: kept as a phrase.
  const kind = /^[<>=＜＞＝≥≤≧≦]/u.test(value) ? 'phrase' : 'text'
  return term({ kind, value, at, length })
}

function readHashtag(text: string, at: number): Token {
  const value = readName(text, at, 'emptyHashtag', '#hashtag')
  if (!value.quoted) {
    let offset = at + 1
    for (const letter of value.value) {
      if (!chars.hashtagLetter.test(letter)) {
        throw new QueryProblem(
          { at: offset, length: letter.length },
          'badHashtag',
          `A hashtag ends before “${letter}”. Put a space there, or write #"${value.value}" if the sign belongs to the hashtag.`,
          { character: letter, hashtag: value.value },
        )
      }
      offset += letter.length
    }
  }
  return term({ kind: 'hashtag', value: value.value, at, length: value.end - at })
}

function readHandle(text: string, at: number): Token {
  const { value, end } = readName(text, at, 'emptyHandle', '@handle')
  return term({ kind: 'handle', value, at, length: end - at })
}

/** What follows `#` or `@`: bare or in quotes. */
function readName(text: string, at: number, code: string, example: string) {
  const start = at + 1
  if (chars.quoteEnd(text[start] ?? ' ') !== undefined) return { ...readQuoted(text, start), quoted: true }
  const end = bareEnd(text, start)
  if (end > start) return { value: text.slice(start, end), end, quoted: false }
  throw new QueryProblem(
    { at, length: 1 },
    code,
    `Nothing follows this sign. Write ${example}, or put the sign in quotes to search for it.`,
    { example },
  )
}
