import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, shoot, show, test } from './app.ts'

const post = (page: Page) => page.getByTestId('coding-post')
const postId = async (page: Page) => Number(await post(page).getAttribute('data-post-id'))

async function sayWho(page: Page, name: string): Promise<void> {
  await show(page, 'coding')
  await page.getByTestId('coder-name').fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('coder-name')).toBeHidden()
}

/** Decides by one key a target; the next post comes by itself. */
async function code(page: Page, first: string, second: string): Promise<number> {
  const id = await postId(page)
  await page.keyboard.press(first)
  await page.keyboard.press(second)
  await expect(post(page)).not.toHaveAttribute('data-post-id', String(id))
  return id
}

test('posts are coded by keyboard alone, and nothing coded is lost when the program is killed', async ({
  ronten,
  folder,
}) => {
  const profile = join(folder, 'profile-of-two-starts')
  const first = await ronten({ args: ['--sample'], profile })
  const { page, app } = first
  await sayWho(page, 'Anna')
  const ids: number[] = []
  const keys = ['qa', 'ws', 'ed', 'rf'] as const
  for (let i = 0; i < 12; i++) {
    const [a, b] = keys[i % 4]!
    ids.push(await code(page, a!, b!))
  }
  expect(new Set(ids).size).toBe(12)
  await expect(page.getByTestId('coding-progress')).toContainText('12 of 190')
  await shoot(page, 'coding-twelve')
  app.process().kill('SIGKILL')

  const { page: again } = await ronten({ args: ['--sample'], profile })
  await show(again, 'coding')
  await expect(again.getByTestId('coding-progress')).toContainText('12 of 190')
  await again.getByRole('searchbox').first().fill('coder:Anna')
  await expect(again.getByText('12 posts').first()).toBeVisible()
})

test('a decision is taken back by undo, and again by its own key', async ({ ronten }) => {
  const { page } = await ronten({ args: ['--sample'] })
  await sayWho(page, 'Anna')
  const id = await postId(page)
  await page.keyboard.press('w')
  await expect(page.getByTestId('own-codings')).toContainText('水道民営化: against')
  await page.keyboard.press('u')
  await expect(page.getByTestId('own-codings')).not.toContainText('against')
  await page.keyboard.press('q')
  await expect(page.getByTestId('own-codings')).toContainText('favor')
  await page.keyboard.press('q')
  await expect(page.getByTestId('own-codings')).not.toContainText('favor')
  await page.keyboard.press('Space')
  await expect(post(page)).not.toHaveAttribute('data-post-id', String(id))
  await page.keyboard.press('p')
  await expect(post(page)).toHaveAttribute('data-post-id', String(id))
})

test('a claim is made without leaving the post, and no key is a shortcut while a word is composed', async ({
  ronten,
}) => {
  const { page } = await ronten({ args: ['--sample'] })
  await sayWho(page, 'Anna')
  const id = await postId(page)
  await page.keyboard.press('/')
  const field = page
    .getByTestId('claim-find')
    .getByRole('textbox')
    .or(page.getByTestId('claim-find').getByRole('searchbox'))
    .or(page.locator('input[data-testid="claim-find"]'))
    .first()
  await expect(field).toBeFocused()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Input.imeSetComposition', {
    text: 'みずはぜんいんの',
    selectionStart: 8,
    selectionEnd: 8,
  })
  // Enter that ends a composition, as an input method sends it: neither a claim nor a step to the next post.
  await field.evaluate((input) => {
    for (const key of ['Enter', 'q', ' ']) {
      input.dispatchEvent(
        new KeyboardEvent('keydown', {
          key,
          keyCode: 229,
          isComposing: true,
          bubbles: true,
          cancelable: true,
        } as KeyboardEventInit),
      )
    }
  })
  await expect(post(page)).toHaveAttribute('data-post-id', String(id))
  await expect(page.getByTestId('own-codings')).not.toContainText('favor')
  await devtools.send('Input.insertText', { text: '水は全員のものだ' })
  await expect(field).toHaveValue('水は全員のものだ')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('codebook')).toContainText('水は全員のものだ')
  await expect(post(page)).toHaveAttribute('data-post-id', String(id))
  await shoot(page, 'coding-claim')
})
