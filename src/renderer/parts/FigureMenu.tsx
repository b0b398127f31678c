import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, downloadDataUrl, downloadText, Menu, type ChartHandle } from '../ui/index.ts'

interface FigureMenuProps {
  /** Stem of the file's name. */
  name: string
  chart: RefObject<ChartHandle | null>
  csv: () => string
}

/** A figure and its numbers, for a paper. */
export function FigureMenu({ name, chart, csv }: FigureMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu
      label={t('figure.save')}
      trigger={<Button>{t('figure.save')}</Button>}
      placement="bottom end"
      entries={[
        {
          id: 'png',
          label: t('figure.png'),
          isDisabled: !chart.current,
          run: () => downloadDataUrl(`${name}.png`, chart.current?.pngDataUrl() ?? ''),
        },
        {
          id: 'svg',
          label: t('figure.svg'),
          isDisabled: !chart.current,
          run: () => downloadText(`${name}.svg`, chart.current?.svg() ?? '', 'image/svg+xml'),
        },
        { id: 'csv', label: t('figure.csv'), run: () => downloadText(`${name}.csv`, csv(), 'text/csv') },
      ]}
    />
  )
}
