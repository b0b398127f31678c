import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { useCorpus, useJob } from '../../client/hooks.ts'
import { Await, Button, CheckIcon, ErrorNote, ProgressRow, useFormat, WarningIcon } from '../../ui/index.ts'
import { ImportPanel } from './ImportPanel.tsx'

type Info = Output<'corpus.info'>

export function Overview() {
  const info = useCorpus('corpus.info', {})
  return (
    <Await of={info}>
      {(data) => (
        <div className="corpus-page">
          <About info={data} />
          <ImportPanel canWrite={!data.readOnly} />
        </div>
      )}
    </Await>
  )
}

const counts = ['posts', 'observations', 'snapshots', 'imports', 'codings'] as const

function About({ info }: { info: Info }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const check = useJob('corpus.check')
  const { reset } = check
  // What was found sound may not be any more once something has come in or gone.
  useEffect(reset, [reset, info.observations, info.imports, info.codings])
  return (
    <section className="corpus-about" aria-label={t('corpus.overview')}>
      <div className="row row-wrap">
        <h1 className="selectable grow">{info.name}</h1>
        {check.running ? (
          <ProgressRow label={t('jobs.corpus.check')} progress={check.progress} onCancel={check.cancel} />
        ) : (
          <Button small onPress={() => void check.start({})}>
            {t('corpus.check')}
          </Button>
        )}
      </div>
      <dl className="corpus-counts">
        {counts.map((each) => (
          <div key={each}>
            <dt>{t(`corpus.counts.${each}`)}</dt>
            <dd>{number(info[each])}</dd>
          </div>
        ))}
        <div className="corpus-range">
          <dt>{t('corpus.range')}</dt>
          <dd>
            <Range info={info} />
          </dd>
        </div>
      </dl>
      {check.error ? <ErrorNote error={check.error} /> : null}
      {check.result ? <CheckResult result={check.result} /> : null}
    </section>
  )
}

function Range({ info }: { info: Info }) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const { firstPlacedMs: first, lastPlacedMs: last, timeZone } = info
  if (first === null || last === null) return <span className="muted">{t('corpus.noRange')}</span>
  const from = date(first, timeZone, 'day')
  const until = date(last, timeZone, 'day')
  return (
    <>
      {from === until ? from : t('corpus.fromUntil', { from, until })}{' '}
      <span className="muted small">{timeZone}</span>
    </>
  )
}

function CheckResult({ result }: { result: Output<'corpus.check'> }) {
  const { t } = useTranslation()
  if (result.ok) {
    return (
      <p className="corpus-check" role="status">
        <CheckIcon />
        {t('corpus.sound')}
      </p>
    )
  }
  return (
    <div className="corpus-check" data-bad="" role="status">
      <WarningIcon />
      <div>
        <p>{t('corpus.unsound')}</p>
        <ul className="corpus-failures">
          {result.problems.map(({ check, message }, i) => (
            <li key={i} className="selectable">
              {t('corpus.problem', { check: t(`corpus.checks.${check}`, { defaultValue: check }), message })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
