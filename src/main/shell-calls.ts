import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, nativeTheme, shell } from 'electron'
import { RontenError, toErrorPayload } from '../shared/errors.ts'
import { shellMethods, type Settings, type ShellMethod, type ShellMethods } from '../shared/shell.ts'
import type { z } from 'zod'
import { grant, grantedPath } from './grants.ts'
import { setMenu } from './menu.ts'
import { pageUrl } from './protocol.ts'
import { changeStored, forgetCorpus, readStored } from './settings.ts'
import {
  closeCorpusOf,
  grantTo,
  openInWindow,
  pageReady,
  paneOf,
  sendTo,
  sendToAll,
  type Pane,
} from './windows.ts'
import { openSampleCorpus } from './sample.ts'

type Handlers = {
  [M in ShellMethod]: (
    pane: Pane,
    input: z.output<ShellMethods[M]['input']>,
  ) => Promise<z.input<ShellMethods[M]['output']>> | z.input<ShellMethods[M]['output']>
}

export function systemLanguage(): 'en' | 'ja' {
  const first = app.getPreferredSystemLanguages()[0] ?? app.getLocale()
  return first.startsWith('ja') ? 'ja' : 'en'
}

export function language(): 'en' | 'ja' {
  const chosen = readStored().settings.language
  return chosen === 'system' ? systemLanguage() : chosen
}

export function applySettings(settings: Settings): void {
  nativeTheme.themeSource = settings.theme
  setMenu(language())
  sendToAll({ type: 'settings', settings })
}

const corpusFilter = [{ name: 'Ronten', extensions: ['ronten'] }]

const handlers: Handlers = {
  'shell.state': (pane) => {
    const stored = readStored()
    return {
      settings: stored.settings,
      systemLanguage: systemLanguage(),
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      corpusOpen: pane.host !== null,
      recent: stored.recent.map(({ file, openedAtMs }) => ({
        token: grant(file).token,
        name: basename(file).replace(/\.ronten$/i, ''),
        folder: dirname(file),
        openedAtMs,
        missing: !existsSync(file),
      })),
    }
  },
  'shell.setSettings': (_pane, patch) => {
    const { settings } = changeStored((before) => ({
      ...before,
      settings: {
        theme: patch.theme ?? before.settings.theme,
        language: patch.language ?? before.settings.language,
      },
    }))
    applySettings(settings)
    return settings
  },
  'corpus.create': async (pane) => {
    const answer = await dialog.showSaveDialog(pane.window, {
      defaultPath: join(app.getPath('documents'), 'corpus.ronten'),
      filters: corpusFilter,
    })
    if (answer.canceled || !answer.filePath) return { opened: false }
    const file = answer.filePath.endsWith('.ronten') ? answer.filePath : `${answer.filePath}.ronten`
    await openInWindow(pane, file, 'create')
    return { opened: true }
  },
  'corpus.open': async (pane, { recent }) => {
    const file = recent ? grantedPath(recent) : await chooseCorpus(pane)
    if (!file) return { opened: false }
    await openInWindow(pane, file)
    return { opened: true }
  },
  'corpus.openSample': async (pane) => {
    await openSampleCorpus(pane)
    return { opened: true }
  },
  'corpus.close': async (pane) => {
    await closeCorpusOf(pane)
    return { opened: false }
  },
  'recent.forget': (_pane, { token }) => {
    const file = grantedPath(token)
    if (file) forgetCorpus(file)
    return {}
  },
  'dialog.importFiles': async (pane, { folder }) => {
    const answer = await dialog.showOpenDialog(pane.window, {
      properties: folder ? ['openDirectory', 'multiSelections'] : ['openFile', 'multiSelections'],
    })
    return answer.canceled ? [] : grantTo(pane, answer.filePaths)
  },
  'dialog.exportTo': async (pane, { suggestedName, extension }) => {
    const safeName = suggestedName.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    const answer = await dialog.showSaveDialog(pane.window, {
      defaultPath: join(app.getPath('documents'), `${safeName}.${extension}`),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    })
    if (answer.canceled || !answer.filePath) return null
    return grantTo(pane, [answer.filePath])[0] ?? null
  },
  'dialog.showExported': (_pane, { token }) => {
    const file = grantedPath(token)
    // The name asked for is the stem of several files; where it is no file itself, its folder is shown.
    if (file && existsSync(file)) shell.showItemInFolder(file)
    else if (file) void shell.openPath(dirname(file))
    return {}
  },
  'link.open': async (pane, { url }) => ({ opened: await openLink(pane.window, url) }),
}

async function chooseCorpus(pane: Pane): Promise<string | undefined> {
  const answer = await dialog.showOpenDialog(pane.window, { properties: ['openFile'], filters: corpusFilter })
  return answer.canceled ? undefined : answer.filePaths[0]
}

const linkWords = {
  en: {
    message: 'Open this address in your browser?',
    detail: 'The site will learn that you opened it.',
    open: 'Open',
    cancel: 'Cancel',
  },
  ja: {
    message: 'このアドレスをブラウザーで開きますか?',
    detail: '開いたことは相手のサイトに伝わります。',
    open: '開く',
    cancel: 'キャンセル',
  },
}

function parseAddress(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** Asks first: a click on a hostile post must not call its author's server. */
async function openLink(window: BrowserWindow, url: string): Promise<boolean> {
  const address = parseAddress(url)
  if (!address || !['http:', 'https:'].includes(address.protocol)) {
    throw new RontenError('link.notHttp', 'Only http and https addresses can be opened.')
  }
  const words = linkWords[language()]
  const answer = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.message,
    detail: `${address.href}\n\n${words.detail}`,
    buttons: [words.open, words.cancel],
    defaultId: 1,
    cancelId: 1,
  })
  if (answer.response !== 0) return false
  await shell.openExternal(address.href)
  return true
}

/** Only the page's own main frame is answered, and only for methods and inputs of the contract. */
export function answerShellCalls(): void {
  ipcMain.handle('shell', async (event, method: unknown, input: unknown) => {
    const pane = paneOf(event.sender)
    try {
      if (
        !pane ||
        event.senderFrame?.url.split('#')[0] !== pageUrl ||
        !Object.hasOwn(shellMethods, String(method))
      ) {
        throw new RontenError('shell.refused', 'This call is not part of the contract.')
      }
      const name = method as ShellMethod
      const parsed = shellMethods[name].input.parse(input)
      const output = await (handlers[name] as (pane: Pane, input: unknown) => unknown)(pane, parsed)
      return { ok: true, output: shellMethods[name].output.parse(output) }
    } catch (error) {
      return { ok: false, error: toErrorPayload(error) }
    }
  })
  ipcMain.on('page-ready', (event) => {
    const pane = paneOf(event.sender)
    if (pane) pageReady(pane)
  })
  ipcMain.on('dropped', (event, paths: unknown) => {
    const pane = paneOf(event.sender)
    if (!pane?.host || !Array.isArray(paths)) return
    sendTo(pane, {
      type: 'dropped',
      files: grantTo(
        pane,
        paths.filter((each) => typeof each === 'string'),
      ),
    })
  })
}
