import { useTranslation } from 'react-i18next'
import { useCorpus } from '../../client/hooks.ts'
import { usePhrases } from '../../layout/phrases.ts'
import { useFilter } from '../../state/filter.ts'
import { work } from '../../state/store.ts'
import { Button, EmptyState, ImportIcon } from '../../ui/index.ts'

/** Nothing in the corpus, or nothing in the filter. */
export function NothingToShow() {
  const { t } = useTranslation()
  const filter = useFilter()
  const info = useCorpus('corpus.info', {}).data
  const words = useCorpus('query.check', filter).data?.words
  const say = usePhrases()
  if (!info) return null
  if (info.posts === 0)
    return (
      <EmptyState
        title={t('posts.empty.title')}
        action={
          <Button kind="primary" onPress={() => work.startImport()}>
            <ImportIcon />
            {t('posts.empty.import')}
          </Button>
        }
      >
        {t('posts.empty.text')}
      </EmptyState>
    )
  return (
    <EmptyState
      title={t('posts.noMatch.title')}
      action={<Button onPress={() => work.filterBy('')}>{t('posts.noMatch.clear')}</Button>}
    >
      <p>{t('posts.noMatch.filter', { words: words ? say(words) : filter.query })}</p>
      <p>{t('posts.noMatch.text')}</p>
    </EmptyState>
  )
}
