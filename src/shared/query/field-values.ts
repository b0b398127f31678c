import { foldSpaces } from '../text/fold.ts'
import { parseInstant } from '../time/instants.ts'
import type { Span } from './ast.ts'
import { fields, type FieldName } from './fields.ts'
import { nearest } from './nearest.ts'
import { didYouMean, QueryProblem } from './problem.ts'

/** The value in its canonical form, or a problem with it that needs no corpus to be seen. */
export function checkValue(field: FieldName, value: string, span: Span): string {
  const { kind, choices } = fields[field]
  if (kind === 'choice') return choiceValue(field, choices ?? [], value, span)
  if (kind === 'date') return dateValue(field, value, span)
  if (kind === 'ids' || (kind === 'idsOrName' && idList(value) !== null)) return idsValue(field, value, span)
  return value
}

function choiceValue(field: FieldName, choices: readonly string[], value: string, span: Span): string {
  const folded = foldSpaces(value)
  if (choices.includes(folded)) return folded
  const suggestion = nearest(folded, choices)
  const known = choices.join(', ')
  throw new QueryProblem(
    span,
    'unknownChoice',
    `“${field}:” cannot be “${value}”. It can be: ${known}.${didYouMean(suggestion)}`,
    { field, value, known, suggestion },
  )
}

function dateValue(field: FieldName, value: string, span: Span): string {
  // Whether a date exists does not depend on the zone or on today; which instants it covers is decided on compiling.
  if (parseInstant(value, { timeZone: 'UTC', nowMs: 0 })) return value.normalize('NFKC').trim()
  throw new QueryProblem(
    span,
    'badDate',
    `“${value}” is not a date that “${field}:” can read. Write 2025, 2025-12, 2025-12-12, 2025-12-12T18:00, or today, yesterday, this-week, last-week, this-month, last-month, this-year, last-year.`,
    { field, value },
  )
}

/** `3` or `3,4,5`, in whatever width; `null` where it is something else. */
function idList(value: string): string[] | null {
  const ids = value
    .normalize('NFKC')
    .split(/[,、]/u)
    .map((id) => id.trim())
  return ids.every((id) => /^\d{1,15}$/u.test(id)) ? ids.map((id) => String(Number(id))) : null
}

function idsValue(field: FieldName, value: string, span: Span): string {
  const ids = idList(value)
  if (ids) return ids.join(',')
  throw new QueryProblem(
    span,
    'badId',
    `“${field}:” takes the number that Ronten shows for it, or several with commas: ${field}:12 or ${field}:12,15. “${value}” is not a number.`,
    { field, value },
  )
}

export function numberValue(field: FieldName, value: string, span: Span): string {
  const digits = value.normalize('NFKC').replaceAll(',', '').trim()
  if (/^\d{1,15}$/u.test(digits)) return String(Number(digits))
  throw new QueryProblem(
    span,
    'badNumber',
    `“${value}” is not a whole number. Write, for example, ${field}>100.`,
    { field, value },
  )
}
