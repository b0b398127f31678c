/** Keys as the registry writes them: `Mod+Shift+Z`, `j`, `?`, `ArrowDown`. `Mod` is Ctrl, on a Mac Cmd. */

export const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)

export interface KeyPress {
  key: string
  code?: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Whether an event is the keys. Shift is compared only where the key alone does not already tell: `?` is Shift+/. */
export function matchesKeys(keys: string, event: KeyPress, mac = isMac): boolean {
  const { key, modifiers } = split(keys)
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  if (mod !== modifiers.has('Mod') || other || event.altKey !== modifiers.has('Alt')) return false
  const named = key.length > 1 || /[a-z]/i.test(key)
  if (named && event.shiftKey !== modifiers.has('Shift')) return false
  // Digits by their place too: on a French keyboard the top row types them only with Shift.
  if (/^[0-9]$/.test(key) && event.code === `Digit${key}`) return true
  return event.key.toLowerCase() === key.toLowerCase()
}

function split(keys: string): { key: string; modifiers: Set<string> } {
  const parts = keys.split(/\+(?=.)/)
  const key = parts.pop() ?? ''
  return { key: key === 'Space' ? ' ' : key, modifiers: new Set(parts) }
}

const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: 'Enter',
  Escape: 'Esc',
  Backspace: '⌫',
}

/** As people read them on this machine: `['Ctrl', 'Z']`, `['⌘', 'Z']`. */
export function keyNames(keys: string, mac = isMac): string[] {
  const { key, modifiers } = split(keys)
  const names = [...modifiers].map((each) =>
    each === 'Mod' ? (mac ? '⌘' : 'Ctrl') : mac ? (each === 'Alt' ? '⌥' : '⇧') : each,
  )
  const name = key === ' ' ? 'Space' : (signs[key] ?? (key.length === 1 ? key.toUpperCase() : key))
  return [...names, name]
}

/** True while an input method composes: Enter and the letters belong to it, never to a shortcut. */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229
}
