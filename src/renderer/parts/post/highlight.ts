/**
 * Where the filter's words stand in a text as it is shown. The search reads folded text (full and half width alike, 倭国 as
 * 日本), so the text is folded here too, with the way back to its own letters kept.
 */
import type { QueryNode } from '../../../shared/query/ast.ts'
import { hashtagLetter } from '../../../shared/query/chars.ts'
import { parseQuery } from '../../../shared/query/parse.ts'
import { variantRules } from '../../../shared/text/fold.ts'
import type { TextRange } from '../../ui/mark-parts.ts'

/** A folded text; code unit `i` of it was written by `starts[i]` to `ends[i]` of the text as shown. */
export interface FoldedText {
  folded: string
  starts: number[]
  ends: number[]
}

export interface Term {
  /** Folded; a hashtag or handle with its sign. */
  value: string
  /** What may not follow: `#abc` is not in `#abcd`. */
  notBefore?: RegExp
}

/** Posts are short; what is longer than this is somebody's attack, and its end is shown without marks. */
const longest = 20_000
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const plain = /^[\t\n\r -~\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]*$/u
const handleLetter = /[a-z0-9_]/u

/** Folded as `fold` does, every run of white space one plain space. `O(n)` in the length of the text. */
export function foldWithOffsets(text: string): FoldedText {
  const out: FoldedText = { folded: '', starts: [], ends: [] }
  const shown = text.slice(0, longest)
  const push = (part: string, start: number) => {
    const folded = foldPart(part)
    for (let i = 0; i < folded.length; i++) {
      out.starts.push(start)
      out.ends.push(start + part.length)
    }
    out.folded += folded
  }
  if (plain.test(shown)) Array.from(shown, (letter, i) => push(letter, i))
  else for (const { segment, index } of graphemes.segment(shown)) push(segment, index)
  return withVariants(withOneSpace(out))
}

function foldPart(part: string): string {
  return part.normalize('NFKC').toLowerCase().normalize('NFKC')
}

function withOneSpace({ folded, starts, ends }: FoldedText): FoldedText {
  const out: FoldedText = { folded: '', starts: [], ends: [] }
  for (let i = 0; i < folded.length; i++) {
    const isSpace = /\s/u.test(folded[i]!)
    if (isSpace && out.folded.endsWith(' ')) {
      out.ends[out.ends.length - 1] = ends[i]!
      continue
    }
    out.folded += isSpace ? ' ' : folded[i]
    out.starts.push(starts[i]!)
    out.ends.push(ends[i]!)
  }
  return out
}

/** Each letter of what is read stands for the whole of what was written: 日 marks 倭国. */
function withVariants(text: FoldedText): FoldedText {
  let { folded, starts, ends } = text
  for (const { from, to } of variantRules) {
    for (let at = folded.indexOf(from); at >= 0; at = folded.indexOf(from, at + to.length)) {
      const until = at + from.length
      const fill = (value: number) => Array.from({ length: to.length }, () => value)
      starts = [...starts.slice(0, at), ...fill(starts[at]!), ...starts.slice(until)]
      ends = [...ends.slice(0, at), ...fill(ends[until - 1]!), ...ends.slice(until)]
      folded = folded.slice(0, at) + to + folded.slice(until)
    }
  }
  return { folded, starts, ends }
}

/** What a filter asks a text to contain. What it excludes, and fields, mark nothing. */
export function termsOf(queryText: string): Term[] {
  const parsed = parseQuery(queryText)
  return parsed.ok ? collect(parsed.ast).filter(({ value }) => /[^\s#@]/u.test(value)) : []
}

function collect(node: QueryNode): Term[] {
  const folded = (value: string) => foldWithOffsets(value).folded.trim()
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.items.flatMap(collect)
    case 'text':
    case 'phrase':
      return [{ value: folded(node.value) }]
    case 'hashtag':
      return [{ value: `#${folded(node.value)}`, notBefore: hashtagLetter }]
    case 'handle':
      return [{ value: `@${folded(node.value)}`, notBefore: handleLetter }]
    default:
      return []
  }
}

/** Ranges of the text as shown; they may overlap. */
export function rangesOf(text: string, terms: readonly Term[]): TextRange[] {
  if (terms.length === 0) return []
  const { folded, starts, ends } = foldWithOffsets(text)
  const ranges: TextRange[] = []
  for (const { value, notBefore } of terms) {
    for (let at = folded.indexOf(value); at >= 0; at = folded.indexOf(value, at + 1)) {
      const after = at + value.length
      if (
        notBefore &&
        after < folded.length &&
        notBefore.test(String.fromCodePoint(folded.codePointAt(after)!))
      )
        continue
      ranges.push({ start: starts[at]!, end: ends[after - 1]! })
    }
  }
  return ranges
}
