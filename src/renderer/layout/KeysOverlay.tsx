import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useWork } from '../state/store.ts'
import { IconButton } from '../ui/Button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { Keys } from '../ui/Kbd.tsx'
import { showOverlay, useOverlay } from './overlays.ts'
import { keysOf, useKnownShortcuts, type Shortcut } from './shortcuts.ts'

const close = () => showOverlay(null)

/** `?`: the keys of this view, then those of every view. */
export function KeysOverlay() {
  const { t } = useTranslation()
  const open = useOverlay((state) => state.open === 'keys')
  return (
    <ModalOverlay className="scrim" isOpen={open} onOpenChange={(isOpen) => isOpen || close()} isDismissable>
      <Modal className="dialog">
        <Dialog className="keys-dialog">
          <div className="row">
            <Heading slot="title" level={2} className="grow">
              {t('shell.keys')}
            </Heading>
            <IconButton label={t('ui.close')} icon={<CloseIcon />} onPress={close} />
          </div>
          <KeyTables />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function KeyTables() {
  const { t } = useTranslation()
  const view = useWork((state) => state.view)
  return (
    <div className="keys-columns">
      <KeyTable title={t(`shell.views.${view}`)} shortcuts={useKnownShortcuts('view')} />
      <KeyTable title={t('shell.everywhere')} shortcuts={useKnownShortcuts('general')} />
    </div>
  )
}

function KeyTable({ title, shortcuts }: { title: string; shortcuts: Shortcut[] }) {
  const shown = shortcuts.filter((each) => keysOf(each).length > 0 && !each.isHidden)
  if (shown.length === 0) return null
  return (
    <section className="stack">
      <h3>{title}</h3>
      <dl className="keys-list">
        {shown.map((each) => (
          <div key={each.id}>
            <dt>{each.label}</dt>
            <dd>
              {keysOf(each).map((keys) => (
                <Keys key={keys} keys={keys} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
