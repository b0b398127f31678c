import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Code, CodeKind, PostDetail } from '../../../shared/model.ts'
import { Button, EditIcon, Keys, PlusIcon } from '../../ui/index.ts'
import { ClaimFind } from './ClaimFind.tsx'
import { CodebookEditor } from './CodebookEditor.tsx'
import { AddCode } from './CodeForm.tsx'
import { CoderPanel } from './CoderPanel.tsx'
import { CodeRow } from './CodeRow.tsx'
import { directKeys } from './key-scheme.ts'
import { ownCodings } from './rules.ts'
import { useMarked } from './shortcuts.ts'
import { useCoding } from './state.ts'

const kinds: readonly CodeKind[] = ['target', 'claim', 'theme']

interface CodebookProps {
  codes: readonly Code[]
  post: PostDetail | undefined
  coder: string | null
  onDecide: (code: Code, value: string) => void
  onCoder: (coder: string) => void
}

export function Codebook({ codes, post, coder, onDecide, onCoder }: CodebookProps) {
  const { t } = useTranslation()
  const editing = useCoding((state) => state.editing)
  const [adding, setAdding] = useState<CodeKind | null>(null)
  const isEmpty = codes.length === 0
  return (
    <>
      <header className="codebook-head">
        <h2 className="grow">{t('codebook.title')}</h2>
        {isEmpty ? null : (
          <Button
            small
            kind="quiet"
            aria-expanded={editing}
            onPress={() => useCoding.setState({ editing: !editing })}
            data-testid="edit-codebook"
          >
            <EditIcon />
            {editing ? t('codebook.endEdit') : t('codebook.edit')}
          </Button>
        )}
      </header>
      <div className="codebook-body">
        {coder === null ? <CoderPanel onKnown={onCoder} /> : null}
        {isEmpty ? <FirstCode /> : null}
        {kinds.map((kind) => (
          <section key={kind} className="codebook-section" data-kind={kind}>
            <SectionHead
              kind={kind}
              isFirst={isEmpty && kind === 'target'}
              isAdding={adding === kind}
              onAdd={() => setAdding(kind)}
            />
            {adding === kind ? <AddCode kind={kind} onDone={() => setAdding(null)} /> : null}
            {editing ? (
              <CodebookEditor codes={codes.filter((code) => code.kind === kind)} />
            ) : (
              <Rows kind={kind} codes={codes} post={post} coder={coder} onDecide={onDecide} />
            )}
          </section>
        ))}
        {isEmpty ? null : (
          <p className="codebook-note">
            <Keys keys="ArrowUp" /> <Keys keys="ArrowDown" /> {t('codebook.rowHint')} <Keys keys="1" />–
            <Keys keys="4" /> {t('codebook.valueHint')}
          </p>
        )}
      </div>
    </>
  )
}

interface SectionHeadProps {
  kind: CodeKind
  /** The one thing to do in an empty codebook. */
  isFirst: boolean
  isAdding: boolean
  onAdd: () => void
}

function SectionHead({ kind, isFirst, isAdding, onAdd }: SectionHeadProps) {
  const { t } = useTranslation()
  return (
    <header className="codebook-section-head">
      <h3 className="grow">{t(`codebook.kinds.${kind}`)}</h3>
      <Button
        small
        kind={isFirst ? 'primary' : 'quiet'}
        isDisabled={isAdding}
        onPress={onAdd}
        data-testid={`add-${kind}`}
      >
        <PlusIcon />
        {t(`codebook.add.${kind}`)}
      </Button>
    </header>
  )
}

type RowsProps = Omit<CodebookProps, 'onCoder'> & { kind: CodeKind }

function Rows({ kind, codes, post, coder, onDecide }: RowsProps) {
  const flash = useCoding((state) => state.flash)
  const marked = useMarked(codes)
  const direct = directKeys(codes)
  const own = post ? ownCodings(post.codings, coder) : []
  const rows = codes.filter((code) => code.kind === kind)
  return (
    <>
      {kind === 'claim' ? <ClaimFind codes={codes} /> : null}
      <div className={`code-rows code-rows--${kind}`}>
        {rows.map((code) => (
          <CodeRow
            key={code.id}
            code={code}
            value={own.find(({ codeId }) => codeId === code.id)?.value}
            flash={flash && flash.postId === post?.id && flash.codeId === code.id ? flash.value : undefined}
            direct={direct.get(code.id)}
            isMarked={code.id === marked?.id}
            isDisabled={post === undefined}
            onDecide={onDecide}
          />
        ))}
      </div>
    </>
  )
}

/** What a codebook is for, where there is none yet. */
function FirstCode() {
  const { t } = useTranslation()
  // What is added next is there to code with.
  useEffect(() => useCoding.setState({ editing: false }), [])
  return (
    <div className="codebook-first stack" data-testid="codebook-empty">
      <h3>{t('codebook.empty.title')}</h3>
      <p>{t('codebook.empty.target')}</p>
      <p>{t('codebook.empty.claim')}</p>
      <p>{t('codebook.empty.theme')}</p>
    </div>
  )
}
