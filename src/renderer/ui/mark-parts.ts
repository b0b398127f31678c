/** Offsets in UTF-16 code units, as the query language points and as `String.slice` counts; `end` is not included. */
export interface TextRange {
  start: number
  end: number
}

export interface TextPart {
  at: number
  text: string
  marked: boolean
}

/** Cuts a text at its ranges; those that overlap, touch or leave the text are put right. */
export function markParts(text: string, ranges: readonly TextRange[]): TextPart[] {
  const sorted = ranges
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  const parts: TextPart[] = []
  const push = (start: number, end: number, marked: boolean) => {
    if (start < end) parts.push({ at: start, text: text.slice(start, end), marked })
  }
  let at = 0
  for (let i = 0; i < sorted.length;) {
    const { start } = sorted[i]!
    let { end } = sorted[i]!
    for (i++; i < sorted.length && sorted[i]!.start <= end; i++) end = Math.max(end, sorted[i]!.end)
    push(at, start, false)
    push(start, end, true)
    at = end
  }
  push(at, text.length, false)
  return parts
}
