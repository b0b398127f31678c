/** Where a saved page says it was saved from: browser and single-file comments, then the page's own links. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { attribute } from './visible.ts'

const longest = 2000
const savedFrom = /^\s{0,5}saved from url=\(\d{1,6}\)\s{0,5}(\S+)/i
const singleFile = /\burl:\s{0,5}(\S+)/i

/** Only addresses of the web; anything else says nothing about where the page stood. */
export function webAddress(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? ''
  return trimmed.length <= longest && /^https?:\/\/[^\s<>"]+$/i.test(trimmed) ? trimmed : null
}

function fromComment(data: string): string | null {
  const head = data.slice(0, 4000)
  const single = /single\s?-?file/i.test(head) ? singleFile.exec(head) : null
  return webAddress((savedFrom.exec(head) ?? single)?.[1])
}

function fromElement(element: Tree.Element): { rank: number; address: string | null } | null {
  if (element.tagName === 'link' && attribute(element, 'rel')?.toLowerCase() === 'canonical')
    return { rank: 1, address: webAddress(attribute(element, 'href')) }
  if (element.tagName === 'meta' && attribute(element, 'property')?.toLowerCase() === 'og:url')
    return { rank: 2, address: webAddress(attribute(element, 'content')) }
  return null
}

function candidate(node: Tree.ChildNode): { rank: number; address: string | null } | null {
  if (node.nodeName === '#comment') return { rank: 0, address: fromComment((node as Tree.CommentNode).data) }
  return 'tagName' in node ? fromElement(node) : null
}

/** What saved the page knows best where it stood; a canonical link can leave out the `?t=`. */
export function addressIn(document: Tree.Document): string | null {
  const best: (string | null)[] = [null, null, null]
  const nodes: Tree.ChildNode[] = [...document.childNodes]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const found = candidate(node)
    if (found?.address) best[found.rank] ??= found.address
    if ('childNodes' in node) for (const child of node.childNodes) nodes.push(child)
  }
  return best.find((address) => address !== null) ?? null
}
