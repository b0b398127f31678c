import { useTranslation } from 'react-i18next'
import type { Coding } from '../../../shared/model.ts'
import { CodingChip } from '../../ui/index.ts'

/** The standing codings of a post; who made them is told on hovering. */
export function CodingChips({ codings }: { codings: readonly Coding[] }) {
  const { t } = useTranslation()
  return codings.map(({ id, kind, code, codeName, value, coder }) => (
    <CodingChip
      key={id}
      kind={kind}
      code={code}
      value={value}
      title={t('posts.codedBy', { name: codeName, coder })}
    />
  ))
}
