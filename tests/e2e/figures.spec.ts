import type { Page } from '@playwright/test'
import { expect, shoot, show, test } from './app.ts'

const filterText = (page: Page) => page.getByRole('searchbox').first()

/** Where the nth of n equal columns of the timeline stands; the grid's own margins are a few percent. */
async function column(page: Page, index: number, of: number, height: number) {
  const box = (await page.locator('.timeline .chart-canvas').boundingBox())!
  const left = box.x + 36
  const width = box.width - 56
  return { x: left + (width * (index + 0.5)) / of, y: box.y + box.height * height }
}

test('a click on a bar of the timeline shows its posts, a drag filters by time', async ({ ronten }) => {
  const { page } = await ronten({ args: ['--sample'] })
  await show(page, 'timeline')
  await expect(page.getByText('How many posts a day?').first()).toBeVisible()
  const [from, to] = [await column(page, 2, 9, 0.5), await column(page, 4, 9, 0.5)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
  await expect(filterText(page)).toHaveValue('since:2026-03-04 until:2026-03-06')
  await expect(page.getByText('93 posts').first()).toBeVisible()
  await shoot(page, 'timeline-brushed')

  const bar = await column(page, 1, 3, 0.8)
  await page.mouse.click(bar.x, bar.y)
  await expect(filterText(page)).toHaveValue('since:2026-03-05 until:2026-03-05')
  await expect(page.getByText('37 posts').first()).toBeVisible()
})

test('every mark of a chart is reached by the keyboard', async ({ ronten }) => {
  const { page } = await ronten({ args: ['--sample'] })
  await show(page, 'timeline')
  await page.locator('.chart-marks button[tabindex="0"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(filterText(page)).toHaveValue('since:2026-03-03 until:2026-03-03')
  await show(page, 'network')
  await page.locator('.chart-marks button[tabindex="0"]').focus()
  await page.keyboard.press('Enter')
  await expect(filterText(page)).toHaveValue(/^since:2026-03-03 until:2026-03-03 #/u)
})

test('the network draws what the filter holds, and a node and an edge open their posts', async ({
  ronten,
}) => {
  const { page } = await ronten({ args: ['--sample'], width: 1920, height: 1080 })
  await show(page, 'network')
  await expect(page.getByText(/N = 33 nodes/)).toBeVisible()
  await page.locator('.chart-marks button[tabindex="0"]').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  // Both ends of the edge.
  await expect(filterText(page)).toHaveValue(/^#\S+ #\S+$/u)
  await page.keyboard.press('Alt+ArrowLeft')
  await show(page, 'network')
  await page.getByText('Topics', { exact: true }).click()
  await expect(page.getByText('Which topics meet in posts?').first()).toBeVisible()
  await expect(page.getByTestId('topics').getByRole('listitem')).toHaveCount(8)
  await shoot(page, 'network-topics')
  await page.getByText('Table', { exact: true }).click()
  await expect(page.getByRole('table')).toHaveCount(2)
})

test('a topic is added from the filter, and a rule that cannot be read is refused where it is written', async ({
  ronten,
}) => {
  const { page } = await ronten({ args: ['--sample'] })
  await filterText(page).fill('蛇口')
  await show(page, 'network')
  await page.getByText('Topics', { exact: true }).click()
  await page.getByRole('button', { name: 'Add topic' }).click()
  await page.getByLabel('Name').fill('蛇口の話')
  await page.getByLabel('Rule').fill('(蛇口')
  await page.getByRole('button', { name: 'Save topic' }).click()
  await expect(page.getByText('never closed')).toBeVisible()
  await page.getByLabel('Rule').fill('蛇口')
  await page.getByRole('button', { name: 'Save topic' }).click()
  await expect(page.getByTestId('topics').getByRole('listitem')).toHaveCount(9)
  await page.keyboard.press('Control+Z')
  await expect(page.getByTestId('topics').getByRole('listitem')).toHaveCount(8)
})
