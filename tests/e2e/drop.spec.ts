import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShellEvent } from '../../src/shared/shell.ts'
import { expect, test } from './app.ts'

test('a dropped file reaches the page as a token, never as a path', async ({ ronten, folder }) => {
  const { page } = await ronten({ args: ['--sample'] })
  await page.locator('.rail').waitFor()
  const file = join(folder, 'ページ.txt')
  writeFileSync(file, '水道 トレンド')
  await page.evaluate(() => {
    const heard: ShellEvent[] = []
    Object.assign(window, { heard })
    window.ronten.onEvent((event) => heard.push(event))
  })
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  }
  await page.waitForFunction(() => (window as unknown as { heard: unknown[] }).heard.length > 0)
  const [event] = await page.evaluate(() => (window as unknown as { heard: ShellEvent[] }).heard)
  expect(event).toMatchObject({ type: 'dropped', files: [{ name: 'ページ.txt', byteCount: 19 }] })
  expect(JSON.stringify(event)).not.toContain(folder)
  await expect(page.locator('.rail-item').first()).toHaveAttribute('aria-current', 'page')
})
