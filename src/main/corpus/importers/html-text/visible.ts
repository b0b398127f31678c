/** What of a page a reader sees, as far as the markup alone tells. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

const skipped = new Set(
  (
    'head script style noscript template iframe frame frameset object embed svg math canvas audio video ' +
    'select datalist textarea input map area title meta link base'
  ).split(' '),
)

const blocks = new Set(
  (
    'html body address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary ' +
    'table tbody td tfoot th thead tr ul listing plaintext xmp'
  ).split(' '),
)

export function attribute(element: Tree.Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null
}

/** Inline style only: nothing is loaded, so style sheets are unknown. */
const styleOf = (element: Tree.Element): string => (attribute(element, 'style') ?? '').slice(0, 2000)

export function isSkipped(element: Tree.Element): boolean {
  if (skipped.has(element.tagName)) return true
  const hidden = attribute(element, 'hidden')
  if (hidden !== null && hidden !== 'until-found') return true
  return /(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)/i.test(styleOf(element))
}

export const isBlock = (element: Tree.Element): boolean => blocks.has(element.tagName)

/** Whether line ends in the markup are line ends on the screen; `null`: as in the element around it. */
export function keepsSpaces(element: Tree.Element): boolean | null {
  const stated = /white-space\s{0,5}:\s{0,5}([a-z-]{1,20})/i.exec(styleOf(element))?.[1]?.toLowerCase()
  if (stated) return /^(?:pre|break-spaces)/.test(stated)
  return ['pre', 'listing', 'plaintext', 'xmp'].includes(element.tagName) ? true : null
}

const emoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]/u

/** Sites draw emoji as images whose replacement text is the emoji; browsers copy it. Other images say nothing here. */
export function imageText(image: Tree.Element): string {
  const alt = attribute(image, 'alt') ?? ''
  return alt.length <= 40 && emoji.test(alt) && !/[\p{L}\s]/u.test(alt) ? alt : ''
}
