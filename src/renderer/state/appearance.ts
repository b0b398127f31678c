/** Theme and language as they are shown, worked out from the person's choice and the system's. */
import i18next from 'i18next'
import { create } from 'zustand'
import { useWork, type WorkState } from './store.ts'

export type Theme = 'light' | 'dark'
export type Language = 'en' | 'ja'

export const useAppearance = create<{ theme: Theme }>(() => ({ theme: 'light' }))

export function languageOf({
  settings,
  systemLanguage,
}: Pick<WorkState, 'settings' | 'systemLanguage'>): Language {
  return settings.language === 'system' ? systemLanguage : settings.language
}

/** Keeps the document's theme and language right from now on. The document changes first: charts read its colours. */
export function followAppearance(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const applyTheme = () => {
    const chosen = useWork.getState().settings.theme
    const theme = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen
    document.documentElement.dataset.theme = theme
    useAppearance.setState({ theme })
  }
  const applyLanguage = () => {
    const language = languageOf(useWork.getState())
    document.documentElement.lang = language
    if (i18next.language !== language) void i18next.changeLanguage(language)
  }
  dark.addEventListener('change', applyTheme)
  useWork.subscribe((now, before) => {
    if (now.settings === before.settings && now.systemLanguage === before.systemLanguage) return
    applyTheme()
    applyLanguage()
  })
  applyTheme()
  applyLanguage()
}
