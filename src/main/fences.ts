import { app, session } from 'electron'
import { pageUrl } from './protocol.ts'

/** What no page of ours ever needs is denied for all of them: leaving, opening windows, permissions, webviews. */
export function raiseFences(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, address) => {
      if (address !== pageUrl) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  void app.whenReady().then(() => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    session.defaultSession.setPermissionCheckHandler(() => false)
    session.defaultSession.setDevicePermissionHandler(() => false)
    // Offline by design: the page talks to its own scheme and to nobody else.
    session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
      const own = /^(ronten|devtools|data|blob):/.test(details.url)
      answer({ cancel: !own })
    })
  })
}
