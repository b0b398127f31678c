import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostDetail } from '../../../shared/model.ts'
import { useMutate } from '../../client/hooks.ts'
import { useTimeZone } from '../../state/filter.ts'
import { ErrorNote, TextField, useFormat } from '../../ui/index.ts'

/** Free text on a post. Saved on leaving the field and on Ctrl/Cmd+Enter; what could not be saved stays in the field. */
export function MemoField({ postId, memo }: { postId: number; memo: PostDetail['memo'] }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const timeZone = useTimeZone()
  const put = useMutate('memos.put', { quiet: true })
  const { draft, setDraft, save } = useDraft(memo?.text ?? '', (text) => put.run({ postId, text }))
  const hint = put.pending
    ? t('posts.memo.saving')
    : draft !== null
      ? t('posts.memo.unsaved')
      : memo
        ? t('posts.memo.by', { coder: memo.coder, date: date(memo.writtenAtMs, timeZone) })
        : t('posts.memo.hint')
  return (
    <div className="stack" data-testid="memo">
      <TextField
        label={t('posts.section.memo')}
        hideLabel
        rows={4}
        maxLength={20_000}
        placeholder={t('posts.memo.placeholder')}
        value={draft ?? memo?.text ?? ''}
        onChange={setDraft}
        onSubmit={save}
        onBlur={save}
        hint={hint}
      />
      {put.error ? (
        <>
          <ErrorNote error={put.error} onRetry={save} />
          {put.error.code === 'coder.unknown' ? <p className="post-note">{t('posts.memo.coder')}</p> : null}
        </>
      ) : null}
    </div>
  )
}

/** `null`: nothing differs from what is saved. */
function useDraft(saved: string, put: (text: string) => Promise<unknown>) {
  const [draft, setDraft] = useState<string | null>(null)
  const sent = useRef<string | null>(null)
  const latest = useRef({ draft, saved, put })
  const save = () => {
    const { draft: text, saved: standing, put: send } = latest.current
    if (text === null || sent.current === text) return
    if (text === standing) return setDraft(null)
    sent.current = text
    void send(text).finally(() => (sent.current = null))
  }
  useEffect(() => {
    latest.current = { draft, saved, put }
  })
  // What is saved has arrived: from now on the field follows it, also through undo.
  useEffect(() => setDraft((now) => (now !== null && same(now, saved) ? null : now)), [saved])
  // Another post, another view: blur does not come any more.
  const last = useRef(save)
  useEffect(() => () => last.current(), [])
  return { draft, setDraft, save }
}

function same(a: string, b: string): boolean {
  return a === b || (a.trim() === '' && b === '')
}
