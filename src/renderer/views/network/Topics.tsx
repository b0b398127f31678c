import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '../../../shared/model.ts'
import { condition } from '../../../shared/query/build.ts'
import { useCorpus, useMutate } from '../../client/hooks.ts'
import { useTimeZone } from '../../state/filter.ts'
import { useWork, work } from '../../state/store.ts'
import {
  Await,
  Button,
  ErrorNote,
  LinkButton,
  Panel,
  showToast,
  TextField,
  useFormat,
} from '../../ui/index.ts'

/** Colours that tell topics apart, after Okabe and Ito; the first free one is offered. */
const palette = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#8a8a00',
  '#5d3a9b',
  '#8c564b',
  '#4d4d4d',
]

interface Draft {
  id: number | null
  name: string
  query: string
  colour: string
}

/** The analyst's topics: named rules over posts, each with its count. */
export function Topics() {
  const { t } = useTranslation()
  const timeZone = useTimeZone()
  const filter = useWork((state) => state.filter)
  const topics = useCorpus('topics.list', { timeZone }, { keepPrevious: true })
  const [draft, setDraft] = useState<Draft | null>(null)
  const used = topics.data?.map(({ colour }) => colour.toLowerCase()) ?? []
  const add = () =>
    setDraft({
      id: null,
      name: '',
      query: filter,
      colour: palette.find((each) => !used.includes(each)) ?? palette[0]!,
    })
  return (
    <aside className="topics" aria-label={t('topics.title')} data-testid="topics">
      <Panel
        title={t('topics.title')}
        actions={
          <Button small onPress={add}>
            {t('topics.add')}
          </Button>
        }
        padded
      >
        {draft ? <TopicForm key={draft.id ?? 'new'} draft={draft} onDone={() => setDraft(null)} /> : null}
        <Await of={topics} lines={4}>
          {(list) =>
            list.length === 0 && !draft ? (
              <p className="muted">{t('topics.empty')}</p>
            ) : (
              <ul className="topic-list">
                {list.map((topic) => (
                  <TopicRow key={topic.id} topic={topic} onEdit={() => setDraft(topic)} />
                ))}
              </ul>
            )
          }
        </Await>
      </Panel>
    </aside>
  )
}

function TopicRow({ topic, onEdit }: { topic: Topic; onEdit: () => void }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const retire = useMutate('topics.retire')
  const remove = async () => {
    if (await retire.run({ id: topic.id }))
      showToast({ message: t('topics.retired', { name: topic.name }), undo: true })
  }
  return (
    <li className="topic">
      <span className="topic-colour" style={{ background: topic.colour }} aria-hidden="true" />
      <div className="topic-text">
        <LinkButton onPress={() => work.openPosts(condition('topic', ':', topic.name))}>
          {topic.name}
        </LinkButton>
        <span className="topic-query selectable">{topic.query}</span>
        {topic.problem ? <span className="topic-problem">{topic.problem}</span> : null}
      </div>
      <span className="topic-count">{number(topic.postCount)}</span>
      <div className="topic-deeds">
        <Button small kind="quiet" onPress={onEdit} aria-label={t('topics.editNamed', { name: topic.name })}>
          {t('topics.edit')}
        </Button>
        <Button
          small
          kind="quiet"
          onPress={() => void remove()}
          aria-label={t('topics.retireNamed', { name: topic.name })}
        >
          {t('topics.retire')}
        </Button>
      </div>
    </li>
  )
}

function TopicForm({ draft, onDone }: { draft: Draft; onDone: () => void }) {
  const { t } = useTranslation()
  const [topic, setTopic] = useState(draft)
  const save = useMutate('topics.save', { quiet: true })
  const submit = async () => {
    const { id, name, query, colour } = topic
    if (await save.run({ id, name, query, colour })) onDone()
  }
  return (
    <div className="topic-form stack">
      <TextField
        label={t('topics.name')}
        value={topic.name}
        onChange={(name) => setTopic({ ...topic, name })}
        onSubmit={() => void submit()}
        autoFocus
        maxLength={200}
      />
      <TextField
        label={t('topics.query')}
        hint={t('topics.queryHint')}
        value={topic.query}
        onChange={(query) => setTopic({ ...topic, query })}
        onSubmit={() => void submit()}
      />
      <div className="topic-palette" role="radiogroup" aria-label={t('topics.colour')}>
        {palette.map((colour, i) => (
          <button
            key={colour}
            type="button"
            role="radio"
            aria-checked={topic.colour.toLowerCase() === colour}
            aria-label={t('topics.colourNumber', { number: i + 1 })}
            style={{ background: colour }}
            onClick={() => setTopic({ ...topic, colour })}
          />
        ))}
      </div>
      {save.error ? <ErrorNote error={save.error} /> : null}
      <div className="row">
        <Button
          kind="primary"
          small
          isDisabled={topic.name.trim() === '' || save.pending}
          onPress={() => void submit()}
        >
          {t('topics.save')}
        </Button>
        <Button small onPress={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  )
}
