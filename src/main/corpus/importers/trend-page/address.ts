/** Addresses of the site: `/word/<id>/{hourly|daily|weekly}?t=<unix>`. `t` is not the time of the snapshot. */
import type { ParsedSnapshot } from '../importer.ts'
import type { Line, Range } from './lines.ts'

const onSite = /https?:\/\/[^\s<>"]{1,200}\/word\/\d{1,20}\/(?:hourly|daily|weekly)[^\s<>"]{0,200}/
const named = /(?:^|[\\/])(hourly|daily|weekly)_(\d{1,20})_t(\d{1,20})(?:\.[a-z]{1,8}){0,2}$/i
const spans = { hourly: 'hour', daily: 'day', weekly: 'week' } as const

/** An address in the lines that stand between pages: people paste it above the text. */
export function addressAmong(lines: readonly Line[], { from, until }: Range): string | null {
  for (let i = until - 1; i >= from; i--) {
    const found = onSite.exec(lines[i]!.raw.slice(0, 1000))
    if (found) return found[0]
  }
  return null
}

/** `hourly_878443_t1763708400.txt` was named after the address; without its host, which the name does not tell. */
export function addressFromName(name: string): string | null {
  const found = named.exec(name.slice(-200))
  return found && `/word/${found[2]}/${found[1]!.toLowerCase()}?t=${found[3]}`
}

export function spanOf(address: string | null): ParsedSnapshot['span'] {
  const found = /\/word\/\d{1,20}\/(hourly|daily|weekly)\b/.exec(address ?? '')
  return found ? spans[found[1] as keyof typeof spans] : null
}
