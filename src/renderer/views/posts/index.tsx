import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../layout/shortcuts.ts'
import { useTerms } from '../../parts/post/terms.ts'
import { useWork, work } from '../../state/store.ts'
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
  useKeys(rows, total)
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
    </div>
  )
}

/** For when the list itself has not the focus; there, the arrows do the same. */
function useKeys({ active, move }: ReturnType<typeof useRowSelection>, total: number): void {
  const { t } = useTranslation()
  const selected = useWork((state) => state.selectedPost)
  const go = (to: number) => void (to >= 0 && to < total && move(to))
  useShortcuts([
    { id: 'posts.next', label: t('posts.keys.next'), keys: 'j', keysOnly: true, run: () => go(active + 1) },
    {
      id: 'posts.previous',
      label: t('posts.keys.previous'),
      keys: 'k',
      keysOnly: true,
      run: () => go(active - 1),
    },
    ...(selected === null
      ? []
      : [{ id: 'posts.code', label: t('posts.keys.code'), keys: 'c', run: () => work.show('coding') }]),
  ])
}

function List({ pages, rows }: { pages: PostPages; rows: ReturnType<typeof useRowSelection> }) {
  const { t } = useTranslation()
  const terms = useTerms()
  const { selected, active } = rows
  const focus = useFocusReturn(selected, `${pages.key} ${pages.total}`)
  return (
    <div className="posts-list" {...focus} data-testid="posts-list" aria-busy={pages.first.isPlaceholderData}>
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
