import { useCorpus } from '../../client/hooks.ts'
import { Await } from '../../ui/index.ts'

/** What is known of the selected post. Shown in the inspector of every view. */
export function PostInspector({ postId }: { postId: number }) {
  const post = useCorpus('posts.get', { id: postId })
  return (
    <Await of={post}>
      {({ text }) => (
        <div className="panel-body--padded">
          <p className="post-text">{text}</p>
        </div>
      )}
    </Await>
  )
}
