import { Fragment, useMemo } from 'react'
import { markParts, type TextRange } from './mark-parts.ts'

/** Text with ranges marked. Always text, never HTML: posts are other people's words. */
export function HighlightedText({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  const parts = useMemo(() => markParts(text, ranges), [text, ranges])
  return parts.map((part) =>
    part.marked ? <mark key={part.at}>{part.text}</mark> : <Fragment key={part.at}>{part.text}</Fragment>,
  )
}
