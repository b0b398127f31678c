/** Jobs that run in this window, so that the status line can show them all and cancel each. */
import { create } from 'zustand'
import type { Input, Method, Methods, Output, Progress } from '../../shared/contract.ts'
import { corpus, type CallOptions } from './port.ts'

export type JobMethod = { [M in Method]: Methods[M]['kind'] extends 'job' ? M : never }[Method]

export interface RunningJob {
  id: number
  method: JobMethod
  progress: Progress | null
  cancel: () => void
}

export const useRunningJobs = create<{ jobs: RunningJob[] }>(() => ({ jobs: [] }))

let nextId = 1

/** Starts a job; it stands in the status line until it ends. Rejects with `job.cancelled` when it was cancelled. */
export async function runJob<M extends JobMethod>(
  method: M,
  input: Input<M>,
  { onProgress, signal }: CallOptions = {},
): Promise<Output<M>> {
  const id = nextId++
  const control = new AbortController()
  const cancel = () => control.abort()
  signal?.addEventListener('abort', cancel, { once: true })
  if (signal?.aborted) cancel()
  useRunningJobs.setState(({ jobs }) => ({ jobs: [...jobs, { id, method, progress: null, cancel }] }))
  try {
    return await corpus.call(method, input, {
      signal: control.signal,
      onProgress(progress) {
        useRunningJobs.setState(({ jobs }) => ({
          jobs: jobs.map((job) => (job.id === id ? { ...job, progress } : job)),
        }))
        onProgress?.(progress)
      },
    })
  } finally {
    signal?.removeEventListener('abort', cancel)
    useRunningJobs.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }))
  }
}
