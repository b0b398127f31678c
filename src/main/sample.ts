import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { openInWindow, type Pane } from './windows.ts'

/**
 * The bundled sample is a corpus of the person's own like any other: made once from the pages in `resources/sample`,
 * kept beside the settings, and free to be coded or spoilt.
 */
export async function openSampleCorpus(pane: Pane | undefined): Promise<void> {
  const file = join(app.getPath('userData'), 'sample.ronten')
  await openInWindow(pane, file, existsSync(file) ? 'open' : 'sample')
}
