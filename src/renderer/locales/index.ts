/** One file an area and language: `locales/en/posts.json` answers to `t('posts.…')`. Both languages are always loaded. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

type Words = { [key: string]: string | Words }

const files = import.meta.glob<Words>('./{en,ja}/*.json', { eager: true, import: 'default' })

export function wordsOf(language: string): Words {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`))
  return Object.fromEntries(own.map(([path, words]) => [path.slice(5, -'.json'.length), words]))
}

export function startTranslating(): Promise<unknown> {
  return i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: wordsOf('en') }, ja: { translation: wordsOf('ja') } },
    // React escapes what it shows; text that is escaped twice reads `&amp;`.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
}
