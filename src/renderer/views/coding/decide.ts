import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { toErrorPayload } from '../../../shared/errors.ts'
import type { Code } from '../../../shared/model.ts'
import { call } from '../../client/port.ts'
import { useDeedWords } from '../../layout/deeds.ts'
import { showError, showToast } from '../../ui/index.ts'
import type { Queue } from './queue.ts'
import { completesPost, nextValue, ownCodings } from './rules.ts'
import { inTurn, useCoding } from './state.ts'

const flashMs = 150

const tell = (thrown: unknown) => showError(toErrorPayload(thrown))
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** One decision on the post that is shown; the next post comes once it is written. */
async function put(postId: number, code: Code, chosen: string, coder: string): Promise<boolean> {
  const codes = await call('codebook.get', {})
  const before = ownCodings((await call('posts.get', { id: postId })).codings, coder)
  const value = nextValue(before, code.id, chosen)
  const memo = value === null ? '' : (before.find(({ codeId }) => codeId === code.id)?.memo ?? '')
  const { codings } = await call('codings.put', { postId, codeId: code.id, value, memo })
  return code.kind === 'target' && completesPost(codes, before, ownCodings(codings, coder))
}

export function useDecide(queue: Queue, postId: number | null, coder: string | null) {
  const { forward } = queue
  return useCallback(
    (code: Code, value: string) => {
      if (useCoding.getState().editing) return
      useCoding.setState({ marked: code.id })
      if (postId === null) return
      if (coder === null) return focusCoder()
      useCoding.setState({ flash: { postId, codeId: code.id, value } })
      const seen = wait(flashMs)
      inTurn(async () => {
        const complete = await put(postId, code, value, coder)
        if (complete && useCoding.getState().autoAdvance) {
          await seen
          await forward(postId)
        }
      })
        .catch(tell)
        .finally(() => void seen.then(endFlash))
      function endFlash() {
        const { flash } = useCoding.getState()
        if (flash?.postId === postId && flash.codeId === code.id) useCoding.setState({ flash: null })
      }
    },
    [postId, coder, forward],
  )
}

/** Nothing can be written before it is known who decides. */
function focusCoder(): void {
  document.querySelector<HTMLElement>('[data-testid="coder-name"]')?.focus()
}

/** `codingOnly`: the single key takes back codings, memos and codes, never an import. */
export function useUndo({ open }: Queue) {
  const { t } = useTranslation()
  const words = useDeedWords()
  return (codingOnly: boolean) =>
    void inTurn(async () => {
      const { entries } = await call('history.list', { limit: 200 })
      const last = entries.find((each) => !each.undone)
      if (codingOnly && !/^(codings|memos|codebook)\./u.test(last?.kind ?? ''))
        return showToast({ message: t('coding.nothingToUndo') })
      const { kind, details } = await call('history.undo', {})
      if (kind === null) return showToast({ message: t('coding.nothingToUndo') })
      showToast({ message: t('shell.undone', { deed: words({ kind, details }) }) })
      if (typeof details.postId === 'number') open(details.postId)
    }).catch(tell)
}

export function useMoves({ forward, back, restart }: Queue, postId: number | null) {
  return {
    next: () => void inTurn(() => forward(postId)).catch(tell),
    previous: () => void inTurn(back).catch(tell),
    restart: () => void inTurn(restart).catch(tell),
  }
}
