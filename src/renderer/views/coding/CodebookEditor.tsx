import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Code } from '../../../shared/model.ts'
import { useMutate } from '../../client/hooks.ts'
import { Button, ErrorNote, useFormat } from '../../ui/index.ts'
import { EditCode } from './CodeForm.tsx'

/** The codes of one kind, each with what it means and what can be changed about it. */
export function CodebookEditor({ codes }: { codes: readonly Code[] }) {
  const [open, setOpen] = useState<{ id: number; deed: 'edit' | 'retire' } | null>(null)
  const close = () => setOpen(null)
  return (
    <ul className="code-editor">
      {codes.map((code) => (
        <li key={code.id} data-testid="code-entry" data-code={code.shortName}>
          {open?.id === code.id && open.deed === 'edit' ? (
            <EditCode code={code} onDone={close} />
          ) : (
            <Entry code={code} onOpen={(deed) => setOpen({ id: code.id, deed })} />
          )}
          {open?.id === code.id && open.deed === 'retire' ? <Retire code={code} onDone={close} /> : null}
        </li>
      ))}
    </ul>
  )
}

function Entry({ code, onOpen }: { code: Code; onOpen: (deed: 'edit' | 'retire') => void }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { kind, shortName, name, definition, codingCount } = code
  return (
    <div className="code-entry">
      <div className="grow">
        <p className="code-name">
          {kind === 'claim' ? <span className="code-number">{shortName}</span> : null}
          <bdi className="code-statement">{name}</bdi>
        </p>
        <p className="small muted code-definition">{definition || t('codebook.noDefinition')}</p>
        <p className="small muted">
          {t('codebook.codings', { count: codingCount, number: number(codingCount) })}
        </p>
      </div>
      <Button
        small
        aria-label={t('codebook.changeCode', { name: shortName })}
        onPress={() => onOpen('edit')}
        data-testid="change-code"
      >
        {t('codebook.change')}
      </Button>
      <Button
        small
        kind="danger"
        aria-label={t('codebook.retireCode', { name: shortName })}
        onPress={() => onOpen('retire')}
        data-testid="retire-code"
      >
        {t('codebook.retire')}
      </Button>
    </div>
  )
}

/** Says what happens to the codings before the code goes. */
function Retire({ code, onDone }: { code: Code; onDone: () => void }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const retire = useMutate('codebook.retire', { quiet: true })
  const { codingCount: count } = code
  return (
    <div className="code-retire" role="group" aria-label={t('codebook.retireCode', { name: code.shortName })}>
      <p className="small">
        {count ? t('codebook.retireText', { count, number: number(count) }) : t('codebook.retireUnused')}
      </p>
      {retire.error ? <ErrorNote error={retire.error} /> : null}
      <div className="row">
        <Button
          small
          kind="danger"
          autoFocus
          isDisabled={retire.pending}
          onPress={async () => {
            if (await retire.run({ id: code.id })) onDone()
          }}
          data-testid="retire-confirm"
        >
          {t('codebook.retire')}
        </Button>
        <Button small onPress={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  )
}
