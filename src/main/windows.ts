import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { RontenError } from '../shared/errors.ts'
import type { GrantedFile, MenuCommand, ShellEvent } from '../shared/shell.ts'
import { CorpusHost, type OpenMode } from './corpus-host.ts'
import { grant } from './grants.ts'
import { pageUrl } from './protocol.ts'
import { forgetCorpus, rememberCorpus } from './settings.ts'

/** A window and the corpus it shows, if any. One corpus is open in one window only. */
export interface Pane {
  window: BrowserWindow
  host: CorpusHost | null
  /** True once the page listens for its port. */
  ready: boolean
}

const panes = new Set<Pane>()

export function paneOf(contents: Electron.WebContents): Pane | undefined {
  return [...panes].find((pane) => !pane.window.isDestroyed() && pane.window.webContents === contents)
}

export function sendTo(pane: Pane, event: ShellEvent): void {
  if (!pane.window.isDestroyed()) pane.window.webContents.send('shell-event', event)
}

export function sendToAll(event: ShellEvent): void {
  for (const pane of panes) sendTo(pane, event)
}

export function sendCommand(command: MenuCommand): void {
  const pane = [...panes].find((each) => each.window.isFocused()) ?? [...panes][0]
  if (pane) sendTo(pane, { type: 'command', command })
}

export function createWindow(): Pane {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Ronten',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17191c' : '#fbfbfa',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  const pane: Pane = { window, host: null, ready: false }
  panes.add(pane)
  window.once('ready-to-show', () => window.show())
  window.webContents.on('did-start-loading', () => (pane.ready = false))
  window.on('closed', () => {
    panes.delete(pane)
    if (pane.host) closeHost(pane.host)
  })
  void window.loadURL(pageUrl)
  return pane
}

/** The page has put up its listener. */
export function pageReady(pane: Pane): void {
  pane.ready = true
  pane.host?.connect(pane.window.webContents)
}

function showLoss(pane: Pane): void {
  pane.host = null
  pane.window.setTitle('Ronten')
  if (!pane.window.isDestroyed()) pane.window.webContents.send('corpus-closed')
}

/** Opens in the given window when it is free, else in a new one; brings an open corpus to the front instead. */
export async function openInWindow(
  from: Pane | undefined,
  file: string,
  mode: OpenMode = 'open',
): Promise<void> {
  const already = [...panes].find((pane) => pane.host?.file === file)
  if (already) {
    already.window.focus()
    return
  }
  if (opening.has(file)) return
  opening.add(file)
  try {
    const pane = from ?? createWindow()
    const host = await CorpusHost.open(file, mode, () => pane.host === host && showLoss(pane))
    // The one before stays open until the new one is: a file that is refused costs nobody their place.
    await closeCorpusOf(pane)
    pane.host = host
    pane.window.setTitle(`${titleOf(file)} — Ronten`)
    rememberCorpus(file)
    if (pane.ready) host.connect(pane.window.webContents)
  } catch (error) {
    if (error instanceof RontenError && error.code === 'corpus.missing') forgetCorpus(file)
    throw error
  } finally {
    opening.delete(file)
  }
}
const opening = new Set<string>()

function titleOf(file: string): string {
  return (file.split(/[\\/]/).pop() ?? file).replace(/\.ronten$/i, '')
}

export async function closeCorpusOf(pane: Pane | undefined): Promise<void> {
  const host = pane?.host
  if (!pane || !host) return
  showLoss(pane)
  await closeHost(host)
}

const closing = new Set<Promise<void>>()

/** Remembered until done, so that quitting waits for SQLite to let go of every file. */
function closeHost(host: CorpusHost): Promise<void> {
  const done = host.close().finally(() => closing.delete(done))
  closing.add(done)
  return done
}

/** Paths become tokens for the page and grants for its corpus process, at once. */
export function grantTo(pane: Pane, paths: string[]): GrantedFile[] {
  return paths.map((path) => {
    const granted = grant(path)
    pane.host?.grant(granted.token, path)
    return granted
  })
}

export async function closeAll(): Promise<void> {
  for (const { host } of panes) if (host) void closeHost(host)
  await Promise.all(closing)
}
