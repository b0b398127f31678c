import { stringify } from 'csv-stringify/browser/esm/sync'

/**
 * CSV by RFC 4180 with CR LF. Text cells that a spreadsheet would run as a formula (they begin with = + - @, their
 * full-width forms, a tab or a carriage return) get an apostrophe in front; numbers are no such cells.
 */
export function csvLines(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify(rows as (string | number | null)[][], {
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}

/** Spreadsheets take UTF-8 for what it is only with this in front. */
export const byteOrderMark = '\uFEFF'
