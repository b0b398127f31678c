import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCorpus } from '../../client/hooks.ts'
import { Await } from '../../ui/index.ts'
import { CodingHistory } from './CodingHistory.tsx'
import { MemoField } from './MemoField.tsx'
import { ObservationList } from './ObservationList.tsx'
import { PostActions } from './PostActions.tsx'
import { PostHead } from './PostHead.tsx'
import { Provenance } from './Provenance.tsx'
import { RepostsShown } from './RepostsShown.tsx'
import { Section } from './Section.tsx'
import './post.css'

/** What is known of one post: its words, what each page showed of it, what coders made of it, where it came from. */
export function PostInspector({ postId }: { postId: number }) {
  const { t } = useTranslation()
  const answer = useCorpus('posts.get', { id: postId })
  const element = useRef<HTMLElement>(null)
  // The column keeps its place when another post takes this one's: each begins at its words.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the post is what it waits for
  useEffect(() => element.current?.closest('.inspector')?.scrollTo({ top: 0 }), [postId])
  return (
    <section
      ref={element}
      className="post-inspector"
      aria-label={t('posts.inspector', { id: postId })}
      data-testid="post-inspector"
      data-post-id={postId}
      tabIndex={-1}
    >
      <Await of={answer}>
        {(post) => (
          <>
            <PostHead post={post} />
            <PostActions post={post} />
            <Section title={t('posts.section.observations')} count={post.observations.length}>
              <RepostsShown observations={post.observations} />
              <ObservationList observations={post.observations} />
            </Section>
            <Section title={t('posts.section.codings')} count={post.codings.length}>
              <CodingHistory history={post.codingHistory} />
            </Section>
            <Section title={t('posts.section.memo')}>
              <MemoField postId={post.id} memo={post.memo} />
            </Section>
            <Section title={t('posts.section.provenance')}>
              <Provenance post={post} />
            </Section>
          </>
        )}
      </Await>
    </section>
  )
}
