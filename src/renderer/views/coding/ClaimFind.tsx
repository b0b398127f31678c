import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Code } from '../../../shared/model.ts'
import { useMutate } from '../../client/hooks.ts'
import { Button, ErrorNote, Keys, PlusIcon, SearchIcon } from '../../ui/index.ts'
import { Field } from './Field.tsx'
import { findClaims } from './rules.ts'
import { focusPost } from './shortcuts.ts'
import { useCoding } from './state.ts'

const most = 8

/** Finds a claim, or makes it one, without leaving the post. */
export function ClaimFind({ codes }: { codes: readonly Code[] }) {
  const { t } = useTranslation()
  const finding = useCoding((state) => state.finding)
  const open = () => useCoding.setState({ finding: true })
  if (finding) return <Finder codes={codes} />
  return (
    <Button small className="claim-find-open" onPress={open} data-testid="claim-find-open">
      <SearchIcon />
      <span className="grow">{t('codebook.find.open')}</span>
      <Keys keys="/" />
    </Button>
  )
}

function Finder({ codes }: { codes: readonly Code[] }) {
  const { t } = useTranslation()
  const { typed, type, found, at, move, pick, create, isNew, error } = useFinder(codes)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    move(by)
  }
  return (
    <div className="claim-find">
      <Field
        label={t('codebook.find.label')}
        hideLabel
        value={typed}
        onChange={type}
        placeholder={t('codebook.find.placeholder')}
        maxLength={2_000}
        testId="claim-find"
        inputRef={field}
        onEnter={() => (isNew ? void create() : found[at] && pick(found[at].id))}
        onEscape={close}
        onKey={onKey}
      />
      <ul className="claim-find-list" aria-label={t('codebook.find.matches')}>
        {found.map((claim, i) => (
          <li key={claim.id} data-current={i === at || undefined}>
            <button type="button" tabIndex={-1} onClick={() => pick(claim.id)}>
              <span className="code-number">{claim.shortName}</span>
              <bdi>{claim.name}</bdi>
            </button>
          </li>
        ))}
        {typed.trim() ? (
          <li data-current={isNew || undefined}>
            <button type="button" tabIndex={-1} onClick={() => void create()} data-testid="claim-create">
              <PlusIcon />
              <bdi>{t('codebook.find.create', { name: typed.trim() })}</bdi>
            </button>
          </li>
        ) : null}
      </ul>
      <p className="hint" aria-live="polite">
        {isNew ? t('codebook.find.hintNew') : t('codebook.find.hint')}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {found[at] ? `${found[at].shortName} ${found[at].name}` : ''}
      </p>
      {error ? <ErrorNote error={error} /> : null}
    </div>
  )
}

function close(): void {
  useCoding.setState({ finding: false })
  focusPost()
}

/** Marks the claim: 1 to 4 decide on it now. */
function pick(codeId: number): void {
  close()
  useCoding.setState({ marked: codeId })
  requestAnimationFrame(() =>
    document.querySelector(`.code-row[data-code-id="${codeId}"]`)?.scrollIntoView({ block: 'nearest' }),
  )
}

function useFinder(codes: readonly Code[]) {
  const add = useMutate('codebook.add', { quiet: true })
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = findClaims(codes, typed).slice(0, most)
  const count = found.length + (typed.trim() ? 1 : 0)
  const create = async () => {
    if (!typed.trim() || add.pending) return
    const claim = await add.run({ kind: 'claim', name: typed.trim() })
    if (claim) pick(claim.id)
  }
  return {
    typed,
    found,
    at,
    pick,
    create,
    error: add.error,
    isNew: typed.trim() !== '' && at >= found.length,
    type: (text: string) => {
      add.clearError()
      setTyped(text)
      setAt(0)
    },
    move: (by: number) => setAt(Math.max(0, Math.min(count - 1, at + by))),
  }
}
