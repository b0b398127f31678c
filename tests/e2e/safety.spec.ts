import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'

test('the page has no Node, no eval, and cannot leave, open windows or reach the network', async ({
  ronten,
}) => {
  const { app, page, forgive } = await ronten({ args: ['--sample'] })
  forgive(/Not allowed to load local resource/)
  const powers = await page.evaluate(() => ({
    node:
      typeof (globalThis as Record<string, unknown>).require +
      typeof (globalThis as Record<string, unknown>).process,
    bridge: Object.keys(window.ronten).sort(),
    address: location.href,
  }))
  expect(powers).toEqual({
    node: 'undefinedundefined',
    bridge: ['call', 'onEvent', 'ready'],
    address: 'ronten://app/index.html',
  })

  const policy = await page.evaluate(async () =>
    (await fetch('ronten://app/index.html')).headers.get('content-security-policy'),
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect(await page.evaluate(() => window.open('https://example.org'))).toBeNull()
  await page.evaluate(() => location.assign('https://example.org'))
  await page.evaluate(() => location.assign('file:///etc/passwd'))
  expect(await page.evaluate(() => location.href)).toBe('ronten://app/index.html')
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webviewTag }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  })
})

test('files outside the page’s folder are not served', async ({ ronten }) => {
  const { page, forgive } = await ronten()
  forgive(/status of 404/)
  const statuses = await page.evaluate(() =>
    Promise.all(
      [
        '/../main/index.cjs',
        '/%2e%2e/main/index.cjs',
        '/..%2fmain/index.cjs',
        '/assets/../../../package.json',
      ].map(async (path) => (await fetch(`ronten://app${path}`)).status),
    ),
  )
  expect(statuses).toEqual([404, 404, 404, 404])
})

test('calls outside the contract are refused, and paths are no tokens', async ({ ronten }) => {
  const { page } = await ronten({ args: ['--sample'] })
  const answers = await page.evaluate(async () => {
    const call = window.ronten.call as (
      method: string,
      input: unknown,
    ) => Promise<{ ok: boolean; error?: { code: string } }>
    return [
      await call('shell.run', {}),
      await call('__proto__', {}),
      await call('corpus.open', { recent: '/etc/passwd' }),
      await call('link.open', { url: 'file:///etc/passwd' }),
      await call('link.open', { url: 'javascript:alert(1)' }),
    ].map((each) => each.error?.code ?? 'ok')
  })
  expect(answers.slice(0, 2)).toEqual(['shell.refused', 'shell.refused'])
  expect(answers.slice(3)).toEqual(['link.notHttp', 'link.notHttp'])
})

test('a link opens only after the person agrees', async ({ ronten }) => {
  const { app, page } = await ronten({ args: ['--sample'] })
  await app.evaluate(({ dialog, shell }) => {
    const asked: string[] = []
    const opened: string[] = []
    Object.assign(globalThis, { asked, opened, answer: 1 })
    shell.openExternal = async (url) => void opened.push(url)
    dialog.showMessageBox = (async (...args: unknown[]) => {
      asked.push((args.at(-1) as { detail: string }).detail)
      return { response: (globalThis as unknown as { answer: number }).answer, checkboxChecked: false }
    }) as never
  })
  const open = () => page.evaluate(() => window.ronten.call('link.open', { url: 'https://example.org/a' }))
  await open()
  await app.evaluate(() => Object.assign(globalThis, { answer: 0 }))
  await open()
  const seen = await app.evaluate(() => ({
    asked: (globalThis as never as { asked: string[] }).asked,
    opened: (globalThis as never as { opened: string[] }).opened,
  }))
  expect(seen.asked).toHaveLength(2)
  expect(seen.asked[0]).toContain('https://example.org/a')
  expect(seen.opened).toEqual(['https://example.org/a'])
})

test('a file that is no corpus is refused in words, and the start screen stays', async ({
  ronten,
  folder,
}) => {
  const { page, answerDialog } = await ronten()
  writeFileSync(join(folder, 'notes.ronten'), 'これはコーパスではない')
  await answerDialog(join(folder, 'notes.ronten'))
  await page.getByRole('button', { name: /^Open a corpus/ }).click()
  await expect(page.getByText('is not a Ronten corpus')).toBeVisible()
})

test('one corpus is open in one window only', async ({ ronten }) => {
  const { app, page, answerDialog } = await ronten({ args: ['--sample'] })
  await expect(page.getByText('sample').first()).toBeVisible()
  const file = await app.evaluate(({ app: program }) => `${program.getPath('userData')}/sample.ronten`)
  await answerDialog(file)
  await page.evaluate(() => window.ronten.call('corpus.open', {}))
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
