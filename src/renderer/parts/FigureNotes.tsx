import './figure.css'

/** What a reader of a figure must know, in sentences: the caption that a paper would print. */
export function FigureNotes({ sentences }: { sentences: readonly (string | null)[] }) {
  return <p className="figure-notes selectable">{sentences.filter((each) => each !== null).join(' ')}</p>
}
