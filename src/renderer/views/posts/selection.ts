/** The row that the keyboard is at, and the post in the inspector: the second follows the first while it is open. */
import { useEffect, useRef, useState } from 'react'
import { useWork, work } from '../../state/store.ts'
import type { PostPages } from './pages.ts'

export function useRowSelection(pages: PostPages) {
  const selected = useWork((state) => state.selectedPost)
  const [at, setAt] = useState({ key: pages.key, index: 0 })
  const active = at.key === pages.key ? Math.min(at.index, Math.max(0, pages.total - 1)) : 0
  const awaited = useRef<number | null>(null)
  const [synced, setSynced] = useState('')
  const ready = pages.first.data !== undefined && !pages.first.isPlaceholderData

  // Selected elsewhere, or before the list changed: the keyboard goes there if it is among the rows at hand.
  const now = `${pages.key}\n${selected}`
  if (ready && synced !== now) {
    setSynced(now)
    const index = selected === null ? -1 : pages.indexOf(selected)
    if (index >= 0) setAt({ key: pages.key, index })
  }

  // The keyboard was faster than its page.
  useEffect(() => {
    const post = awaited.current === active ? pages.postAt(active) : undefined
    if (!post) return
    awaited.current = null
    choose(post.id)
  })

  const choose = (postId: number) => {
    setSynced(`${pages.key}\n${postId}`)
    work.select(postId)
  }
  return {
    selected,
    active,
    move(index: number) {
      setAt({ key: pages.key, index })
      const post = pages.postAt(index)
      awaited.current = null
      if (useWork.getState().selectedPost === null) return
      if (post) choose(post.id)
      else awaited.current = index
    },
    open(index: number) {
      const post = pages.postAt(index)
      if (!post) return
      setAt({ key: pages.key, index })
      choose(post.id)
    },
  }
}

/** The inspector's element comes a moment after the selection. */
export function focusInspector(tries = 20): void {
  const element = document.querySelector<HTMLElement>('[data-testid="post-inspector"]')
  if (element) element.focus()
  else if (tries > 0) requestAnimationFrame(() => focusInspector(tries - 1))
}

/** What had the focus may go: the inspector when it closes, rows when others take their place. The list takes it back. */
export function useFocusReturn(selected: number | null, rowsKey: string) {
  const list = useRef<HTMLDivElement>(null)
  const within = useRef(false)
  const before = useRef(selected)
  useEffect(() => {
    const closed = before.current !== null && selected === null
    before.current = selected
    if (!closed && !within.current) return
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return
      list.current?.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus({ preventScroll: true })
    })
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other rows are the news
  }, [selected, rowsKey])
  return {
    ref: list,
    onFocus: () => void (within.current = true),
    onBlur: () => void (within.current = false),
  }
}
