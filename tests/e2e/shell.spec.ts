import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, quit, shoot, show, test } from './app.ts'

test('a corpus is created, closed, found among the recent ones and opened again', async ({
  ronten,
  folder,
}) => {
  const { app, page, answerDialog } = await ronten()
  await shoot(page, 'start-en')
  await answerDialog(join(folder, '選挙 2026'))
  await page.getByRole('button', { name: /^Create a corpus/ }).click()
  await expect(page.locator('.rail')).toBeVisible()
  expect(existsSync(join(folder, '選挙 2026.ronten'))).toBe(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle())).toContain(
    '選挙 2026',
  )
  for (const view of ['corpus', 'posts', 'timeline', 'network', 'coding', 'export'] as const) {
    await show(page, view)
    await shoot(page, `empty-${view}`)
  }
  await page.getByRole('button', { name: /選挙 2026/ }).click()
  await page.getByRole('menuitem', { name: /Close/ }).click()
  await page
    .getByRole('button', { name: /選挙 2026/ })
    .first()
    .click()
  await expect(page.locator('.rail')).toBeVisible()
})

test('the interface follows the system’s language, and the choice is kept', async ({ ronten, folder }) => {
  const profile = join(folder, 'first')
  const first = await ronten({ profile, locale: 'ja_JP.UTF-8' })
  await expect(first.page.getByRole('button', { name: 'コーパスを新規作成…' })).toBeVisible()
  await shoot(first.page, 'start-ja')
  await first.page.getByRole('button', { name: '言語' }).click()
  await first.page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(first.page.getByRole('button', { name: /^Create a corpus/ })).toBeVisible()
  await quit(first)
  const second = await ronten({ profile, locale: 'ja_JP.UTF-8' })
  await expect(second.page.getByRole('button', { name: /^Create a corpus/ })).toBeVisible()
})

test('a second corpus is refused without losing the first', async ({ ronten, folder }) => {
  const { page, answerDialog } = await ronten({ args: ['--sample'] })
  await page.locator('.rail').waitFor()
  await answerDialog(join(folder, 'nowhere.ronten'))
  const answer = await page.evaluate(() => window.ronten.call('corpus.open', {}))
  expect(answer.ok).toBe(false)
  await expect(page.locator('.rail')).toBeVisible()
  await expect(page.getByText('190 posts').first()).toBeVisible()
})
