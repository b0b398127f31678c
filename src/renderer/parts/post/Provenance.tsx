import { useTranslation } from 'react-i18next'
import { useCorpus } from '../../client/hooks.ts'
import { useTimeZone } from '../../state/filter.ts'
import { useFormat } from '../../ui/index.ts'
import type { Observation, PostDetail } from './types.ts'

/** The imports that brought this post, with their files and the lines in them. */
export function Provenance({ post }: { post: PostDetail }) {
  const { t } = useTranslation()
  const imports = useCorpus('imports.list', {}).data
  const byImport = grouped(post.observations)
  const name = t(`posts.platform.${post.platform}`, { defaultValue: post.platform })
  return (
    <>
      <p className="post-note">
        {t('posts.identity', { id: post.id, platform: name, lang: post.lang ?? t('posts.langUnknown') })}
      </p>
      <ul className="post-provenance">
        {[...byImport].map(([id, observations]) => (
          <ImportLine
            key={id}
            id={id}
            observations={observations}
            run={imports?.find((each) => each.id === id)}
          />
        ))}
      </ul>
    </>
  )
}

function grouped(observations: readonly Observation[]): Map<number, Observation[]> {
  const groups = new Map<number, Observation[]>()
  for (const each of observations) groups.set(each.importId, [...(groups.get(each.importId) ?? []), each])
  return groups
}

interface ImportLineProps {
  id: number
  observations: readonly Observation[]
  run: { importer: string; importerVersion: string; importedAtMs: number } | undefined
}

function ImportLine({ id, observations, run }: ImportLineProps) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const timeZone = useTimeZone()
  return (
    <li>
      <p>
        {t('posts.import', { id })}
        {run ? (
          <span className="muted small">
            {` ${date(run.importedAtMs, timeZone)} · ${run.importer} ${run.importerVersion}`}
          </span>
        ) : null}
      </p>
      <ul>
        {observations.map(({ id: key, fileName, lineStart, lineEnd }) => (
          <li key={key} className="small selectable">
            <bdi>{fileName}</bdi>{' '}
            <span className="muted">
              {t(lineStart === lineEnd ? 'posts.line' : 'posts.lines', { from: lineStart, to: lineEnd })}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}
