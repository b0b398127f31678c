import type { Page } from '@playwright/test'
import { expect, shoot, show, test } from './app.ts'

const filter = (page: Page) => page.getByRole('searchbox').first()
const rows = (page: Page) => page.getByTestId('posts-list').locator('[data-post-id]')

/** How many pairs of neighbouring rows lie on each other. */
function overlaps(page: Page): Promise<number> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.vlist-row')]
      .map((row) => row.getBoundingClientRect())
      .sort((a, b) => a.top - b.top)
    return boxes.filter((box, i) => i > 0 && box.top < boxes[i - 1]!.bottom - 1).length
  })
}

test('posts are found, walked by keyboard and looked at', async ({ ronten }) => {
  const { page } = await ronten({ args: ['--sample'] })
  await show(page, 'posts')
  await expect(rows(page).first()).toBeVisible()
  for (const query of ['水', '水道 #値上げ', '', 'is:reply', '日本']) {
    await filter(page).fill(query)
    await expect(rows(page).first()).toBeVisible()
    await expect.poll(() => overlaps(page)).toBe(0)
  }
  await expect(page.locator('mark', { hasText: '倭国' }).first()).toBeVisible()
  await filter(page).fill('')
  await rows(page).first().click()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await expect(inspector).toContainText('Observations')
  const first = await inspector.textContent()
  await page.keyboard.press('j')
  await expect(inspector).not.toHaveText(first!)
  await shoot(page, 'posts-inspector')
  await page.keyboard.press('Escape')
  await expect(inspector).toBeHidden()
})

test('a query that cannot be read is told at its character, and the posts stay', async ({ ronten }) => {
  const { page } = await ronten({ args: ['--sample'] })
  await show(page, 'posts')
  await filter(page).fill('水道 stanse:x')
  await expect(page.getByText('There is no field called “stanse”')).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
  await shoot(page, 'filter-error')
})

test('text of a post is text, whatever it says', async ({ ronten, folder }) => {
  const { page, answerDialog } = await ronten()
  await answerDialog(`${folder}/hostile.ronten`)
  await page.getByRole('button', { name: /^Create a corpus/ }).click()
  await page.locator('.rail').waitFor()
  const hostile =
    '<img src=x onerror="document.title=1"><script>document.title=2</script>&lt;b&gt; \u202Eevil #<b>x</b> javascript:alert(1)'
  const lines = [
    '題<b>目</b> トレンド',
    '0post',
    '2026.03.03 09:00',
    ':0% :0% (40代/男性)',
    '人気のポスト ※表示されているRP数は特定時点のものです',
    `${hostile} March 3, 2026`,
    '<ポストの表示について>',
    '',
  ]
  await show(page, 'corpus')
  await page.getByRole('button', { name: /^Paste text/ }).click()
  await page.getByTestId('paste-text').fill(lines.join('\n'))
  await page.getByTestId('run-import').click()
  await expect(page.getByTestId('import-result')).toBeVisible()
  await show(page, 'posts')
  await expect(rows(page).first()).toContainText('<img src=x')
  await rows(page).first().click()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('<script>')
  expect(await page.locator('img[src="x"], .post-text script, .post-text b').count()).toBe(0)
  expect(await page.title()).not.toMatch(/^[12]$/)
  for (const view of ['timeline', 'network', 'coding', 'export', 'corpus'] as const) await show(page, view)
})
