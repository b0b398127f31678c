import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/index.ts'
import type { Post } from './types.ts'
import { authorName, usePlaceWords, usePostFlags } from './words.ts'

/** Place in time, author, reply, what the pages showed. What no page showed has no place here, not even a zero. */
export function PostMeta({ post }: { post: Post }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const place = usePlaceWords()
  const flags = usePostFlags()
  const author = authorName(post.author)
  const count = post.observationCount
  return (
    <p className="post-meta">
      {post.reposts === null ? null : (
        <span className="post-reposts" title={t('posts.repostsHint')}>
          <strong>{number(post.reposts)}</strong> {t('posts.rp')}
        </span>
      )}
      <span>{place(post)}</span>
      <bdi className={author ? undefined : 'post-unknown'}>{author ?? t('posts.authorUnknown')}</bdi>
      {post.replyToHandle ? (
        <span>{t('posts.replyTo', { handle: `@${post.replyToHandle.replace(/^[@＠]/u, '')}` })}</span>
      ) : null}
      <span>{t('posts.observations', { count, number: number(count) })}</span>
      {flags(post).map((flag) => (
        <span key={flag} className="post-flag">
          {flag}
        </span>
      ))}
    </p>
  )
}
