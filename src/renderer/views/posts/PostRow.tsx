import { memo } from 'react'
import type { Post } from '../../../shared/model.ts'
import { CodingChips } from '../../parts/post/CodingChips.tsx'
import { FilterChip } from '../../parts/post/FilterChip.tsx'
import type { Term } from '../../parts/post/highlight.ts'
import { PostMeta } from '../../parts/post/PostMeta.tsx'
import { PostText } from '../../parts/post/PostText.tsx'

interface PostRowProps {
  post: Post
  terms: readonly Term[]
  isSelected: boolean
  /** The keyboard is here. */
  isActive: boolean
  onSelect: (post: Post) => void
}

export const PostRow = memo(function PostRow({ post, terms, isSelected, isActive, onSelect }: PostRowProps) {
  const hasChips = post.codings.length > 0 || post.hashtags.length > 0
  return (
    // The list has the keys; this is the pointer's way to the same.
    <article
      className="post-row"
      data-testid="post-row"
      data-post-id={post.id}
      data-selected={isSelected || undefined}
      onClick={() => {
        if (document.getSelection()?.isCollapsed ?? true) onSelect(post)
      }}
    >
      <PostText text={post.text} terms={terms} clamp />
      {hasChips ? (
        <div className="post-chips">
          <CodingChips codings={post.codings} />
          {post.hashtags.map((tag) => (
            <FilterChip key={tag} field="hashtag" value={tag} tabIndex={isActive ? 0 : -1} />
          ))}
        </div>
      ) : null}
      <PostMeta post={post} />
    </article>
  )
})

/** Until its page is there; grey after 150 ms only. */
export function PostRowSkeleton() {
  return (
    <div className="post-row post-row--waiting" aria-hidden="true">
      <div className="skeleton-line" />
      <div className="skeleton-line" />
      <div className="skeleton-line" />
    </div>
  )
}
