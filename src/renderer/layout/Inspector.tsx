import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { PostInspector } from '../parts/PostInspector/index.tsx'
import { useWork, work } from '../state/store.ts'
import { IconButton, IconToggle } from '../ui/Button.tsx'
import { CloseIcon, PinIcon } from '../ui/icons.tsx'
import { Splitter } from '../ui/layout.tsx'
import { EmptyState } from '../ui/states.tsx'
import { useShortcuts } from './shortcuts.ts'

/** Where views put what they have to say about their own selection (a node, a code, a snapshot). */
const useSlot = create<{ element: HTMLElement | null; users: number }>(() => ({ element: null, users: 0 }))

/** Rendered by a view: opens the inspector with this content, in the place of the selected post. */
export function Inspector({ children }: { children: ReactNode }) {
  const element = useSlot((state) => state.element)
  useEffect(() => {
    useSlot.setState(({ users }) => ({ users: users + 1 }))
    return () => useSlot.setState(({ users }) => ({ users: users - 1 }))
  }, [])
  return element ? createPortal(children, element) : null
}

const minWidth = 280
const maxWidth = 640

export function InspectorColumn() {
  const { t } = useTranslation()
  const selected = useWork((state) => state.selectedPost)
  const pinned = useWork((state) => state.inspectorPinned)
  const used = useSlot((state) => state.users > 0)
  const [width, setWidth] = useState(380)
  const open = used || pinned || selected !== null
  const close = () => {
    work.pinInspector(false)
    work.select(null)
  }
  useShortcuts(
    [
      {
        id: 'inspector.pin',
        label: t('shell.pinInspector'),
        keys: 'Mod+.',
        run: () => work.pinInspector(!pinned),
      },
      { id: 'inspector.close', label: t('shell.closeInspector'), keys: 'Escape', run: close },
    ],
    'general',
  )
  if (!open) return null
  return (
    <>
      <Splitter
        label={t('shell.resizeInspector')}
        width={width}
        min={minWidth}
        max={maxWidth}
        onResize={setWidth}
      />
      <aside className="inspector" aria-label={t('shell.inspector')} style={{ width }}>
        <div className="inspector-tools">
          <IconToggle
            small
            label={t('shell.pinInspector')}
            icon={<PinIcon />}
            isSelected={pinned}
            onChange={work.pinInspector}
          />
          <IconButton
            small
            label={t('shell.closeInspector')}
            keys="Escape"
            icon={<CloseIcon />}
            onPress={close}
          />
        </div>
        <div className="inspector-slot" ref={setSlot} hidden={!used} />
        {used ? null : selected === null ? (
          <EmptyState title={t('shell.inspectorEmpty')}>{t('shell.inspectorHint')}</EmptyState>
        ) : (
          <PostInspector key={selected} postId={selected} />
        )}
      </aside>
    </>
  )
}

function setSlot(element: HTMLElement | null): void {
  useSlot.setState({ element })
}
