import { useTranslation } from 'react-i18next'
import { useCorpus, useMutate } from '../client/hooks.ts'
import type { Output } from '../../shared/contract.ts'
import { useValueLabel } from '../ui/Chip.tsx'
import { showToast } from '../state/toasts.ts'

type Deed = Pick<Output<'history.list'>['entries'][number], 'kind' | 'details'>

/** A deed in words: `Coded C1: denies`. */
export function useDeedWords(): (deed: Deed) => string {
  const { t } = useTranslation()
  const valueLabel = useValueLabel()
  return ({ kind, details }) => {
    const { value, before, kind: codeKind } = details
    const said =
      typeof value === 'string' ? valueLabel(value) : typeof before === 'string' ? valueLabel(before) : ''
    const removed = kind === 'codings.put' && value === null
    const erased = kind === 'memos.put' && details.removed === true
    const key = `deeds.${kind}${removed || erased ? 'Removed' : ''}`
    const codeKindWord =
      typeof codeKind === 'string' ? t(`values.kinds.${codeKind}`, { defaultValue: codeKind }) : ''
    return t(key, { ...details, value: said, kind: codeKindWord, defaultValue: kind })
  }
}

/** Undo and redo, with the deeds they would act on in words. */
export function useHistory() {
  const { t } = useTranslation()
  const words = useDeedWords()
  // The next to redo is the oldest undone deed that nothing has closed; a few dozen are always enough to see it.
  const { data } = useCorpus('history.list', { limit: 200 })
  const undo = useMutate('history.undo')
  const redo = useMutate('history.redo')
  const last = data?.entries.find((entry) => !entry.undone)
  const next = data?.entries.findLast((entry) => entry.undone && !entry.closed)
  const step = async (mutation: typeof undo | typeof redo, key: string) => {
    const deed = await mutation.run({})
    if (deed?.kind)
      showToast({ message: t(key, { deed: words({ kind: deed.kind, details: deed.details }) }) })
  }
  return {
    canUndo: data?.canUndo ?? false,
    canRedo: data?.canRedo ?? false,
    lastDeed: last && data?.canUndo ? words(last) : null,
    nextDeed: next && data?.canRedo ? words(next) : null,
    undo: () => void step(undo, 'shell.undone'),
    redo: () => void step(redo, 'shell.redone'),
  }
}
