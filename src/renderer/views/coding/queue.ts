import { useCallback, useEffect, useState } from 'react'
import { toErrorPayload, type ErrorPayload } from '../../../shared/errors.ts'
import { useCorpus } from '../../client/hooks.ts'
import { call } from '../../client/port.ts'
import { useFilter } from '../../state/filter.ts'
import { useWork, work } from '../../state/store.ts'
import { goTo, popTrail, useCoding, type Place } from './state.ts'

export interface Queue {
  filter: { query: string; timeZone: string }
  key: string | null
  /** `null` until the first post is known. */
  place: Place | null
  error: ErrorPayload | null
  retry: () => void
  /** Away from this post, if it is still the one at hand. */
  forward: (from: number | null) => Promise<void>
  back: () => Promise<void>
  open: (postId: number) => void
  /** From the start again. */
  restart: () => Promise<void>
}

/** The filter's posts, oldest first, and the one at hand. */
export function useQueue(): Queue {
  const filter = useFilter()
  const corpus = useCorpus('corpus.info', {}).data?.id
  const key = corpus === undefined ? null : `${corpus}\n${filter.timeZone}\n${filter.query}`
  const stored = useCoding((state) => state.place)
  const place = stored !== null && stored.key === key ? stored : null
  const steps = useSteps(filter, key)
  const { error, retry } = useStart(key, place, steps.restart)
  return { filter, key, place, error, retry, ...steps }
}

function useSteps(filter: Queue['filter'], key: string | null) {
  const restart = useCallback(async () => {
    if (key === null) return
    const { uncodedOnly } = useCoding.getState()
    const { postId } = await call('codings.next', {
      ...filter,
      from: null,
      direction: 'forward',
      uncodedOnly,
    })
    goTo({ key, postId })
  }, [filter, key])
  const forward = useCallback(
    async (from: number | null) => {
      const { place, uncodedOnly } = useCoding.getState()
      if (key === null || from === null || place?.key !== key || place.postId !== from) return
      const { postId } = await call('codings.next', { ...filter, from, direction: 'forward', uncodedOnly })
      goTo({ key, postId })
    },
    [filter, key],
  )
  const back = useCallback(async () => {
    const { place } = useCoding.getState()
    if (key === null || place?.key !== key) return
    const before = popTrail()
    if (before !== undefined) return goTo({ key, postId: before }, { forget: true })
    if (place.postId === null) return
    const step = { from: place.postId, direction: 'back', uncodedOnly: false } as const
    const { postId } = await call('codings.next', { ...filter, ...step })
    if (postId !== null) goTo({ key, postId }, { forget: true })
  }, [filter, key])
  const open = useCallback((postId: number) => void (key !== null && goTo({ key, postId })), [key])
  return { restart, forward, back, open }
}

/** The post selected in another view, else the first of the queue. Nothing stays selected: the inspector would show
 * what other coders decided. */
function useStart(key: string | null, place: Place | null, restart: () => Promise<void>) {
  const selected = useWork((state) => state.selectedPost)
  const [error, setError] = useState<ErrorPayload | null>(null)
  const [attempt, setAttempt] = useState(0)
  const missing = place === null
  useEffect(() => {
    if (key === null) return
    if (selected !== null) {
      goTo({ key, postId: selected })
      work.select(null)
    } else if (missing) {
      restart().then(
        () => setError(null),
        (thrown: unknown) => setError(toErrorPayload(thrown)),
      )
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- an attempt is a reason of its own
  }, [key, selected, missing, restart, attempt])
  return { error, retry: () => setAttempt((n) => n + 1) }
}

/** Where a post stands among the filter's posts; `null` while unknown. */
export function usePosition(filter: Queue['filter'], postId: number | null) {
  const step = { ...filter, uncodedOnly: false }
  const before = useCorpus(
    'codings.next',
    { ...step, from: postId, direction: 'back' },
    { enabled: postId !== null },
  ).data
  const here = useCorpus(
    'codings.next',
    { ...step, from: before?.postId ?? null, direction: 'forward' },
    { enabled: before !== undefined, keepPrevious: true },
  )
  if (!here.data || here.isPlaceholderData || postId === null) return null
  return { ...here.data, isFirst: before?.postId === null, inFilter: here.data.postId === postId }
}
