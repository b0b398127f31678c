import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/index.ts'

export default function View() {
  const { t } = useTranslation()
  return <EmptyState title={t('shell.views.posts')}>{t('shell.soon')}</EmptyState>
}
