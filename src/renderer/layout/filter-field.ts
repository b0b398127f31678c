import { useEffect, useRef, useState } from 'react'
import { useCorpus } from '../client/hooks.ts'
import { useTimeZone } from '../state/filter.ts'
import { useWork, work } from '../state/store.ts'

const pauseMs = 250

/** Text as it is typed; it becomes the filter after a pause, if it can be read. Half-composed text is left alone. */
export function useFilterField() {
  const filter = useWork((state) => state.filter)
  const timeZone = useTimeZone()
  const [draft, setDraft] = useState(filter)
  // Only what was typed here may move the filter: what came from elsewhere is the filter already, and sending it back
  // while another change is on its way would set the two chasing each other.
  const [{ asked, typed }, setAsking] = useState({ asked: filter, typed: false })
  const setAsked = (text: string) => setAsking({ asked: text, typed: true })
  const composing = useRef(false)

  useEffect(() => {
    setDraft(filter)
    setAsking({ asked: filter, typed: false })
  }, [filter])
  useEffect(() => {
    if (draft === asked || composing.current) return
    const timer = setTimeout(() => setAsked(draft), pauseMs)
    return () => clearTimeout(timer)
  }, [draft, asked])

  const check = useCorpus('query.check', { query: asked, timeZone }, { keepPrevious: true })
  const answered = check.data !== undefined && !check.isPlaceholderData
  const error = answered && asked === draft ? check.data.error : null
  useEffect(() => {
    if (typed && answered && asked === draft && !check.data.error) work.filterBy(asked)
    // oxlint-disable-next-line react/exhaustive-deps -- only news from the check moves the filter
  }, [answered, check.data, asked])

  return {
    draft,
    error,
    setDraft,
    /** Enter: without waiting for the pause. */
    commit: () => setAsked(draft),
    clear: () => {
      setDraft('')
      work.filterBy('')
    },
    onCompositionStart: () => (composing.current = true),
    onCompositionEnd: (text: string) => {
      composing.current = false
      setDraft(text)
      setTimeout(() => setAsked(text), pauseMs)
    },
  }
}
