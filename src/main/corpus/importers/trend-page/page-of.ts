/** Pages for tests: invented, of the shape that `shared/SNAPSHOTS.md` describes. */
export const marker = '人気のポスト ※表示されているRP数は特定時点のものです'
export const footer = '<ポストの表示について>\n掲載の条件。'

export interface PageParts {
  topic?: string
  count?: string
  when?: string
  genders?: string
  summary?: string
  body?: string
  footer?: string
}

const whole: Required<Omit<PageParts, 'summary'>> = {
  topic: '花見 トレンド',
  count: '0post',
  when: '2026.03.29 18:00',
  genders: ':0% :0% (30代/女性)',
  body: '春が来た。 March 3, 2026',
  footer,
}

/** A part given as `''` is missing from the page. */
export function pageOf(parts: PageParts = {}): string {
  const page = { ...whole, ...parts }
  const lines = [
    page.topic,
    page.count,
    page.when,
    page.genders,
    page.summary,
    marker,
    page.body,
    page.footer,
  ]
  return `${lines.filter((line) => line !== undefined && line !== '').join('\n')}\n`
}
