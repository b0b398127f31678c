import { useTranslation } from 'react-i18next'
import type { PostDetail } from '../../../shared/model.ts'
import { MemoField } from '../../parts/post/MemoField.tsx'
import { PostMeta } from '../../parts/post/PostMeta.tsx'
import { PostText } from '../../parts/post/PostText.tsx'
import { CodingChip, Keys } from '../../ui/index.ts'
import { ownCodings } from './rules.ts'
import { focusPost } from './shortcuts.ts'

/** The post to be read: its words first, what is known of it, this coder's decisions. Nobody else's: they would lead. */
export function PostPane({ post, coder }: { post: PostDetail; coder: string | null }) {
  const { t } = useTranslation()
  const own = ownCodings(post.codings, coder)
  return (
    <div className="coding-post-inner">
      <article
        className="coding-post"
        data-testid="coding-post"
        data-post-id={post.id}
        aria-label={t('coding.post', { id: post.id })}
        tabIndex={-1}
      >
        <div aria-live="polite">
          <PostText key={post.id} text={post.text} />
        </div>
        <PostMeta post={post} />
        <div className="coding-chips" data-testid="own-codings">
          {own.length === 0 ? (
            <span className="small muted">{t('coding.noneYet')}</span>
          ) : (
            own.map(({ id, kind, code, codeName, value }) => (
              <CodingChip key={id} kind={kind} code={code} value={value} title={codeName} />
            ))
          )}
        </div>
      </article>
      <section className="coding-memo" data-testid="coding-memo" onKeyDownCapture={leave}>
        <h3 className="row">
          {t('coding.memo')} <Keys keys="m" />
        </h3>
        <MemoField key={post.id} postId={post.id} memo={post.memo} />
      </section>
    </div>
  )
}

/** Escape, and the Ctrl/Cmd+Enter that saves, give the keys back to coding. */
function leave(event: React.KeyboardEvent): void {
  if (event.nativeEvent.isComposing || event.keyCode === 229) return
  const saves = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
  if (event.key !== 'Escape' && !saves) return
  event.stopPropagation()
  event.preventDefault()
  // Leaving the field saves it.
  focusPost()
}
