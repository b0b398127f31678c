import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Inspector } from '../../layout/Inspector.tsx'
import { PostInspector } from '../../parts/post/PostInspector.tsx'
import { useTerms } from '../../parts/post/terms.ts'
import { Await, ErrorNote, VirtualList } from '../../ui/index.ts'
import { NothingToShow } from './NothingToShow.tsx'
import { usePostPages, type PostPages } from './pages.ts'
import { PostRow, PostRowSkeleton } from './PostRow.tsx'
import { PostsToolbar } from './PostsToolbar.tsx'
import { focusInspector, useFocusReturn, useRowSelection } from './selection.ts'
import './posts.css'

/** Typical height of a row, before rows have been measured. */
const rowHeight = 128

export default function View() {
  const pages = usePostPages()
  const rows = useRowSelection(pages)
  const { first, failed, total } = pages
  return (
    <div className="posts" data-testid="posts">
      <PostsToolbar total={first.data?.total} active={rows.active} />
      {failed?.error ? (
        <div className="posts-error">
          <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />
        </div>
      ) : null}
      <Await of={first} lines={12}>
        {() => (total === 0 ? <NothingToShow /> : <List pages={pages} rows={rows} />)}
      </Await>
      {rows.selected === null ? null : (
        <Inspector>
          <PostInspector key={rows.selected} postId={rows.selected} />
        </Inspector>
      )}
    </div>
  )
}

function List({ pages, rows }: { pages: PostPages; rows: ReturnType<typeof useRowSelection> }) {
  const { t } = useTranslation()
  const terms = useTerms()
  const element = useRef<HTMLDivElement>(null)
  const { selected, active } = rows
  useFocusReturn(selected, element)
  return (
    <div
      className="posts-list"
      ref={element}
      data-testid="posts-list"
      aria-busy={pages.first.isPlaceholderData}
    >
      <VirtualList
        label={t('posts.list')}
        count={pages.total}
        estimate={rowHeight}
        resetKey={pages.key}
        active={active}
        onActive={rows.move}
        onOpen={(index) => {
          rows.open(index)
          focusInspector()
        }}
        onRange={pages.onRange}
        renderRow={(index) => {
          const post = pages.postAt(index)
          if (!post) return <PostRowSkeleton />
          return (
            <PostRow
              post={post}
              terms={terms}
              isSelected={post.id === selected}
              isActive={index === active}
              onSelect={() => rows.open(index)}
            />
          )
        }}
      />
    </div>
  )
}
