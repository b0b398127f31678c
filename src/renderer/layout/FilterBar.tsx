import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCorpus } from '../client/hooks.ts'
import { systemZone, useFilter, usePostCount, useTimeZone } from '../state/filter.ts'
import { useWork, work } from '../state/store.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { useErrorText } from '../ui/error-text.ts'
import { useFormat } from '../ui/format.ts'
import { ChevronLeftIcon, ClockIcon, CloseIcon, SearchIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useFilterField } from './filter-field.ts'
import { usePhrases } from './phrases.ts'
import { useShortcuts } from './shortcuts.ts'

/** The same in every view: what is asked for, what that means in words, and how many posts it is. */
export function FilterBar() {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const field = useFilterField()
  const errorText = useErrorText()
  const hasHistory = useWork((state) => state.filterHistory.length > 0)
  const focus = () => {
    input.current?.focus()
    input.current?.select()
  }
  useShortcuts(
    [
      { id: 'filter.focus', label: t('filter.focus'), keys: ['Mod+F', '/'], run: focus },
      {
        id: 'filter.focusTyping',
        label: t('filter.focus'),
        keys: 'Mod+F',
        run: focus,
        whileTyping: true,
        keysOnly: true,
        isHidden: true,
      },
      { id: 'filter.clear', label: t('filter.clear'), keys: 'Mod+Backspace', run: field.clear },
      {
        id: 'filter.back',
        label: t('filter.back'),
        keys: 'Alt+ArrowLeft',
        run: () => void work.filterBack(),
      },
    ],
    'general',
  )
  const { error } = field
  return (
    <search className="filter-bar">
      <div className="filter-line">
        <div className="filter-field">
          <SearchIcon className="icon--lead" />
          <FilterInput ref={input} field={field} />
          {field.draft ? (
            <IconButton small label={t('filter.clear')} icon={<CloseIcon />} onPress={field.clear} />
          ) : null}
        </div>
        <IconButton
          label={t('filter.back')}
          keys="Alt+ArrowLeft"
          icon={<ChevronLeftIcon />}
          isDisabled={!hasHistory}
          onPress={() => work.filterBack()}
        />
        <ZoneMenu />
      </div>
      <div className="filter-line filter-words" aria-live="polite">
        <FilterCount />
        {error ? (
          <p className="filter-error selectable" id="filter-error">
            {errorText({ ...error, details: error.details as never })}
          </p>
        ) : (
          <FilterWords />
        )}
      </div>
    </search>
  )
}

interface FilterInputProps {
  field: ReturnType<typeof useFilterField>
  ref: React.RefObject<HTMLInputElement | null>
}

function FilterInput({ field, ref }: FilterInputProps) {
  const { t } = useTranslation()
  const underlay = useRef<HTMLDivElement>(null)
  const { draft, error } = field
  const follow = () => {
    if (underlay.current && ref.current) underlay.current.scrollLeft = ref.current.scrollLeft
  }
  useEffect(follow)
  const end = error ? Math.max(error.at + error.length, error.at + 1) : 0
  return (
    <div className="filter-text">
      {/* The same text behind the field carries the underline at the character that cannot be read. */}
      <div className="filter-underlay" ref={underlay} aria-hidden="true">
        {error ? (
          <>
            {draft.slice(0, error.at)}
            <span className="filter-wrong">{draft.slice(error.at, end) || ' '}</span>
            {draft.slice(end)}
          </>
        ) : null}
      </div>
      <input
        ref={ref}
        className="filter-input"
        type="text"
        role="searchbox"
        aria-label={t('filter.label')}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'filter-error' : undefined}
        placeholder={t('filter.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={draft}
        onChange={(event) => field.setDraft(event.target.value)}
        onScroll={follow}
        onCompositionStart={field.onCompositionStart}
        onCompositionEnd={(event) => field.onCompositionEnd(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'Enter') field.commit()
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </div>
  )
}

/** Of the filter that stands, also while something unreadable is being typed. */
function FilterCount() {
  const { t } = useTranslation()
  const { number } = useFormat()
  const count = usePostCount()
  return (
    <strong className="filter-count">
      {count === undefined ? '…' : t('filter.posts', { count, number: number(count) })}
    </strong>
  )
}

function FilterWords() {
  const say = usePhrases()
  const { data } = useCorpus('query.check', useFilter(), { keepPrevious: true })
  const words = data ? say(data.words) : ''
  return (
    <p className="filter-said truncate selectable" title={words}>
      {words}
    </p>
  )
}

function ZoneMenu() {
  const { t } = useTranslation()
  const zone = useTimeZone()
  const own = useCorpus('corpus.info', {}).data?.timeZone
  const zones = [...new Set([own, systemZone, 'Asia/Tokyo', 'UTC'].filter((each) => each !== undefined))]
  return (
    <Menu
      label={t('filter.timeZone')}
      placement="bottom end"
      trigger={
        <Button kind="quiet" aria-label={`${t('filter.timeZone')}: ${zone}`}>
          <ClockIcon />
          {zone}
        </Button>
      }
      entries={zones.map((each) => ({
        id: each,
        label: each === own ? t('filter.ownZone', { zone: each }) : each,
        isSelected: each === zone,
        run: () => work.setTimeZone(each === own ? null : each),
      }))}
    />
  )
}
