import { join, resolve } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import { toErrorPayload } from '../shared/errors.ts'
import { raiseFences } from './fences.ts'
import { registerScheme, serveApp } from './protocol.ts'
import { openSampleCorpus } from './sample.ts'
import { readStored } from './settings.ts'
import { answerShellCalls, applySettings } from './shell-calls.ts'
import { closeAll, createWindow, openInWindow } from './windows.ts'

registerScheme()
raiseFences()
answerShellCalls()

/** `ronten [--sample] [FILE.ronten]` */
function wanted(argv: string[]): { sample: boolean; file: string | null } {
  const file = argv.slice(1).find((each) => each.endsWith('.ronten'))
  return { sample: argv.includes('--sample'), file: file ? resolve(file) : null }
}

async function openWanted(argv: string[]): Promise<void> {
  const { sample, file } = wanted(argv)
  const pane = createWindow()
  try {
    if (file) await openInWindow(pane, file)
    else if (sample) await openSampleCorpus(pane)
  } catch (error) {
    await dialog.showMessageBox(pane.window, { type: 'error', message: toErrorPayload(error).message })
  }
}

// A second start hands its corpus to the first: one corpus is open in one window only.
if (!app.requestSingleInstanceLock()) app.quit()
else {
  app.on('second-instance', (_event, argv) => void openWanted(argv))
  void app.whenReady().then(async () => {
    serveApp(join(import.meta.dirname, '../renderer'))
    applySettings(readStored().settings)
    await openWanted(process.argv)
  })
  app.on('activate', () => BrowserWindow.getAllWindows().length || createWindow())
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    void closeAll().finally(() => app.exit(0))
  })
}
