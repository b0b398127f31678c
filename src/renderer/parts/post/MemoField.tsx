import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostDetail } from '../../../shared/model.ts'
import { useCorpus } from '../../client/hooks.ts'
import { CoderForm } from '../../layout/CoderPopover.tsx'
import { useTimeZone } from '../../state/filter.ts'
import { ErrorNote, TextField, useFormat } from '../../ui/index.ts'
import { useDraft } from './draft.ts'

/** Free text on a post. Saved on leaving the field and on Ctrl/Cmd+Enter; what could not be saved stays in the field. */
export function MemoField({ postId, memo }: { postId: number; memo: PostDetail['memo'] }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const timeZone = useTimeZone()
  const saved = memo?.text ?? ''
  const { draft, setDraft, save, pending, error } = useDraft(postId, saved)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const hint = pending
    ? t('posts.memo.saving')
    : draft !== null
      ? t('posts.memo.unsaved')
      : memo
        ? t('posts.memo.by', { coder: memo.coder, date: date(memo.writtenAtMs, timeZone) })
        : t('posts.memo.hint')
  return (
    <div className="stack" data-testid="memo">
      <div onKeyDown={leave}>
        <TextField
          label={t('posts.section.memo')}
          hideLabel
          rows={4}
          maxLength={20_000}
          placeholder={t('posts.memo.placeholder')}
          value={draft ?? saved}
          onChange={setDraft}
          onSubmit={save}
          onBlur={save}
          hint={hint}
          inputRef={field}
        />
      </div>
      {error?.code === 'coder.unknown' ? (
        <WhoCodes
          error={error}
          onKnown={() => {
            save()
            // The form that had the focus goes.
            field.current?.focus()
          }}
        />
      ) : error ? (
        <ErrorNote error={error} onRetry={save} />
      ) : null}
    </div>
  )
}

/** Escape leaves the text; from there, it closes the inspector. */
function leave(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
  event.stopPropagation()
  event.currentTarget.closest<HTMLElement>('.post-inspector')?.focus()
}

/** A memo keeps who wrote it: the name can be given right here, and the memo is saved with it. */
function WhoCodes({ error, onKnown }: { error: unknown; onKnown: () => void }) {
  const { t } = useTranslation()
  const coder = useCorpus('corpus.info', {}).data?.coder
  return (
    <>
      <ErrorNote error={error} {...(coder ? { onRetry: onKnown } : {})} />
      <p className="post-note">{t('posts.memo.coder')}</p>
      {coder ? null : <CoderForm onDone={onKnown} />}
    </>
  )
}
