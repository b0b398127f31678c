/** Where this coder is in the queue, and how they work; kept while other views are open. */
import { create } from 'zustand'

export interface Place {
  /** Corpus and filter: in another one the queue starts anew. */
  key: string
  /** `null`: the end of the queue. */
  postId: number | null
}

interface CodingState {
  place: Place | null
  /** Posts before this one, the latest last. */
  trail: number[]
  uncodedOnly: boolean
  autoAdvance: boolean
  /** Code of the marked row; `null`: the first one. */
  marked: number | null
  /** What has just been chosen, to be seen before it is written and the next post comes. */
  flash: { postId: number; codeId: number; value: string } | null
  finding: boolean
  /** The codebook shows what codes mean instead of their values: no key decides then. */
  editing: boolean
}

export const useCoding = create<CodingState>(() => ({
  place: null,
  trail: [],
  uncodedOnly: true,
  autoAdvance: true,
  marked: null,
  flash: null,
  finding: false,
  editing: false,
}))

const longestTrail = 500

/** Goes to a post; `forget` leaves no trace of the one before. */
export function goTo(place: Place, { forget = false } = {}): void {
  useCoding.setState((state) => {
    const from = state.place?.key === place.key ? state.place.postId : null
    if (state.place?.key === place.key && from === place.postId) return state
    const trail = state.place?.key === place.key ? state.trail : []
    const kept = from === null || forget ? trail : [...trail, from].slice(-longestTrail)
    return { place, trail: kept, marked: null, flash: null }
  })
}

/** The post before in the trail, taken off it. */
export function popTrail(): number | undefined {
  const { trail } = useCoding.getState()
  useCoding.setState({ trail: trail.slice(0, -1) })
  return trail.at(-1)
}

let tasks: Promise<unknown> = Promise.resolve()

/** One after the other: a decision is written before the next post is drawn, however fast the keys come. */
export function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const done = tasks.then(task)
  tasks = done.catch(() => undefined)
  return done
}
