/** Which key decides what. Fixed by the order of the codebook, so that hands learn it: three rows of letters for the
 * first three targets, 5 to 9 for the first five themes, 1 to 4 for the marked row. */
import type { Code } from '../../../shared/model.ts'

const targetKeys = ['qwer', 'asdf', 'zxcv'] as const
const themeKeys = ['5', '6', '7', '8', '9'] as const
/** Values of the marked row. */
export const rowKeys = ['1', '2', '3', '4'] as const

/** Keys that decide at once, by code: one a value, in the order of the values; `undefined` where there is none. */
export function directKeys(codes: readonly Code[]): Map<number, readonly (string | undefined)[]> {
  const keys = new Map<number, readonly (string | undefined)[]>()
  const targets = codes.filter(({ kind }) => kind === 'target')
  const themes = codes.filter(({ kind }) => kind === 'theme')
  targets.forEach(({ id, values }, row) => keys.set(id, lettersOf(values.length, targetKeys[row])))
  themes.forEach(({ id }, place) => keys.set(id, [themeKeys[place]]))
  return keys
}

function lettersOf(count: number, letters = ''): (string | undefined)[] {
  return Array.from({ length: count }, (_, i) => letters[i])
}

/** The hint on a value's button: its own key, else its number while the row is marked. */
export function hintOf(
  direct: readonly (string | undefined)[] | undefined,
  place: number,
  isMarked: boolean,
): string | undefined {
  return direct?.[place] ?? (isMarked ? rowKeys[place] : undefined)
}

/** The row above or below; at the ends it stays. */
export function neighbour(codes: readonly Code[], marked: number | null, by: 1 | -1): number | null {
  const at = codes.findIndex(({ id }) => id === marked)
  const next = Math.min(codes.length - 1, Math.max(0, at + by))
  return codes[next]?.id ?? null
}
