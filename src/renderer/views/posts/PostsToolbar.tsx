import { useTranslation } from 'react-i18next'
import { work } from '../../state/store.ts'
import { Select, Toolbar, useFormat } from '../../ui/index.ts'
import { useSort } from './pages.ts'

const orders = ['newest', 'oldest', 'reposts'] as const

export function PostsToolbar({ total, active }: { total: number | undefined; active: number }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const sort = useSort()
  return (
    <Toolbar label={t('posts.settings')}>
      <Select
        label={t('posts.sort.label')}
        inline
        value={sort}
        onChange={work.sortBy}
        choices={orders.map((value) => ({
          value,
          label: t(`posts.sort.${value}`),
          hint: t(`posts.sort.hint.${value}`),
        }))}
      />
      <span className="toolbar-end muted" data-testid="posts-count">
        {total === undefined
          ? null
          : total === 0
            ? t('posts.count', { count: 0, number: number(0) })
            : t('posts.position', { at: number(active + 1), number: number(total) })}
      </span>
    </Toolbar>
  )
}
