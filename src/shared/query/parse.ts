/**
 * The grammar of the query language, by recursive descent:
 *
 *     query = [ or ]                                nothing at all is everything
 *     or    = and { ( "OR" | "|" ) and }
 *     and   = unary { [ "AND" ] unary }             so AND binds tighter than OR
 *     unary = ( "-" | "NOT" ) unary | "(" or ")" | term
 *     term  = word | "phrase" | #hashtag | @handle | field:value | number>5
 */
import type { GroupNode, QueryError, QueryNode, Span } from './ast.ts'
import { lex, type Token } from './lex.ts'
import { QueryProblem } from './problem.ts'

export type ParseResult = { ok: true; ast: QueryNode } | { ok: false; error: QueryError }

/** Deeper than anybody writes; SQLite's parser and ours both have an end. */
const deepest = 60

/** Never throws; an error always points at characters inside the text. */
export function parseQuery(text: string): ParseResult {
  try {
    return { ok: true, ast: new Parser(lex(text)).query() }
  } catch (problem) {
    if (problem instanceof QueryProblem) return { ok: false, error: problem.error }
    throw problem
  }
}

class Parser {
  private readonly tokens: Token[]
  private next = 0
  private depth = 0

  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  query(): QueryNode {
    if (this.tokens.length === 0) return { kind: 'and', items: [], at: 0, length: 0 }
    const node = this.or()
    const rest = this.tokens[this.next]
    if (!rest) return node
    throw new QueryProblem(
      rest,
      'unexpectedClose',
      'This parenthesis closes nothing. Remove it, or open one before. To search for the sign, put it in quotes.',
    )
  }

  private or(): QueryNode {
    const items = [this.and()]
    while (this.tokens[this.next]?.type === 'or') {
      this.next++
      items.push(this.and())
    }
    return group('or', items)
  }

  private and(): QueryNode {
    const items = [this.unary()]
    for (;;) {
      const token = this.tokens[this.next]
      if (!token || token.type === 'or' || token.type === 'close') return group('and', items)
      if (token.type === 'and') this.next++
      items.push(this.unary())
    }
  }

  private unary(): QueryNode {
    const token = this.tokens[this.next]
    if (!token || token.type === 'or' || token.type === 'and' || token.type === 'close') {
      throw this.operandMissing(token)
    }
    this.next++
    if (token.type === 'term') return token.node!
    if (++this.depth > deepest) {
      throw new QueryProblem(
        token,
        'tooDeep',
        `Parentheses and minuses are nested more than ${deepest} deep here. Write the query flatter, or keep a part of it as a topic.`,
        { most: deepest },
      )
    }
    const node = token.type === 'not' ? this.not(token) : this.group(token)
    this.depth--
    return node
  }

  private not(token: Token): QueryNode {
    const item = this.unary()
    return { kind: 'not', item, at: token.at, length: item.at + item.length - token.at }
  }

  private group(open: Token): QueryNode {
    const first = this.tokens[this.next]
    if (first?.type === 'close') {
      const span = { at: open.at, length: first.at + first.length - open.at }
      throw new QueryProblem(
        span,
        'emptyGroup',
        'There is nothing between these parentheses. Write a condition there, or remove them.',
      )
    }
    if (!first) throw unclosed(open)
    const node = this.or()
    const close = this.tokens[this.next++]
    if (!close) throw unclosed(open)
    return { ...node, at: open.at, length: close.at + close.length - open.at }
  }

  /** The operator that lacks a side is what is wrong, not the end of the text after it. */
  private operandMissing(token: Token | undefined): QueryProblem {
    const before = this.tokens[this.next - 1]
    const culprit = before && before.type !== 'open' && before.type !== 'term' ? before : (token ?? before)!
    if (culprit.type === 'close') {
      return new QueryProblem(
        culprit,
        'unexpectedClose',
        'This parenthesis closes nothing. Remove it, or open one before. To search for the sign, put it in quotes.',
      )
    }
    const operator = culprit.type === 'not' ? 'NOT' : culprit.type === 'and' ? 'AND' : 'OR'
    return new QueryProblem(
      culprit,
      'missingOperand',
      `${operator} needs a condition on ${operator === 'NOT' ? 'its right' : 'both sides'}. To search for the word itself, put it in quotes.`,
      { operator },
    )
  }
}

function unclosed(open: Span): QueryProblem {
  return new QueryProblem(
    { at: open.at, length: open.length },
    'unclosedGroup',
    'The parenthesis that opens here is never closed. Add ) at its end. To search for the sign, put it in quotes.',
  )
}

function group(kind: GroupNode['kind'], items: QueryNode[]): QueryNode {
  if (items.length === 1) return items[0]!
  const last = items.at(-1)!
  return { kind, items, at: items[0]!.at, length: last.at + last.length - items[0]!.at }
}
