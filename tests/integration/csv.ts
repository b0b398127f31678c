/** A reader of RFC 4180 that shares nothing with the writer. */
export function parse(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted && c === '"' && text[i + 1] === '"') cell += text[++i]!
    else if (c === '"') quoted = !quoted
    else if (!quoted && (c === ',' || c === '\r')) {
      rows.at(-1)!.push(cell)
      cell = ''
      if (c === '\r') {
        if (text[++i] !== '\n') throw new Error(`A line ends in CR alone at ${i}`)
        rows.push([])
      }
    } else cell += c
  }
  if (rows.at(-1)!.length === 0 && cell === '') rows.pop()
  return rows
}
