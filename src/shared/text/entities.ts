/** What a post's text carries inside itself: links, hashtags, mentions, and whom it answers. */
import { fold } from './fold.ts'

export interface Entities {
  urls: { url: string; domain: string }[]
  hashtags: { key: string; label: string }[]
  mentions: { key: string; handle: string }[]
  /** Handle of the post that this one answers: the text begins with `@handle `. */
  replyTo: string | null
}

const url = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/gu
/** A letter or digit before the sign makes it part of a word, as the platforms read it; `&#` begins a character entity. */
const hashtag = /(?<![\p{L}\p{N}_&])[#＃]([\p{L}\p{M}\p{N}_・゛゜ー〜]+)/gu
const mention = /(?<![A-Za-z0-9_!@#$%&*＠])[@＠]([A-Za-z0-9_]{1,30})(?![A-Za-z0-9_@])/gu
const reply = /^[@＠]([A-Za-z0-9_]{1,30})\s/u

function unique<T extends { key: string }>(items: T[]): T[] {
  const seen = new Set<string>()
  return items.filter(({ key }) => !seen.has(key) && seen.add(key))
}

function domainOf(address: string): string {
  try {
    return new URL(address).hostname.replace(/^www\./, '')
  } catch {
    return ''
  }
}

/** First mention of each wins its label; order is that of the text. */
export function extractEntities(text: string): Entities {
  const urls = [...text.matchAll(url)].map(([whole]) => {
    const trimmed = whole.replace(/[.,;:!?)'\]]+$/u, '')
    return { url: trimmed, domain: domainOf(trimmed) }
  })
  const rest = text.replace(url, ' ')
  const hashtags = [...rest.matchAll(hashtag)]
    .map((match) => match[1]!)
    .filter((label) => /[^\p{N}_・゛゜ー〜]/u.test(label))
    .map((label) => ({ key: fold(label), label }))
  const mentions = [...rest.matchAll(mention)].map((match) => ({
    key: match[1]!.toLowerCase(),
    handle: match[1]!,
  }))
  return {
    urls,
    hashtags: unique(hashtags),
    mentions: unique(mentions),
    replyTo: reply.exec(text)?.[1] ?? null,
  }
}
