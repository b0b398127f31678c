import { useTranslation } from 'react-i18next'
import { variantRules } from '../../../shared/text/fold.ts'
import { shell } from '../../client/shell.ts'
import { Button, LinkIcon, showError } from '../../ui/index.ts'
import { toErrorPayload } from '../../../shared/errors.ts'
import { FilterChip } from './FilterChip.tsx'
import { PostMeta } from './PostMeta.tsx'
import { PostText } from './PostText.tsx'
import { useTerms } from './terms.ts'
import type { PostDetail } from './types.ts'

export function PostHead({ post }: { post: PostDetail }) {
  const { t } = useTranslation()
  const written = post.text.normalize('NFKC')
  const author = post.author?.handle ?? post.author?.displayName
  return (
    <header className="post-head">
      <PostText text={post.text} terms={useTerms()} />
      {variantRules
        .filter(({ from }) => written.includes(from))
        .map((rule) => (
          <p key={rule.from} className="post-note">
            {t('posts.variant', rule)}
          </p>
        ))}
      <PostMeta post={post} />
      {post.publishedRaw ? (
        <p className="post-note">{t('posts.publishedRaw', { raw: post.publishedRaw })}</p>
      ) : null}
      {author || post.hashtags.length || post.mentions.length ? (
        <div className="post-chips">
          {author ? <FilterChip field="author" value={author} /> : null}
          {post.hashtags.map((tag) => (
            <FilterChip key={`#${tag}`} field="hashtag" value={tag} />
          ))}
          {post.mentions.map((handle) => (
            <FilterChip key={`@${handle}`} field="handle" value={handle} />
          ))}
        </div>
      ) : null}
      {post.urls.length ? <Links urls={post.urls} /> : null}
    </header>
  )
}

/** The shell asks before it opens one, and opens web pages only. */
function Links({ urls }: { urls: readonly string[] }) {
  const { t } = useTranslation()
  const open = (url: string) =>
    void shell('link.open', { url }).catch((error: unknown) => showError(toErrorPayload(error)))
  return (
    <ul className="post-links" aria-label={t('posts.links')}>
      {urls.map((url, i) => (
        <li key={`${i} ${url}`}>
          {/^https?:\/\//iu.test(url) ? (
            <Button small kind="quiet" aria-label={t('posts.openLink', { url })} onPress={() => open(url)}>
              <LinkIcon />
              <bdi className="truncate">{url}</bdi>
            </Button>
          ) : (
            <bdi className="small muted">{url}</bdi>
          )}
        </li>
      ))}
    </ul>
  )
}
