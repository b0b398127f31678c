/**
 * Hands the page its two doors and nothing else: a port to the corpus process, and the few named calls of the shell.
 * Files that a person drops are shown to the shell here, where their paths are known; the page sees tokens only.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { ShellBridge, ShellEvent } from '../shared/shell.ts'

ipcRenderer.on('corpus-port', (event) => window.postMessage({ type: 'ronten:port' }, '*', [...event.ports]))
ipcRenderer.on('corpus-closed', () => window.postMessage({ type: 'ronten:closed' }, '*'))

const bridge: ShellBridge = {
  call: (method, input) => ipcRenderer.invoke('shell', method, input),
  onEvent(listener) {
    const heard = (_event: unknown, event: ShellEvent) => listener(event)
    ipcRenderer.on('shell-event', heard)
    return () => ipcRenderer.off('shell-event', heard)
  },
  /** The page says when it can take the port; before that, nobody would hear it. */
  ready: () => ipcRenderer.send('page-ready'),
}
contextBridge.exposeInMainWorld('ronten', bridge)

/** Electron 32 and later tell a file's path through webUtils only; older ones through the file itself. */
function pathOf(file: File): string {
  return webUtils?.getPathForFile(file) ?? (file as File & { path?: string }).path ?? ''
}

window.addEventListener('dragover', (event) => event.preventDefault())
window.addEventListener('drop', (event) => {
  event.preventDefault()
  const paths = Array.from(event.dataTransfer?.files ?? [], pathOf).filter(Boolean)
  if (paths.length) ipcRenderer.send('dropped', paths)
})
