/** One registry of deeds for keys, command palette and the `?` overlay. Who came last comes first: views before shell. */
import { useEffect, useId, useRef } from 'react'
import { create } from 'zustand'
import { isComposing, matchesKeys } from '../ui/keys.ts'

export interface Shortcut {
  id: string
  /** In the interface's language: a verb and what it acts on. */
  label: string
  /** `Mod+K`, `j`, `?`; several do the same. None: palette only. */
  keys?: string | readonly string[]
  run: () => void
  /** Also while a text field has the focus. Modifier keys alone do not allow it: Ctrl+Z there belongs to the text. */
  whileTyping?: boolean
  /** Left out of the palette: meaningless without the keyboard (`next post`). */
  keysOnly?: boolean
  /** Left out of the overlay: the same deed stands there already. */
  isHidden?: boolean
}

interface ShortcutGroup {
  id: string
  /** `general`, or the view's own. */
  scope: 'general' | 'view'
  latest: { current: readonly Shortcut[] }
}

const useGroups = create<{ groups: ShortcutGroup[] }>(() => ({ groups: [] }))

/** Registers deeds while the component is mounted. */
export function useShortcuts(shortcuts: readonly Shortcut[], scope: ShortcutGroup['scope'] = 'view'): void {
  const id = useId()
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    useGroups.setState(({ groups }) => ({ groups: [...groups, { id, scope, latest }] }))
    return () => useGroups.setState(({ groups }) => ({ groups: groups.filter((each) => each.id !== id) }))
  }, [id, scope])
}

/** What can be done now, of one scope. */
export function useKnownShortcuts(scope: ShortcutGroup['scope']): Shortcut[] {
  const groups = useGroups((state) => state.groups)
  return groups.filter((group) => group.scope === scope).flatMap((group) => group.latest.current)
}

export function keysOf({ keys }: Shortcut): readonly string[] {
  return keys === undefined ? [] : typeof keys === 'string' ? [keys] : keys
}

/** Whether an element takes letters. */
export function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|range)$/.test(target.type)
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}

function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.popover, .dialog') !== null
}

export function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return
  const typing = isTypingIn(event.target)
  const overlay = isInOverlay(event.target)
  const newestFirst = [...useGroups.getState().groups].reverse().sort((a, b) => rank(b) - rank(a))
  for (const { latest } of newestFirst) {
    for (const shortcut of latest.current) {
      if ((typing || overlay) && !shortcut.whileTyping) continue
      if (!keysOf(shortcut).some((keys) => matchesKeys(keys, event))) continue
      event.preventDefault()
      shortcut.run()
      return
    }
  }
}

function rank({ scope }: ShortcutGroup): number {
  return scope === 'view' ? 1 : 0
}
