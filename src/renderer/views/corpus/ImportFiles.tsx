import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../../shared/model.ts'
import { useFormat } from '../../ui/index.ts'
import { Notes } from './Notes.tsx'

type File = ImportRun['files'][number]
const manyFiles = 12
const numbers = ['snapshots', 'observations', 'postsNew', 'postsSeen'] as const

/** The files of one import; of many, the list is folded. */
export function ImportFiles({ files }: { files: readonly File[] }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  if (files.length <= manyFiles) return <Table files={files} />
  return (
    <details className="corpus-notes">
      <summary>{t('corpus.imports.showFiles', { number: number(files.length) })}</summary>
      <Table files={files} />
    </details>
  )
}

function Table({ files }: { files: readonly File[] }) {
  const { t } = useTranslation()
  return (
    <table className="table">
      <caption className="visually-hidden">{t('corpus.imports.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('corpus.imports.column.name')}</th>
          <th scope="col">{t('corpus.imports.column.sha256')}</th>
          <th scope="col" className="num">
            {t('corpus.imports.column.size')}
          </th>
          <th scope="col">{t('corpus.imports.column.encoding')}</th>
          {numbers.map((name) => (
            <th key={name} scope="col" className="num">
              {t(`corpus.imports.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <FileRow key={file.sha256} file={file} />
        ))}
      </tbody>
    </table>
  )
}

function FileRow({ file }: { file: File }) {
  const { bytes, number } = useFormat()
  const { t } = useTranslation()
  const { name, sha256, byteCount, encoding, skipped, warnings } = file
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <bdi className="corpus-path">{name === 'pasted text' ? t('import.pastedText') : name}</bdi>
        </th>
        <td>
          <code title={sha256}>{sha256.slice(0, 10)}…</code>
        </td>
        <td className="num">{bytes(byteCount)}</td>
        <td>{encoding}</td>
        {numbers.map((key) => (
          <td key={key} className="num">
            {number(file[key])}
          </td>
        ))}
      </tr>
      {skipped.length + warnings.length ? (
        <tr className="corpus-note-row">
          <td colSpan={8}>
            <Notes skipped={skipped} warnings={warnings} folded />
          </td>
        </tr>
      ) : null}
    </Fragment>
  )
}
