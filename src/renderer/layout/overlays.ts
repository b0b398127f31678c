import { create } from 'zustand'

type Overlay = 'palette' | 'keys'

/** The one overlay that is open. */
export const useOverlay = create<{ open: Overlay | null }>(() => ({ open: null }))

export function showOverlay(open: Overlay | null): void {
  useOverlay.setState({ open })
}
