import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { GrantedFile } from '../../../shared/shell.ts'
import { useCorpus, useJob } from '../../client/hooks.ts'
import { shell } from '../../client/shell.ts'
import { useFilter, usePostCount } from '../../state/filter.ts'
import { work } from '../../state/store.ts'
import { Button, Checkbox, EmptyState, ErrorNote, ProgressRow, useFormat } from '../../ui/index.ts'
import './export.css'

export default function View() {
  const { t } = useTranslation()
  const info = useCorpus('corpus.info', {}).data
  if (info?.posts === 0) {
    return (
      <EmptyState
        title={t('export.empty.title')}
        action={
          <Button kind="primary" onPress={() => work.startImport()}>
            {t('export.empty.import')}
          </Button>
        }
      >
        {t('export.empty.text')}
      </EmptyState>
    )
  }
  return <Dataset corpus={info?.name ?? 'corpus'} />
}

function Dataset({ corpus }: { corpus: string }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const filter = useFilter()
  const count = usePostCount()
  const [bom, setBom] = useState(true)
  const [target, setTarget] = useState<GrantedFile | null>(null)
  const job = useJob('export.run')
  const name = t('export.suggested', { corpus })

  const run = async () => {
    const chosen = await shell('dialog.exportTo', { suggestedName: name, extension: 'csv' })
    if (!chosen) return
    setTarget(chosen)
    await write(chosen, false)
  }
  const write = (to: GrantedFile, overwrite: boolean) =>
    job.start({ ...filter, format: 'csv', destination: to.token, bom, overwrite })
  return (
    <div className="export" data-testid="export">
      <div className="export-page stack">
        <h2>{t('export.title')}</h2>
        <p>{t('export.intro')}</p>
        <dl className="export-facts">
          <dt>{t('export.what')}</dt>
          <dd>{count === undefined ? '…' : t('export.posts', { count, number: number(count) })}</dd>
          <dt>{t('export.format')}</dt>
          <dd>
            {t('export.csv')}
            <p className="muted">{t('export.csvNote')}</p>
            <Checkbox isSelected={bom} onChange={setBom}>
              {t('export.bom')}
            </Checkbox>
          </dd>
          <dt>{t('export.files')}</dt>
          <dd>
            <ul>
              {(['codings', 'observations', 'dictionary'] as const).map((each) => (
                <li key={each}>{t(`export.${each}`, { name })}</li>
              ))}
            </ul>
            <p className="muted">{t('export.again')}</p>
          </dd>
        </dl>
        {count === 0 ? (
          <p className="row">
            {t('export.noMatch')}
            <Button small onPress={() => work.filterBy('')}>
              {t('export.clear')}
            </Button>
          </p>
        ) : (
          <div>
            <Button kind="primary" isDisabled={job.running || count === undefined} onPress={() => void run()}>
              {t('export.run')}
            </Button>
          </div>
        )}
        {job.running ? (
          <ProgressRow label={t('export.running')} progress={job.progress} onCancel={job.cancel} />
        ) : null}
        {job.error ? <ErrorNote error={job.error} /> : null}
        {job.error?.code === 'export.exists' && target ? (
          <div>
            <Button kind="danger" onPress={() => void write(target, true)}>
              {t('export.replace')}
            </Button>
          </div>
        ) : null}
        {job.result && target ? <Done result={job.result} target={target} /> : null}
      </div>
    </div>
  )
}

function Done({ result, target }: { result: Output<'export.run'>; target: GrantedFile }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <section className="export-done stack" aria-live="polite" data-testid="export-done">
      <h3>{t('export.done')}</h3>
      <ul className="selectable">
        {result.files.map(({ path, rows, sha256 }) => (
          <li key={path}>
            <span>{path.split(/[\\/]/).pop()}</span>
            {rows ? (
              <span className="muted"> · {t('export.rows', { count: rows, number: number(rows) })}</span>
            ) : null}
            <span className="export-hash" title={sha256}>
              {' '}
              · SHA-256 {sha256.slice(0, 12)}…
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button small onPress={() => void shell('dialog.showExported', { token: target.token })}>
          {t('export.show')}
        </Button>
      </div>
    </section>
  )
}
