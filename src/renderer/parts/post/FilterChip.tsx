import { useTranslation } from 'react-i18next'
import { withField, type ConditionName } from '../../../shared/query/build.ts'
import { useWork, work } from '../../state/store.ts'

interface FilterChipProps {
  field: Extract<ConditionName, 'hashtag' | 'handle' | 'author'>
  value: string
  /** Lists keep one tab stop: chips of rows that the keyboard is not at are left out. */
  tabIndex?: 0 | -1
}

const signs = { hashtag: '#', handle: '@', author: '@' }

/** Narrows the filter to posts with this hashtag or mention, or by this author. */
export function FilterChip({ field, value, tabIndex = 0 }: FilterChipProps) {
  const { t } = useTranslation()
  const shown = `${signs[field]}${value.replace(/^[#＃@＠]/u, '')}`
  const label = t(`posts.narrow.${field}`, { value: shown })
  return (
    <button
      type="button"
      className="chip chip--hashtag post-filter-chip"
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      data-testid={`filter-${field}`}
      onClick={(event) => {
        event.stopPropagation()
        work.filterBy(withField(useWork.getState().filter, field, ':', value))
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <span className="chip-text">{shown}</span>
    </button>
  )
}
