/** What the terminal's commands share: their form, the options of every filter, and the words for wrong ones. */
import type { Input, Method, Output } from '../../shared/contract.ts'

export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>
export type Values = Record<string, string | boolean | undefined>

export interface Result {
  output: unknown
  text: string
  exitCode?: number
}

export interface Command {
  /** Shown by `--help`: what it takes, what it does. */
  usage: string
  about: string
  options: Record<string, { type: 'string' | 'boolean' }>
  /** Help of each option. */
  help: Record<string, string>
  /** Makes the corpus where there is none. */
  creates?: boolean
  /** What is wrong with the words of the call, or null. */
  check(values: Values, positionals: string[]): string | null
  run(call: Call, values: Values, positionals: string[]): Promise<Result>
}

export const string = { type: 'string' } as const
const systemZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

export const filterOptions = { query: string, 'time-zone': string }
export const filterHelp = {
  query: 'filter in the query language, e.g. "日米同盟 -#tag since:2025-12"; without it, everything',
  'time-zone': 'time zone of dates and buckets, e.g. Asia/Tokyo; without it, that of the corpus',
}

export async function filterOf(call: Call, values: Values) {
  const timeZone =
    (values['time-zone'] as string | undefined) ?? (await call('corpus.info', {})).timeZone ?? systemZone()
  return { query: (values.query as string | undefined) ?? '', timeZone }
}

export function noPositionals(_values: Values, positionals: string[]): string | null {
  return positionals.length ? `“${positionals[0]}” is one word too many` : null
}

export function badChoice(values: Values, name: string, choices: readonly string[]): string | null {
  const value = values[name]
  return value === undefined || choices.includes(String(value))
    ? null
    : `--${name} must be one of ${choices.join(', ')}`
}

export function badNumber(values: Values, name: string): string | null {
  const value = values[name]
  return value === undefined || /^\d{1,9}$/.test(String(value)) ? null : `--${name} must be a whole number`
}

export const firstOf = (...problems: (string | null)[]): string | null =>
  problems.find((each) => each !== null) ?? null

export const numberOf = (values: Values, name: string, otherwise: number): number =>
  values[name] === undefined ? otherwise : Number(values[name])

/** Drops what was not given, so that the contract's own defaults hold. */
export function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
