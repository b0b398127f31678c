/** The facts about a post in words, the same in lists and in the inspector. */
import { useTranslation } from 'react-i18next'
import type { Author, Post } from './types.ts'
import { useTimeZone } from '../../state/filter.ts'
import { useFormat } from '../../ui/index.ts'

/** `@handle` and display name, as far as known; `null` where nobody is named. */
export function authorName(author: Author | null): string | null {
  if (!author) return null
  const handle = author.handle ? `@${author.handle.replace(/^[@＠]/u, '')}` : null
  return author.displayName && handle ? `${author.displayName} ${handle}` : (author.displayName ?? handle)
}

/** A capture at midnight may be a page that knows its day only: never said finer than it may be. */
function isMidnight(ms: number, timeZone: string): boolean {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return format.format(ms) === '00:00'
}

/** When it was written, as exact as that is known, and when it was first seen where that is what places it. */
export function usePlaceWords(): (post: Post) => string {
  const { t } = useTranslation()
  const { stamp, date } = useFormat()
  const timeZone = useTimeZone()
  return (post) => {
    const { publishedAt, publishedPrecision: precision, publishedTimeZone, placedAtMs, placedBy } = post
    const words: string[] = []
    if (publishedAt && precision) {
      const coarse = precision === 'month' || precision === 'day' || precision === 'hour'
      const shown = stamp(publishedAt)
      words.push(coarse ? t(`posts.place.${precision}`, { date: shown }) : shown)
      if (precision !== 'month' && publishedTimeZone && publishedTimeZone !== timeZone)
        words.push(publishedTimeZone)
      if (post.publishedDerived) words.push(t('posts.place.derived'))
    }
    if (placedBy === 'observed' && placedAtMs !== null) {
      const style = isMidnight(placedAtMs, timeZone) ? 'day' : 'minute'
      words.push(t('posts.place.firstSeen', { date: date(placedAtMs, timeZone, style) }))
    }
    return words.length ? words.join(' · ') : t('posts.place.unknown')
  }
}

/** What else is known of it, each a word or two. */
export function usePostFlags(): (post: Post) => string[] {
  const { t } = useTranslation()
  return (post) => [
    ...(post.isRepost ? [t('posts.flag.repost')] : []),
    ...(post.withdrawn ? [t('posts.flag.withdrawn')] : []),
  ]
}
