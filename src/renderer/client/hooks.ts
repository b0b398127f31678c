import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input, Method, Methods, Output, Progress } from '../../shared/contract.ts'
import { RontenError, toErrorPayload, type ErrorPayload } from '../../shared/errors.ts'
import { showError } from '../state/toasts.ts'
import type { QueryMethod } from './dependencies.ts'
import { runJob, type JobMethod } from './jobs.ts'
import { call } from './port.ts'

interface QueryOptions {
  /** `false`: not asked yet. */
  enabled?: boolean
  /** Shows the answer to the previous input until the new one is here. */
  keepPrevious?: boolean
}

/** The answer to a query; asked again when a change touches what it reads. `error` is a RontenError. */
export function useCorpus<M extends QueryMethod>(
  method: M,
  input: Input<M>,
  { enabled = true, keepPrevious = false }: QueryOptions = {},
): UseQueryResult<Output<M>, RontenError> {
  return useQuery<Output<M>, RontenError>({
    queryKey: [method, input],
    queryFn: ({ signal }) => call(method, input, signal),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  })
}

type MutationMethod = { [M in Method]: Methods[M]['kind'] extends 'mutation' ? M : never }[Method]

export interface Mutation<M extends MutationMethod> {
  /** `undefined` when it failed: the person has been told by then, and `error` says why. */
  run: (input: Input<M>) => Promise<Output<M> | undefined>
  pending: boolean
  error: ErrorPayload | null
  clearError: () => void
}

/** A change. Failures are told in a toast, unless `quiet`: then the caller shows `error` where it belongs. */
export function useMutate<M extends MutationMethod>(method: M, { quiet = false } = {}): Mutation<M> {
  const [pending, setPending] = useState(0)
  const [error, setError] = useState<ErrorPayload | null>(null)
  const run = useCallback(
    async (input: Input<M>) => {
      setPending((n) => n + 1)
      setError(null)
      try {
        return await call(method, input)
      } catch (thrown) {
        setError(toErrorPayload(thrown))
        if (!quiet) showError(toErrorPayload(thrown))
        return undefined
      } finally {
        setPending((n) => n - 1)
      }
    },
    [method, quiet],
  )
  return { run, pending: pending > 0, error, clearError: useCallback(() => setError(null), []) }
}

export interface Job<M extends JobMethod> {
  start: (input: Input<M>) => Promise<Output<M> | undefined>
  cancel: () => void
  running: boolean
  progress: Progress | null
  result: Output<M> | null
  /** `null` after a cancellation, which is no error. */
  error: ErrorPayload | null
  reset: () => void
}

interface JobState<M extends JobMethod> {
  running: boolean
  progress: Progress | null
  result: Output<M> | null
  error: ErrorPayload | null
}
const idle = { running: false, progress: null, result: null, error: null }

/** A job of this component. Starting it again cancels the one before; leaving the view lets it run on, see status line. */
export function useJob<M extends JobMethod>(method: M, { cancelOnUnmount = false } = {}): Job<M> {
  const [state, setState] = useState<JobState<M>>(idle)
  const control = useRef<AbortController | null>(null)
  const cancel = useCallback(() => control.current?.abort(), [])
  useEffect(() => (cancelOnUnmount ? cancel : undefined), [cancelOnUnmount, cancel])
  const start = useCallback(
    async (input: Input<M>) => {
      control.current?.abort()
      const own = new AbortController()
      control.current = own
      const set = (next: Partial<JobState<M>>) => {
        if (control.current === own) setState((before) => ({ ...before, ...next }))
      }
      setState({ ...idle, running: true })
      try {
        const result = await runJob(method, input, {
          signal: own.signal,
          onProgress: (progress) => set({ progress }),
        })
        set({ running: false, result })
        return result
      } catch (thrown) {
        const error = toErrorPayload(thrown)
        set({ running: false, progress: null, error: error.code === 'job.cancelled' ? null : error })
        return undefined
      }
    },
    [method],
  )
  const reset = useCallback(() => setState(idle), [])
  return { start, cancel, reset, ...state }
}
