import type { Snapshot } from '../../../shared/model.ts'

export type SortKey = 'captured' | 'zone' | 'span' | 'topic' | 'observations' | 'reported' | 'file'
export interface Sort {
  by: SortKey
  descending: boolean
}

const spans: Record<string, number> = { hour: 1, day: 2, week: 3 }

const values: Record<SortKey, (row: Snapshot) => string | number | null> = {
  captured: (row) => row.capturedFromMs,
  zone: (row) => row.timeZone,
  span: (row) => (row.span ? spans[row.span]! : null),
  topic: (row) => row.topic,
  observations: (row) => row.observations,
  reported: (row) => row.reportedPostCount,
  file: (row) => row.fileName,
}

/** Unknown values stand last, whichever way the rest is sorted; equal ones by time of capture. */
export function sortSnapshots(
  rows: readonly Snapshot[],
  { by, descending }: Sort,
  locale: string,
): Snapshot[] {
  const collator = new Intl.Collator(locale, { numeric: true })
  const sign = descending ? -1 : 1
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
  return [...rows].sort((a, b) => {
    const x = values[by](a)
    const y = values[by](b)
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a.id - b.id
    return sign * compare(x, y) || (a.capturedFromMs ?? 0) - (b.capturedFromMs ?? 0) || a.id - b.id
  })
}

const countsFirst = new Set<SortKey>(['captured', 'observations', 'reported'])

/** The same column turns round; another begins with what is asked for most: the newest, the largest, the first of the alphabet. */
export function nextSort(sort: Sort, by: SortKey): Sort {
  return { by, descending: sort.by === by ? !sort.descending : countsFirst.has(by) }
}
