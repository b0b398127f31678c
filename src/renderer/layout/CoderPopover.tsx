import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCorpus, useMutate } from '../client/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/fields.tsx'
import { CoderIcon } from '../ui/icons.tsx'
import { Popover } from '../ui/Menu.tsx'

/** Who codes at this window: each coding keeps the name. */
export function CoderPopover() {
  const { t } = useTranslation()
  const coder = useCorpus('corpus.info', {}).data?.coder
  return (
    <Popover
      label={t('shell.whoCodes')}
      placement="top start"
      trigger={
        <Button small kind="quiet">
          <CoderIcon />
          {coder ? t('shell.coder', { name: coder }) : t('shell.whoCodes')}
        </Button>
      }
    >
      {(close) => <CoderForm onDone={close} />}
    </Popover>
  )
}

export function CoderForm({ onDone }: { onDone?: () => void }) {
  const { t } = useTranslation()
  const { data: coders = [] } = useCorpus('coders.list', {})
  const current = useCorpus('corpus.info', {}).data?.coder
  const use = useMutate('coders.use')
  const [name, setName] = useState('')
  const choose = async (chosen: string) => {
    if (chosen.trim() && (await use.run({ name: chosen.trim() }))) onDone?.()
  }
  const others = coders.filter((each) => each.name !== current)
  return (
    <div className="stack coder-form">
      <p className="hint">{t('shell.coderHint')}</p>
      {others.length ? (
        <ul className="stack">
          {others.map((each) => (
            <li key={each.id}>
              <Button small onPress={() => void choose(each.name)}>
                {each.name}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <TextField
        autoFocus
        label={t('shell.coderName')}
        value={name}
        onChange={setName}
        maxLength={200}
        onSubmit={() => void choose(name)}
      />
      <div>
        <Button kind="primary" isDisabled={!name.trim() || use.pending} onPress={() => void choose(name)}>
          {t('shell.codeAs')}
        </Button>
      </div>
    </div>
  )
}
