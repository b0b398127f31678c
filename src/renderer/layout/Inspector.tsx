import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PostInspector } from '../parts/post/PostInspector.tsx'
import { useWork, work } from '../state/store.ts'
import { IconButton, IconToggle } from '../ui/Button.tsx'
import { CloseIcon, PinIcon } from '../ui/icons.tsx'
import { Splitter } from '../ui/layout.tsx'
import { EmptyState } from '../ui/states.tsx'
import { useShortcuts } from './shortcuts.ts'

const minWidth = 280
const maxWidth = 640

export function InspectorColumn() {
  const { t } = useTranslation()
  const selected = useWork((state) => state.selectedPost)
  const pinned = useWork((state) => state.inspectorPinned)
  const [width, setWidth] = useState(380)
  const open = pinned || selected !== null
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
        {selected === null ? (
          <EmptyState title={t('shell.inspectorEmpty')}>{t('shell.inspectorHint')}</EmptyState>
        ) : (
          <PostInspector key={selected} postId={selected} />
        )}
      </aside>
    </>
  )
}
