import { useTranslation } from 'react-i18next'
import { useCorpus } from '../../client/hooks.ts'
import { Await, EmptyState, Button, ErrorNote, Skeleton } from '../../ui/index.ts'
import { work } from '../../state/store.ts'
import { Codebook } from './Codebook.tsx'
import { CodingToolbar } from './CodingToolbar.tsx'
import { useDecide, useMoves, useUndo } from './decide.ts'
import { EndOfQueue } from './EndOfQueue.tsx'
import { PostPane } from './PostPane.tsx'
import { useQueue, type Queue } from './queue.ts'
import { ownCodings } from './rules.ts'
import { useCodingShortcuts } from './shortcuts.ts'
import { useCoding } from './state.ts'
import './coding.css'

export default function View() {
  const { t } = useTranslation()
  const info = useCorpus('corpus.info', {})
  const queue = useQueue()
  return (
    <Await of={info}>
      {({ posts, coder }) =>
        posts === 0 ? (
          <EmptyState
            title={t('coding.empty.title')}
            action={
              <Button kind="primary" onPress={() => work.startImport()}>
                {t('coding.empty.import')}
              </Button>
            }
          >
            {t('coding.empty.text')}
          </EmptyState>
        ) : (
          <Desk queue={queue} coder={coder} />
        )
      }
    </Await>
  )
}

/** The post on the left, the codebook on the right. */
function Desk({ queue, coder }: { queue: Queue; coder: string | null }) {
  const { place } = queue
  const postId = place?.postId ?? null
  const codebook = useCorpus('codebook.get', {})
  const post = useCorpus('posts.get', { id: postId ?? 1 }, { enabled: postId !== null, keepPrevious: true })
  // What is decided on is what is seen.
  const shown = postId === null ? undefined : post.data
  const decide = useDecide(queue, shown?.id ?? null, coder)
  const steps = useMoves(queue, postId)
  const undo = useUndo(queue)
  // Until now nobody knew which posts this coder has done.
  const begin = (name: string) => {
    const isDone = shown && ownCodings(shown.codings, name).length > 0
    if (isDone && useCoding.getState().uncodedOnly) steps.restart()
  }
  const codes = codebook.data ?? []
  useCodingShortcuts(codes, { decide, next: steps.next, previous: steps.previous, undo })
  return (
    <div className="coding" data-testid="coding">
      <CodingToolbar queue={queue} {...steps} />
      <div className="coding-desk">
        <div className="coding-post-column">
          {queue.error ? (
            <div className="panel-body--padded">
              <ErrorNote error={queue.error} onRetry={queue.retry} />
            </div>
          ) : place === null ? (
            <Skeleton />
          ) : postId === null ? (
            <EndOfQueue queue={queue} onRestart={steps.restart} onBack={steps.previous} />
          ) : (
            <Await of={{ ...post, data: shown }}>{(data) => <PostPane post={data} coder={coder} />}</Await>
          )}
        </div>
        <aside className="codebook" data-testid="codebook">
          <Await of={codebook}>
            {(all) => <Codebook codes={all} post={shown} coder={coder} onDecide={decide} onCoder={begin} />}
          </Await>
        </aside>
      </div>
    </div>
  )
}
