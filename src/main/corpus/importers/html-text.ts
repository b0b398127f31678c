/**
 * Saved HTML (whole page, single file, MHTML) to the lines a person would have copied from it. Nothing is executed or
 * loaded; what a reader would not see is left out; entities are decoded once.
 */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { addressIn } from './html-text/address.ts'
import { isMhtml, readMhtml } from './html-text/mhtml.ts'
import { parseTree } from './html-text/tree.ts'
import { imageText, isBlock, isSkipped, keepsSpaces } from './html-text/visible.ts'

export interface HtmlText {
  /** Lines end in `\n`. */
  text: string
  /** Where the page says it was saved from. */
  address: string | null
}

/** White space, comments and the XML declaration before the first element; a loop, since patterns would backtrack. */
function afterPreamble(head: string): string {
  for (let rest = head.trimStart(); ;) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?xml') ? '?>' : null
    if (end === null) return rest
    const at = rest.indexOf(end)
    if (at < 0) return ''
    rest = rest.slice(at + end.length).trimStart()
  }
}

/** Whether a text is a saved page and not the words of one. A look at its beginning suffices. */
export function isHtml(text: string): boolean {
  const head = text.slice(0, 8192).trimStart()
  if (isMhtml(head)) return true
  const first = afterPreamble(head)
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(first)) return true
  const marked = first !== head || /<\/[a-z]|<(?:meta|br)\b/i.test(first)
  return marked && /^<[a-z][a-z0-9]{0,20}[\s/>]/i.test(first)
}

/** Collects words and line breaks; white space collapses as on a screen. */
class Copied {
  private readonly parts: string[] = []
  private lineHasText = false
  private spacePending = false

  text(value: string, asIs: boolean): void {
    if (asIs) return this.verbatim(value)
    const words = value.replace(/[ \t\n\f\r]+/g, ' ')
    const [start, end] = [
      words.startsWith(' ') ? 1 : 0,
      words.endsWith(' ') ? words.length - 1 : words.length,
    ]
    if (start > 0) this.spacePending = true
    if (end <= start) return
    this.put(words.slice(start, end))
    this.spacePending = end < words.length
  }

  private verbatim(value: string): void {
    const lines = value.split(/\r\n|\n|\r/)
    lines.forEach((line, i) => {
      if (i > 0) this.breakLine()
      if (line !== '') this.put(line)
    })
  }

  private put(words: string): void {
    if (this.spacePending && this.lineHasText) this.parts.push(' ')
    this.parts.push(words)
    this.lineHasText = true
    this.spacePending = false
  }

  breakLine(): void {
    this.parts.push('\n')
    this.lineHasText = false
    this.spacePending = false
  }

  /** Blocks begin and end on their own line; two edges that meet are one. */
  edge(): void {
    if (this.lineHasText) this.breakLine()
  }

  result(): string {
    this.edge()
    return this.parts.join('')
  }
}

type Step = { node: Tree.ChildNode; asIs: boolean } | { edge: true }

function visit(step: { node: Tree.ChildNode; asIs: boolean }, copied: Copied, steps: Step[]): void {
  const { node, asIs } = step
  if (node.nodeName === '#text') return copied.text((node as Tree.TextNode).value, asIs)
  if (!('tagName' in node) || isSkipped(node)) return
  if (node.tagName === 'br') return copied.breakLine()
  if (node.tagName === 'img') return copied.text(imageText(node), false)
  if (isBlock(node)) {
    copied.edge()
    steps.push({ edge: true })
  }
  const inner = keepsSpaces(node) ?? asIs
  for (let i = node.childNodes.length - 1; i >= 0; i--) steps.push({ node: node.childNodes[i]!, asIs: inner })
}

/** A stack of its own instead of recursion: depth is the page's to choose. */
function copyFrom(document: Tree.Document): string {
  const copied = new Copied()
  const steps: Step[] = document.childNodes.map((node) => ({ node, asIs: false })).reverse()
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('edge' in step) copied.edge()
    else visit(step, copied, steps)
  }
  return copied.result()
}

/** Throws `RontenError` (`import.htmlTooDeep`, `import.htmlTooLarge`, `import.badMhtml`) for pages no browser saves. */
export function htmlToText(source: string): HtmlText {
  const mhtml = isMhtml(source.slice(0, 8192)) ? readMhtml(source) : null
  const document = parseTree(mhtml?.html ?? source)
  return { text: copyFrom(document), address: mhtml?.address ?? addressIn(document) }
}
