import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorPayload } from '../../../shared/errors.ts'
import type { Code, CodeKind } from '../../../shared/model.ts'
import { useMutate } from '../../client/hooks.ts'
import { Button, ErrorNote } from '../../ui/index.ts'
import { Field } from './Field.tsx'
import { focusPost } from './shortcuts.ts'
import { useCoding } from './state.ts'

interface Draft {
  name: string
  shortName: string
  definition: string
}

interface CodeFormProps {
  kind: CodeKind
  initial: Draft
  submit: string
  pending: boolean
  error: ErrorPayload | null
  onSubmit: (draft: Draft) => void
  onCancel: () => void
}

/** What a code is called and what it means; only claims have a short name of their own. */
export function CodeForm({ kind, initial, submit, pending, error, onSubmit, onCancel }: CodeFormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(initial)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const send = () => {
    if (draft.name.trim() && !pending) onSubmit(draft)
  }
  const field = (key: keyof Draft) => ({
    value: draft[key],
    onChange: (value: string) => setDraft({ ...draft, [key]: value }),
    onEnter: send,
    onEscape: onCancel,
  })
  return (
    <div className="code-form" data-testid="code-form">
      <Field
        {...field('name')}
        label={t(`codebook.form.name.${kind}`)}
        placeholder={t(`codebook.form.example.${kind}`)}
        maxLength={2_000}
        testId="code-name"
        inputRef={first}
      />
      {kind === 'claim' ? (
        <Field
          {...field('shortName')}
          label={t('codebook.form.shortName')}
          placeholder={t('codebook.form.shortNameHint')}
          maxLength={60}
          testId="code-short-name"
        />
      ) : null}
      <Field
        {...field('definition')}
        label={t('codebook.form.definition')}
        placeholder={t('codebook.form.definitionHint')}
        rows={2}
        maxLength={20_000}
        testId="code-definition"
      />
      {error ? <ErrorNote error={error} /> : null}
      <div className="row">
        <Button
          small
          kind="primary"
          isDisabled={!draft.name.trim() || pending}
          onPress={send}
          data-testid="save-code"
        >
          {submit}
        </Button>
        <Button small onPress={onCancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  )
}

const blank: Draft = { name: '', shortName: '', definition: '' }

export function AddCode({ kind, onDone }: { kind: CodeKind; onDone: () => void }) {
  const { t } = useTranslation()
  const add = useMutate('codebook.add', { quiet: true })
  const close = () => {
    onDone()
    focusPost()
  }
  return (
    <CodeForm
      kind={kind}
      initial={blank}
      submit={t(`codebook.add.${kind}`)}
      pending={add.pending}
      error={add.error}
      onCancel={close}
      onSubmit={async ({ name, shortName, definition }) => {
        const own = shortName.trim() ? { shortName: shortName.trim() } : {}
        const code = await add.run({ kind, name: name.trim(), definition: definition.trim(), ...own })
        if (!code) return
        useCoding.setState({ marked: code.id })
        close()
      }}
    />
  )
}

export function EditCode({ code, onDone }: { code: Code; onDone: () => void }) {
  const { t } = useTranslation()
  const edit = useMutate('codebook.edit', { quiet: true })
  return (
    <CodeForm
      kind={code.kind}
      initial={code}
      submit={t('codebook.save')}
      pending={edit.pending}
      error={edit.error}
      onCancel={onDone}
      onSubmit={async (draft) => {
        const name = draft.name.trim()
        const shortName = code.kind === 'claim' ? draft.shortName.trim() || code.shortName : name.slice(0, 60)
        if (await edit.run({ id: code.id, name, shortName, definition: draft.definition.trim() })) onDone()
      }}
    />
  )
}
