/**
 * The import under way in this window: what was chosen, what was understood of it, what was written. It outlives the
 * view, so that looking at the posts in between loses nothing.
 */
import { create } from 'zustand'
import type { Input, Output, PreviewFile, Progress } from '../../../shared/contract.ts'
import { toErrorPayload, type ErrorPayload } from '../../../shared/errors.ts'
import type { GrantedFile } from '../../../shared/shell.ts'
import { runJob } from '../../client/jobs.ts'
import { corpus } from '../../client/port.ts'

export type ImportResult = Output<'imports.run'>
interface Source {
  files: GrantedFile[]
  pasted: string | null
}

interface ImportState {
  running: 'preview' | 'run' | null
  progress: Progress | null
  source: Source | null
  /** `auto`, or what the person says it is. */
  encoding: string
  preview: PreviewFile[] | null
  error: ErrorPayload | null
  result: ImportResult | null
  /** The field for pasted text is open. */
  pasting: boolean
}

const idle: ImportState = {
  running: null,
  progress: null,
  source: null,
  encoding: 'auto',
  preview: null,
  error: null,
  result: null,
  pasting: false,
}

export const useImport = create<ImportState>(() => idle)
const set = useImport.setState
let control: AbortController | null = null

function inputOf({ source, encoding }: Pick<ImportState, 'source' | 'encoding'>): Input<'imports.run'> {
  return {
    files: source?.files.map((file) => file.token) ?? [],
    ...(source?.pasted ? { pasted: source.pasted } : {}),
    ...(encoding === 'auto' ? {} : { encoding }),
  }
}

/** Runs one job at a time; what an older one still says is not heard any more. */
async function follow<M extends 'imports.preview' | 'imports.run'>(
  method: M,
  running: 'preview' | 'run',
  done: (output: Output<M>) => Partial<ImportState>,
): Promise<void> {
  control?.abort()
  const own = new AbortController()
  control = own
  const tell = (patch: Partial<ImportState>) => void (control === own && set(patch))
  set({ running, progress: null, error: null, result: null })
  try {
    const output = await runJob(method, inputOf(useImport.getState()) as Input<M>, {
      signal: own.signal,
      onProgress: (progress) => tell({ progress }),
    })
    tell({ running: null, progress: null, ...done(output) })
  } catch (thrown) {
    const error = toErrorPayload(thrown)
    const cancelled = error.code === 'job.cancelled'
    // A preview that was stopped leaves nothing; an import that was stopped leaves its preview.
    tell({ running: null, progress: null, error: cancelled ? null : error })
    if (cancelled && running === 'preview' && !useImport.getState().preview) tell({ source: null })
  }
}

function read(source: Source, encoding: string): void {
  const same = useImport.getState().source === source
  set({ source, encoding, ...(same ? {} : { preview: null }) })
  void follow('imports.preview', 'preview', ({ files }) => ({ preview: files }))
}

export const importing = {
  readFiles(files: GrantedFile[]) {
    if (!files.length) return
    set({ pasting: false })
    read({ files, pasted: null }, 'auto')
  },
  readText(pasted: string) {
    if (pasted.trim()) read({ files: [], pasted }, 'auto')
  },
  readAs(encoding: string) {
    const { source } = useImport.getState()
    if (source) read(source, encoding)
  },
  run: () => follow('imports.run', 'run', (result) => ({ ...idle, result })),
  /** Stops the running job. */
  stop: () => control?.abort(),
  /** Nothing was written, nothing is kept. */
  discard() {
    control?.abort()
    control = null
    set(idle)
  },
  paste: (pasting: boolean) => set({ pasting, result: null }),
  closeResult: () => set({ result: null }),
}

corpus.onPort(() => importing.discard())
