import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../shared/shell.ts'
import { sendCommand } from './windows.ts'

const words = {
  en: {
    file: 'File',
    import: 'Import…',
    export: 'Export…',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    all: 'Select all',
    find: 'Find',
    view: 'View',
    palette: 'Command palette',
    keys: 'Keys of this view',
    larger: 'Larger',
    smaller: 'Smaller',
    normal: 'Actual size',
    full: 'Full screen',
    window: 'Window',
    close: 'Close window',
    quit: 'Quit',
  },
  ja: {
    file: 'ファイル',
    import: '取り込み…',
    export: '書き出し…',
    edit: '編集',
    undo: '元に戻す',
    redo: 'やり直す',
    cut: '切り取り',
    copy: 'コピー',
    paste: '貼り付け',
    all: 'すべて選択',
    find: '検索',
    view: '表示',
    palette: 'コマンドパレット',
    keys: 'この画面のキー一覧',
    larger: '拡大',
    smaller: '縮小',
    normal: '実際のサイズ',
    full: '全画面',
    window: 'ウインドウ',
    close: 'ウインドウを閉じる',
    quit: '終了',
  },
}

/** Keys of commands belong to the page, which knows what is being typed; the menu only shows them. */
function command(label: string, name: MenuCommand, accelerator: string): MenuItemConstructorOptions {
  return { label, accelerator, registerAccelerator: false, click: () => sendCommand(name) }
}

export function setMenu(language: 'en' | 'ja'): void {
  const w = words[language]
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: w.file,
      submenu: [
        command(w.import, 'import', 'CmdOrCtrl+I'),
        command(w.export, 'export', 'CmdOrCtrl+E'),
        { type: 'separator' },
        { role: 'close', label: w.close },
        { role: 'quit', label: w.quit },
      ],
    },
    {
      label: w.edit,
      submenu: [
        command(w.undo, 'undo', 'CmdOrCtrl+Z'),
        command(w.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut', label: w.cut },
        { role: 'copy', label: w.copy },
        { role: 'paste', label: w.paste },
        { role: 'selectAll', label: w.all },
        { type: 'separator' },
        command(w.find, 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: w.view,
      submenu: [
        command(w.palette, 'palette', 'CmdOrCtrl+K'),
        command(w.keys, 'shortcuts', '?'),
        { type: 'separator' },
        { role: 'zoomIn', label: w.larger },
        { role: 'zoomOut', label: w.smaller },
        { role: 'resetZoom', label: w.normal },
        { role: 'togglefullscreen', label: w.full },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
