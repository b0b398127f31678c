/** parse5 with bounds: hostile markup can make a tree of any depth and, by reopened elements, of any size. */
import {
  defaultTreeAdapter,
  parse,
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5'
import { RontenError } from '../../../../shared/errors.ts'

/** Browsers themselves stop at 512. */
const deepest = 520
const mostElements = 2_000_000

/** The tree adapter of parse5 that counts as it builds. */
function boundedAdapter(): typeof defaultTreeAdapter {
  const depths = new WeakMap<object, number>()
  let elements = 0
  const sink = (parent: Tree.ParentNode, child: Tree.ChildNode): void => {
    const depth = (depths.get(parent) ?? 0) + 1
    depths.set(child, depth)
    if (depth > deepest)
      throw new RontenError(
        'import.htmlTooDeep',
        `The page nests its elements more than ${deepest} deep, which no browser saves. Nothing was read: save the page again, or copy its text and paste it.`,
        { most: deepest },
      )
  }
  return {
    ...defaultTreeAdapter,
    createElement(...args) {
      if (++elements > mostElements)
        throw new RontenError(
          'import.htmlTooLarge',
          `The page has more than ${mostElements} elements, which no saved trend page has. Nothing was read: copy the text of the page and paste it.`,
          { most: mostElements },
        )
      return defaultTreeAdapter.createElement(...args)
    },
    appendChild(parent, child) {
      sink(parent, child)
      defaultTreeAdapter.appendChild(parent, child)
    },
    insertBefore(parent, child, reference) {
      sink(parent, child)
      defaultTreeAdapter.insertBefore(parent, child, reference)
    },
  }
}

export function parseTree(html: string): Tree.Document {
  return parse<DefaultTreeAdapterMap>(html, { treeAdapter: boundedAdapter(), scriptingEnabled: true })
}
