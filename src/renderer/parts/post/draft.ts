import { useEffect, useRef, useState } from 'react'
import { toErrorPayload, type ErrorPayload } from '../../../shared/errors.ts'
import { call } from '../../client/port.ts'

/**
 * A memo while it is written; `draft` is `null` where nothing differs from what is saved. The error of a failed saving
 * stays until one succeeds, so that what is offered against it does not vanish while it is used.
 */
export function useDraft(postId: number, saved: string) {
  const [draft, setDraft] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<ErrorPayload | null>(null)
  const sent = useRef<string | null>(null)
  const latest = useRef({ draft, saved })
  // What was sent is saved now: the field follows the corpus again, also through undo.
  if (draft !== null && draft === saved) setDraft(null)

  const save = () => {
    if (latest.current.draft === null) return
    const text = latest.current.draft.trim() === '' ? '' : latest.current.draft
    if (sent.current === text) return
    setDraft(text)
    if (text === latest.current.saved) return
    sent.current = text
    setPending(true)
    call('memos.put', { postId, text })
      .then(
        () => setError(null),
        (thrown: unknown) => setError(toErrorPayload(thrown)),
      )
      .finally(() => {
        sent.current = null
        setPending(false)
      })
  }
  useEffect(() => {
    latest.current = { draft, saved }
  })
  // Another post, another view: no blur comes any more.
  const last = useRef(save)
  useEffect(() => {
    last.current = save
  })
  useEffect(() => () => last.current(), [])
  return { draft, setDraft, save, pending, error }
}
