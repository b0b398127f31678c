import { useCallback } from 'react'
import { toErrorPayload } from '../../shared/errors.ts'
import type { Settings } from '../../shared/shell.ts'
import { shell } from '../client/shell.ts'
import { useWork, work } from '../state/store.ts'
import { showError } from '../state/toasts.ts'

/** Shown at once, kept by the shell. */
export function useChangeSettings(): (patch: Partial<Settings>) => void {
  return useCallback((patch) => {
    work.settingsChanged({ ...useWork.getState().settings, ...patch })
    shell('shell.setSettings', patch).then(work.settingsChanged, (error: unknown) =>
      showError(toErrorPayload(error)),
    )
  }, [])
}
