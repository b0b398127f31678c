import { useMemo } from 'react'
import { HighlightedText } from '../../ui/index.ts'
import { rangesOf, type Term } from './highlight.ts'
import './post.css'

interface PostTextProps {
  text: string
  terms?: readonly Term[]
  /** Six lines at most, as lists show it. */
  clamp?: boolean
}

const none: readonly Term[] = []

/** Other people's words: text and never HTML, each in its own direction so that no sign in it turns the page around. */
export function PostText({ text, terms = none, clamp }: PostTextProps) {
  const ranges = useMemo(() => rangesOf(text, terms), [text, terms])
  return (
    <p className={`post-text post-words ${clamp ? 'post-words--clamped' : ''}`} dir="auto">
      <HighlightedText text={text} ranges={ranges} />
    </p>
  )
}
