import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'
import { useWork, work } from '../state/store.ts'
import { views } from '../views/index.ts'

export function Rail() {
  const { t } = useTranslation()
  const current = useWork((state) => state.view)
  return (
    <nav className="rail" aria-label={t('shell.rail')}>
      {views.map(({ id, icon: Icon }) => (
        <Button
          key={id}
          className="rail-item"
          {...(id === current ? { 'aria-current': 'page' as const } : {})}
          onPress={() => work.show(id)}
        >
          <Icon />
          <span>{t(`shell.views.${id}`)}</span>
        </Button>
      ))}
    </nav>
  )
}
