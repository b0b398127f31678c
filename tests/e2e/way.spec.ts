import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '../integration/csv.ts'
import { expect, quit, root, shoot, show, test } from './app.ts'

/** The page that everything began with, where it stands beside the project; else one of the sample's. */
const real = join(root, '../shared/samples/trend-pages/hourly-20251212T0900.txt')
const page09 = existsSync(real)
  ? { file: real, topic: '日米同盟', posts: 14, hashtags: 6, reposted: 5, word: '日本' }
  : {
      file: join(root, 'resources/sample/pages/hourly_水道民営化_20260305T1300.txt'),
      topic: '水道民営化',
      posts: 0,
      hashtags: 0,
      reposted: 0,
      word: '水道',
    }

test('the whole way: a saved page comes in, is seen, coded and leaves as a dataset', async ({
  ronten,
  folder,
}) => {
  const started = await ronten()
  const { page, answerDialog } = started
  const corpus = join(folder, '研究.ronten')

  await test.step('create a corpus', async () => {
    await answerDialog(corpus)
    await page.getByRole('button', { name: /^Create a corpus/ }).click()
    await page.locator('.rail').waitFor()
  })

  let posts = 0
  await test.step('import with a preview', async () => {
    await show(page, 'corpus')
    await answerDialog(page09.file)
    await page.getByTestId('choose-files').click()
    const preview = page.getByTestId('preview')
    await expect(preview).toContainText(page09.topic)
    await shoot(page, 'way-1-preview')
    await page.getByTestId('run-import').click()
    await expect(page.getByTestId('import-result')).toBeVisible()
    await shoot(page, 'way-2-imported')
    const info = await page
      .getByText(/\d+ posts/)
      .first()
      .textContent()
    posts = Number(/(\d+) posts/.exec(info ?? '')![1])
    if (page09.posts) expect(posts).toBe(page09.posts)
  })

  await test.step('the same file again changes nothing', async () => {
    await page.getByTestId('choose-files').click()
    await expect(page.getByTestId('preview-file')).toContainText(/already/i)
    await page.keyboard.press('Escape')
  })

  await test.step('its posts, found by a two-character word', async () => {
    await show(page, 'posts')
    await expect(page.locator('[data-post-id]').first()).toBeVisible()
    await page.getByRole('searchbox').first().fill(page09.word)
    await expect(page.locator('mark').first()).toBeVisible()
    await shoot(page, 'way-3-posts')
    await page.locator('[data-post-id]').first().click()
    await expect(page.getByRole('complementary').first()).toContainText(page09.file.split('/').pop()!)
    await shoot(page, 'way-4-inspector')
    await page.getByRole('searchbox').first().fill('')
  })

  await test.step('timeline and network', async () => {
    await show(page, 'timeline')
    await expect(page.locator('.timeline .chart-marks button').first()).toBeAttached()
    await shoot(page, 'way-5-timeline')
    await show(page, 'network')
    await expect(page.getByTestId('network')).toBeVisible()
    await expect(page.getByText(/N = \d+/)).toBeVisible()
    await shoot(page, 'way-6-network')
  })

  await test.step('coding by keyboard', async () => {
    await show(page, 'coding')
    await page.getByTestId('coder-name').fill('Anna')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('coding-post')).toBeVisible()
    await shoot(page, 'way-7-coding')
  })

  await test.step('export', async () => {
    await show(page, 'export')
    await answerDialog(join(folder, 'study.csv'))
    await page.getByRole('button', { name: 'Export…' }).click()
    await expect(page.getByTestId('export-done')).toContainText('study-codings.csv')
    const [head, ...rows] = parse(readFileSync(join(folder, 'study-codings.csv'), 'utf8'))
    expect(new Set(rows.map((row) => row[head!.indexOf('post_id')])).size).toBe(posts)
    await shoot(page, 'way-8-export')
  })
  await quit(started)
})
