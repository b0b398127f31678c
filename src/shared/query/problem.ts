import type { QueryError, Span } from './ast.ts'

/** Thrown inside the parser and turned into a value at its door; nothing outside ever sees it. */
export class QueryProblem extends Error {
  readonly error: QueryError

  constructor(span: Span, code: string, message: string, details: QueryError['details'] = {}) {
    super(message)
    this.error = { at: span.at, length: span.length, code: `query.${code}`, message, details }
  }
}

/** The sentence that follows an error where one name is near enough to be meant. */
export function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '' : ` Did you mean “${suggestion}”?`
}
