import { useTranslation } from 'react-i18next'
import type { Phrase } from '../../shared/query/describe.ts'
import { formatStamp, localeOf } from '../ui/format.ts'

type Translate = (key: string, options?: Record<string, unknown>) => string

/** A filter in words, in one line: conditions that all hold. */
export function sayPhrases(phrases: readonly Phrase[], t: Translate, language: string): string {
  return listed(
    phrases.map((phrase) => sayPhrase(phrase, t, language)),
    'conjunction',
    language,
  )
}

function sayPhrase({ key, values, items = [] }: Phrase, t: Translate, language: string): string {
  const inner = items.map((item) => sayPhrase(item, t, language))
  const kind = key === 'query.any' ? 'disjunction' : 'conjunction'
  const said = Object.entries(values).map(([name, value]) => [name, sayValue(key, name, value, t, language)])
  return t(key, { ...Object.fromEntries(said), items: listed(inner, kind, language) })
}

function sayValue(
  key: string,
  name: string,
  value: Phrase['values'][string],
  t: Translate,
  language: string,
) {
  if (Array.isArray(value)) {
    const coded = key === 'query.stanceValue' || key === 'query.claimValue'
    const words = coded ? value.map((each) => t(`values.${each}`, { defaultValue: each })) : value
    return listed(words, 'disjunction', language)
  }
  if (name === 'date') return formatStamp(String(value), language)
  return typeof value === 'number' ? new Intl.NumberFormat(localeOf(language)).format(value) : value
}

function listed(words: string[], type: 'conjunction' | 'disjunction', language: string): string {
  // Japanese joins conditions with a comma and “または”; CLDR's “、” alone would not tell AND from OR.
  if (language === 'ja') return words.join(type === 'conjunction' ? '、かつ' : 'または')
  return new Intl.ListFormat(localeOf(language), { type }).format(words)
}

export function usePhrases(): (phrases: readonly Phrase[]) => string {
  const { t, i18n } = useTranslation()
  return (phrases) => sayPhrases(phrases, (key, options) => t(key, options ?? {}), i18n.language)
}
