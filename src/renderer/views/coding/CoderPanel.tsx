import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCorpus, useMutate } from '../../client/hooks.ts'
import { Button, ErrorNote } from '../../ui/index.ts'
import { Field } from './Field.tsx'
import { focusPost } from './shortcuts.ts'

/** Asked once, before the first decision; reading needs no name. */
export function CoderPanel({ onKnown }: { onKnown: (coder: string) => void }) {
  const { t } = useTranslation()
  const coders = useCorpus('coders.list', {}).data ?? []
  const use = useMutate('coders.use', { quiet: true })
  const [name, setName] = useState('')
  const choose = async (chosen: string) => {
    const coder = chosen.trim() ? await use.run({ name: chosen.trim() }) : undefined
    if (!coder) return
    onKnown(coder.name)
    focusPost()
  }
  return (
    <section className="coding-coder" aria-label={t('coding.coder.title')}>
      <h3>{t('coding.coder.title')}</h3>
      <p className="hint">{t('coding.coder.hint')}</p>
      <div className="coding-coder-form">
        <Field
          label={t('coding.coder.name')}
          value={name}
          onChange={setName}
          maxLength={200}
          testId="coder-name"
          onEnter={() => void choose(name)}
        />
        <Button kind="primary" isDisabled={!name.trim() || use.pending} onPress={() => void choose(name)}>
          {t('coding.coder.use')}
        </Button>
      </div>
      {coders.length ? (
        <div className="row row-wrap">
          {coders.map((each) => (
            <Button key={each.id} small onPress={() => void choose(each.name)}>
              {each.name}
            </Button>
          ))}
        </div>
      ) : null}
      {use.error ? <ErrorNote error={use.error} /> : null}
    </section>
  )
}
