import { fold } from '../text/fold.ts'
import type { FieldNode, Operator, Span } from './ast.ts'
import * as chars from './chars.ts'
import { fieldNames, fields, isFieldName, otherNames, type FieldName } from './fields.ts'
import { checkValue, numberValue } from './field-values.ts'
import { readValue, type Value } from './lex-value.ts'
import { nearest } from './nearest.ts'
import { didYouMean, QueryProblem } from './problem.ts'

const name = /[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9０-９_＿\-－]*/y

/** `field:value` or `number>5` at `at`; `null` where a plain word begins. */
export function readField(text: string, at: number): FieldNode | null {
  name.lastIndex = at
  const typed = name.exec(text)?.[0]
  if (typed === undefined) return null
  const after = at + typed.length
  const key = fold(typed)
  if (chars.colons.includes(text[after] ?? ' ')) {
    // An address is a word: `https://…`.
    if (/^[/／]{2}/u.test(text.slice(after + 1, after + 3))) return null
    if (!isFieldName(key)) throw unknownField({ at, length: typed.length }, typed, key)
    return readColon(text, at, after + 1, key)
  }
  return readComparison(text, at, after, key, typed)
}

function unknownField(span: Span, typed: string, key: string): QueryProblem {
  const suggestion =
    (Object.hasOwn(otherNames, key) ? otherNames[key] : undefined) ?? nearest(key, fieldNames)
  const known = fieldNames.join(', ')
  return new QueryProblem(
    span,
    'unknownField',
    `There is no field called “${typed}”. The fields are: ${known}. To search for the text itself, put it in quotes.${didYouMean(suggestion)}`,
    { field: typed, known, suggestion },
  )
}

function missingValue(span: Span, field: FieldName): QueryProblem {
  return new QueryProblem(
    span,
    'missingValue',
    `“${field}” needs a value right after the sign, without a space. Put values with spaces in quotes.`,
    { field },
  )
}

function readColon(text: string, at: number, start: number, field: FieldName): FieldNode {
  const { kind } = fields[field]
  if (kind === 'number') return readNumber(text, at, start, field)
  const read = readValue(text, start, kind === 'code' ? chars.equals : '')
  if (!read) throw missingValue({ at, length: start - at }, field)
  const valueSpan = { at: start, length: read.end - start }
  const list =
    kind === 'code' ? readList(text, at, read.end, field) : { values: [], spans: [], end: read.end }
  return {
    kind: 'field',
    field,
    op: ':',
    value: checkValue(field, read.value, valueSpan),
    valueSpan,
    values: list.values,
    valueSpans: list.spans,
    at,
    length: list.end - at,
  }
}

/** `=favor,against` after the name of a code, or nothing. */
function readList(text: string, at: number, start: number, field: FieldName) {
  const values: string[] = []
  const spans: Span[] = []
  let end = start
  if (!chars.equals.includes(text[end] ?? ' ')) return { values, spans, end }
  do {
    const from = end + 1
    const item: Value | null = readValue(text, from, chars.commas)
    if (!item) throw missingValue({ at, length: from - at }, field)
    values.push(item.value)
    spans.push({ at: from, length: item.end - from })
    end = item.end
  } while (chars.commas.includes(text[end] ?? ' '))
  return { values, spans, end }
}

function operatorAt(text: string, at: number): string | null {
  chars.comparison.lastIndex = at
  return chars.comparison.exec(text)?.[0] ?? null
}

function skipSpaces(text: string, at: number): number {
  while (at < text.length && chars.isSpace(text[at]!)) at++
  return at
}

/** A number field may have spaces around its sign: `reposts > 100` would otherwise be a search for three words. */
function readComparison(
  text: string,
  at: number,
  after: number,
  key: string,
  typed: string,
): FieldNode | null {
  const isNumber = isFieldName(key) && fields[key].kind === 'number'
  const start = isNumber ? skipSpaces(text, after) : after
  const operator = operatorAt(text, start)
  if (operator === null) return null
  if (isNumber) return readNumber(text, at, start, key)
  const next = text[start + operator.length] ?? ' '
  if (isFieldName(key) && !chars.isStop(next)) {
    throw new QueryProblem(
      { at: start, length: operator.length },
      'colonExpected',
      `“${key}” takes a colon: ${key}:… To search for the text itself, put it in quotes.`,
      { field: key },
    )
  }
  if (!/[=＝]/u.test(operator[0]!) && /[0-9０-９]/u.test(next)) {
    throw unknownField({ at, length: typed.length }, typed, key)
  }
  return null
}

/** `start` is where the sign begins; after a colon there may be none, which means `=`. */
function readNumber(text: string, at: number, start: number, field: FieldName): FieldNode {
  const operator = operatorAt(text, start)
  const op: Operator = operator === null ? '=' : chars.canonicalOperator(operator)
  const from = operator === null ? start : skipSpaces(text, start + operator.length)
  const read = readValue(text, from)
  if (!read) throw missingValue({ at, length: start + (operator?.length ?? 0) - at }, field)
  const valueSpan = { at: from, length: read.end - from }
  return {
    kind: 'field',
    field,
    op,
    value: numberValue(field, read.value, valueSpan),
    valueSpan,
    values: [],
    valueSpans: [],
    at,
    length: read.end - at,
  }
}
