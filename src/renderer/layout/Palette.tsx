import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Keys } from '../ui/Kbd.tsx'
import { showOverlay, useOverlay } from './overlays.ts'
import { keysOf, useKnownShortcuts } from './shortcuts.ts'

const close = () => showOverlay(null)

/** Everything that can be done now, by name. */
export function Palette() {
  const { t } = useTranslation()
  const open = useOverlay((state) => state.open === 'palette')
  return (
    <ModalOverlay className="scrim" isOpen={open} onOpenChange={(isOpen) => isOpen || close()} isDismissable>
      <Modal className="dialog palette">
        <Dialog aria-label={t('shell.palette')}>
          <Commands />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Commands() {
  const { t } = useTranslation()
  const { contains } = useFilter({ sensitivity: 'base' })
  const ofView = useKnownShortcuts('view')
  const general = useKnownShortcuts('general')
  const commands = [...ofView, ...general].filter((each) => !each.keysOnly)
  const run = (id: string) => {
    close()
    // After the palette has given the focus back, so that a deed may take it.
    setTimeout(() => commands.find((each) => each.id === id)?.run(), 50)
  }
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={t('shell.paletteHint')} autoFocus className="palette-search">
        <Input className="palette-input" placeholder={t('shell.paletteHint')} />
      </SearchField>
      <Menu
        aria-label={t('shell.palette')}
        className="menu palette-list"
        items={commands}
        onAction={(id) => run(String(id))}
        renderEmptyState={() => <p className="palette-none">{t('shell.paletteNone')}</p>}
      >
        {(each) => (
          <MenuItem id={each.id} textValue={each.label} className="option">
            <Text slot="label">{each.label}</Text>
            {keysOf(each)[0] ? (
              <span className="option-end">
                <Keys keys={keysOf(each)[0]!} />
              </span>
            ) : null}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  )
}
