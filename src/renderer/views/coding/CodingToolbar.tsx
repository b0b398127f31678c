import { useTranslation } from 'react-i18next'
import { useCorpus } from '../../client/hooks.ts'
import { Button, Keys, Switch, Toolbar, useFormat } from '../../ui/index.ts'
import { usePosition, type Queue } from './queue.ts'
import { focusPost } from './shortcuts.ts'
import { useCoding } from './state.ts'

type Position = ReturnType<typeof usePosition>

interface CodingToolbarProps {
  queue: Queue
  next: () => void
  previous: () => void
}

export function CodingToolbar({ queue, next, previous }: CodingToolbarProps) {
  const { t } = useTranslation()
  const { uncodedOnly, autoAdvance, trail } = useCoding()
  const postId = queue.place?.postId ?? null
  const position = usePosition(queue.filter, postId)
  const isFirst = trail.length === 0 && (postId === null || position?.isFirst === true)
  return (
    <Toolbar label={t('coding.queue')}>
      <Progress queue={queue} position={position} />
      <Switch isSelected={uncodedOnly} onChange={(on) => useCoding.setState({ uncodedOnly: on })}>
        {t('coding.uncodedOnly')}
      </Switch>
      <span title={t('coding.autoAdvanceHint')}>
        <Switch isSelected={autoAdvance} onChange={(on) => useCoding.setState({ autoAdvance: on })}>
          {t('coding.autoAdvance')}
        </Switch>
      </span>
      <span className="row toolbar-end">
        <Button onPress={thenPost(previous)} isDisabled={isFirst} data-testid="previous-post">
          {t('coding.previous')} <Keys keys="p" />
        </Button>
        <Button kind="primary" onPress={thenPost(next)} isDisabled={postId === null} data-testid="next-post">
          {t('coding.next')} <Keys keys="Space" />
        </Button>
      </span>
    </Toolbar>
  )
}

/** A pointer leaves no focus behind: Space means the next post again. */
function thenPost(run: () => void) {
  return ({ pointerType }: { pointerType: string }) => {
    run()
    if (pointerType !== 'keyboard' && pointerType !== 'virtual') focusPost()
  }
}

/** How much of the corpus and of the filter this coder has done. */
function Progress({ queue, position }: { queue: Queue; position: Position }) {
  const { t } = useTranslation()
  const { number, percent } = useFormat()
  const { filter } = queue
  const step = { from: null, direction: 'forward', uncodedOnly: true } as const
  const all = useCorpus('codings.next', { ...filter, query: '', ...step }, { keepPrevious: true }).data
  const filtered = useCorpus('codings.next', { ...filter, ...step }, { keepPrevious: true }).data
  if (!all || !filtered) return <span className="coding-progress" data-testid="coding-progress" />
  const share = filtered.total === 0 ? 0 : filtered.coded / filtered.total
  const words = [
    t('coding.coded', { coded: number(all.coded), total: number(all.total) }),
    position === null
      ? null
      : !position.inFilter
        ? t('coding.notInFilter')
        : t(filter.query ? 'coding.positionInFilter' : 'coding.position', {
            at: number(position.position),
            total: number(position.total),
          }),
  ]
  return (
    <div className="coding-progress" data-testid="coding-progress">
      <span className="small">{words.filter(Boolean).join(' · ')}</span>
      <div
        className="coding-bar"
        role="progressbar"
        aria-label={t('coding.codedInFilter')}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={percent(share)}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  )
}
