/** The diary's sentences: who did what. The foot of the window says the same deeds more shortly (layout/deeds.ts). */
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { useFormat, useValueLabel } from '../../ui/index.ts'

type Entry = Output<'history.list'>['entries'][number]

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Which sentence a deed takes, where its details decide. */
function sentenceOf({ kind, details }: Entry): string {
  if (kind === 'codings.put') {
    if (details['value'] === null) return 'codings.removed'
    if (details['kind'] === 'theme') return 'codings.theme'
    return text(details['before']) ? 'codings.changed' : 'codings.put'
  }
  if (kind === 'imports.run' && Number(details['files']) > 1) return 'imports.many'
  if (kind === 'memos.put' && details['removed'] === true) return 'memos.removed'
  if (kind === 'codebook.edit' && text(details['before']) && details['before'] !== details['name'])
    return 'codebook.renamed'
  return kind
}

export function useDiaryWords(): (entry: Entry) => string {
  const { t } = useTranslation()
  const { number } = useFormat()
  const valueLabel = useValueLabel()
  return (entry) => {
    const { details, coder, kind } = entry
    const label = (value: unknown) => (text(value) ? valueLabel(text(value)) : '')
    const files = typeof details['files'] === 'number' ? details['files'] : 1
    const isCoding = kind === 'codings.put'
    return t(`history.deeds.${sentenceOf(entry)}`, {
      ...details,
      who: coder ?? t('history.somebody'),
      kind: text(details['kind']) ? t(`values.kinds.${text(details['kind'])}`) : '',
      value: label(details['value']),
      before: isCoding ? label(details['before']) : text(details['before']),
      posts: number(typeof details['posts'] === 'number' ? details['posts'] : null),
      observations: number(typeof details['observations'] === 'number' ? details['observations'] : null),
      number: number(files),
      defaultValue: kind,
    })
  }
}
