/** What the shell tells the page unasked: dropped files, commands of the menu, settings changed in another window. */
import type { MenuCommand, ShellEvent } from '../../shared/shell.ts'
import { call } from '../client/port.ts'
import { onShellEvent } from '../client/shell.ts'
import { useWork, work } from '../state/store.ts'
import { views, type ViewId } from '../views/index.ts'
import { showOverlay } from './overlays.ts'
import { isTypingIn } from './shortcuts.ts'

export function followShell(): void {
  onShellEvent((event: ShellEvent) => {
    if (event.type === 'settings') work.settingsChanged(event.settings)
    else if (!useWork.getState().corpusOpen) return
    else if (event.type === 'dropped') work.startImport(event.files)
    else obey(event.command)
  })
}

function obey(command: MenuCommand): void {
  switch (command) {
    case 'import':
      return work.startImport()
    case 'export':
      return work.show('export')
    case 'palette':
      return showOverlay('palette')
    case 'shortcuts':
      return showOverlay('keys')
    case 'find':
      return document.querySelector<HTMLInputElement>('.filter-input')?.focus()
    case 'undo':
    case 'redo':
      // In a field the menu means the text. There is no other way to a field's own undo.
      if (isTypingIn(document.activeElement)) document.execCommand(command)
      else void call(`history.${command}`, {}).catch(() => undefined)
      return
    default: {
      const id = command.slice('view:'.length) as ViewId
      if (views.some((view) => view.id === id)) work.show(id)
    }
  }
}
