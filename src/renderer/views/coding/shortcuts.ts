import { useTranslation } from 'react-i18next'
import type { Code } from '../../../shared/model.ts'
import { useShortcuts, type Shortcut } from '../../layout/shortcuts.ts'
import { useValueLabel } from '../../ui/index.ts'
import { directKeys, neighbour, rowKeys } from './key-scheme.ts'
import { useCoding } from './state.ts'

export interface Deeds {
  decide: (code: Code, value: string) => void
  next: () => void
  previous: () => void
  undo: (codingOnly: boolean) => void
}

/** Every key of this view. Keys of single values stand in the overlay as one line a row. */
export function useCodingShortcuts(codes: readonly Code[], deeds: Deeds): void {
  const { t } = useTranslation()
  const marked = useMarked(codes)
  const move = (by: 1 | -1) => () => mark(neighbour(codes, marked?.id ?? null, by))
  const only = { keysOnly: true }
  const decisions = useDecisionShortcuts(codes, marked, deeds.decide)
  useShortcuts([
    ...decisions,
    { id: 'coding.down', label: t('coding.keys.down'), keys: 'ArrowDown', ...only, run: move(1) },
    { id: 'coding.up', label: t('coding.keys.up'), keys: 'ArrowUp', ...only, run: move(-1) },
    { id: 'coding.next', label: t('coding.next'), keys: ['Space', 'Enter', 'n'], ...only, run: deeds.next },
    {
      id: 'coding.previous',
      label: t('coding.previous'),
      keys: ['p', 'ArrowLeft'],
      ...only,
      run: deeds.previous,
    },
    { id: 'coding.undo', label: t('coding.keys.undo'), keys: 'u', ...only, run: () => deeds.undo(true) },
    {
      id: 'coding.undoAny',
      label: t('shell.undo'),
      keys: 'Mod+Z',
      ...only,
      isHidden: true,
      run: () => deeds.undo(false),
    },
    { id: 'coding.memo', label: t('coding.keys.memo'), keys: 'm', run: focusMemo },
    {
      id: 'coding.find',
      label: t('coding.keys.find'),
      keys: '/',
      run: () => useCoding.setState({ finding: true }),
    },
  ])
}

function useDecisionShortcuts(codes: readonly Code[], marked: Code | undefined, decide: Deeds['decide']) {
  const { t } = useTranslation()
  const valueLabel = useValueLabel()
  const direct = directKeys(codes)
  const single = (id: string, keys: string | undefined, code: Code | undefined, value: string | undefined) =>
    code && value !== undefined && keys !== undefined
      ? [{ id, label: id, keys, keysOnly: true, isHidden: true, run: () => decide(code, value) }]
      : []
  const line = (code: Code): Shortcut[] => {
    const keys = (direct.get(code.id) ?? []).filter((key) => key !== undefined)
    const values = code.values.slice(0, keys.length).map(valueLabel).join(', ')
    const label = code.kind === 'theme' ? code.shortName : `${code.shortName}: ${values}`
    return keys.length ? [{ id: `coding.code.${code.id}`, label, keys, keysOnly: true, run: () => {} }] : []
  }
  return [
    ...codes.flatMap((code) =>
      code.values.flatMap((value, i) =>
        single(`coding.${code.id}.${value}`, direct.get(code.id)?.[i], code, value),
      ),
    ),
    ...rowKeys.flatMap((key, i) => single(`coding.row.${key}`, key, marked, marked?.values[i])),
    ...codes.flatMap(line),
    { id: 'coding.row', label: t('coding.keys.row'), keys: rowKeys, keysOnly: true, run: () => {} },
  ]
}

/** The marked row: the one last worked in, else the first. */
export function useMarked(codes: readonly Code[]): Code | undefined {
  const marked = useCoding((state) => state.marked)
  return codes.find(({ id }) => id === marked) ?? codes[0]
}

/** Brings the row into sight; the focus follows where it was among the rows. */
function mark(codeId: number | null): void {
  useCoding.setState({ marked: codeId })
  const row = document.querySelector<HTMLElement>(`.code-row[data-code-id="${codeId}"]`)
  row?.scrollIntoView({ block: 'nearest' })
  if (document.activeElement?.closest('.code-row')) {
    row?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()
  }
}

function focusMemo(): void {
  document.querySelector<HTMLElement>('[data-testid="coding-memo"] textarea')?.focus()
}

/** Out of a field, so that keys decide again. */
export function focusPost(): void {
  document.querySelector<HTMLElement>('[data-testid="coding-post"]')?.focus({ preventScroll: true })
}
