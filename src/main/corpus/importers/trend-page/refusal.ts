/** Texts that are no trend page: what was looked for, what was found instead, what to do. */
import { RontenError } from '../../../../shared/errors.ts'
import type { Line } from './lines.ts'
import { countOf, isBlank, markerWords } from './shapes.ts'
import { isWhen } from './time.ts'

function firstWords(lines: readonly Line[]): string {
  const line = lines.find((each) => !isBlank(each))
  const letters = Array.from((line?.raw ?? '').slice(0, 200).trim())
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : letters.join('')
}

export function notATrendPage(name: string, lines: readonly Line[], html: boolean): RontenError {
  const count = lines.filter((line) => !isBlank(line)).length
  const first = firstWords(lines)
  const headed = lines.some((line) => isWhen(line.shape)) && lines.some((line) => countOf(line) !== null)
  const other =
    /pickup_|ranking|ランキング/i.test(name) ||
    lines.slice(0, 50).some((line) => /ランキング/.test(line.shape))
  const found = other ? 'other-page' : headed ? 'header' : 'other'
  const reading = {
    header:
      'It has the head of a trend page but not this line: it was probably cut before the posts. Save the page again, whole.',
    'other-page':
      'It looks like another page of the site (a ranking or a selection), which is not imported. Open the page of one word and save that.',
    other:
      'If it is a trend page, save it whole (as text or HTML) or copy all of its text; if it is a table or a dataset, choose its format.',
  }[found]
  return new RontenError(
    'import.notATrendPage',
    `“${name}” is not a trend page: the line “${markerWords}” was looked for, and ${count} other lines${html ? ' of HTML' : ''} were found, beginning “${first}”. ${reading} Nothing was imported.`,
    { name, lookedFor: markerWords, lines: count, first, found },
  )
}
