import { RontenError } from '../../../shared/errors.ts'
import type { Importer, SourceText } from './importer.ts'
import { trendPage } from './trend-page.ts'

/** Adding a format is one file and one line here; a registry test asks for its label in both languages. */
export const importers: readonly Importer[] = [trendPage]

const headLength = 65_536

/** The surest importer for a text, or the one asked for by name. */
export function chooseImporter(source: SourceText, format: string | null): Importer {
  if (format !== null) {
    const named = importers.find((each) => each.id === format)
    if (named) return named
    const known = importers.map((each) => each.id).join(', ')
    throw new RontenError(
      'import.unknownFormat',
      `There is no format “${format}”. Known formats: ${known}.`,
      { format, known },
    )
  }
  const head = { ...source, text: source.text.slice(0, headLength) }
  const [best] = importers
    .map((importer) => ({ importer, sure: importer.detect(head) }))
    .sort((x, y) => y.sure - x.sure)
  if (best && best.sure > 0) return best.importer
  // Nothing recognised it: the trend-page reader says in words what it looked for and did not find.
  return trendPage
}
