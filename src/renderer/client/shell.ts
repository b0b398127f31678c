/** What the shell does for the page: windows, dialogs, settings. Rejects with a RontenError. */
import { useQuery } from '@tanstack/react-query'
import { RontenError } from '../../shared/errors.ts'
import type { ShellBridge, ShellEvent, ShellInput, ShellMethod, ShellOutput } from '../../shared/shell.ts'

declare global {
  interface Window {
    readonly ronten: ShellBridge
  }
}

export async function shell<M extends ShellMethod>(method: M, input: ShellInput<M>): Promise<ShellOutput<M>> {
  const answer = await window.ronten.call(method, input)
  if (answer.ok) return answer.output
  throw new RontenError(answer.error.code, answer.error.message, answer.error.details)
}

export function onShellEvent(listener: (event: ShellEvent) => void): () => void {
  return window.ronten.onEvent(listener)
}

/** Settings, recent corpora and versions. */
export function useShellState() {
  return useQuery<ShellOutput<'shell.state'>, RontenError>({
    queryKey: ['shell.state'],
    queryFn: () => shell('shell.state', {}),
  })
}
