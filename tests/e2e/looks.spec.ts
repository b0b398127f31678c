import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, shoot, show, test, type View } from './app.ts'

const views: View[] = ['corpus', 'posts', 'timeline', 'network', 'coding', 'export']

/** Elements whose text is cut without saying so: a word that is clipped is a word that is lost. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, h1, h2, h3, label, th, .chip, .label, .rail-item')]
      .filter((element) => {
        const style = getComputedStyle(element)
        const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible'
        const tooWide = element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== 'ellipsis'
        const tooHigh = element.scrollHeight > element.clientHeight + 2
        return (
          element.clientWidth > 0 && hides && (tooWide || tooHigh) && !element.closest('.visually-hidden')
        )
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`),
  )
}

/** The window itself never scrolls sideways. */
const overflows = (page: Page) =>
  page.evaluate(
    () =>
      document.documentElement.scrollWidth > innerWidth ||
      document.documentElement.scrollHeight > innerHeight,
  )

const looks = [
  { language: 'en', theme: 'light', width: 1280, height: 800 },
  { language: 'ja', theme: 'dark', width: 1280, height: 800 },
  { language: 'ja', theme: 'light', width: 1920, height: 1080 },
  { language: 'en', theme: 'dark', width: 1920, height: 1080 },
] as const

for (const look of looks) {
  const name = `${look.language}-${look.theme}-${look.width}`
  test(`every view in ${name}: nothing clipped, nothing that keeps people out`, async ({ ronten }) => {
    const { page } = await ronten({ args: ['--sample'], ...look })
    for (const view of views) {
      await show(page, view)
      await page.locator('[role="status"].skeleton').waitFor({ state: 'detached' })
      if (view === 'posts') {
        await page.locator('[data-post-id]').nth(1).click()
        await page.locator('.inspector').waitFor()
      }
      if (view === 'timeline' || view === 'network')
        await page.locator('.chart-marks button').first().waitFor({ state: 'attached' })
      await shoot(page, `${view}-${name}`)
      expect(await overflows(page), view).toBe(false)
      expect(await clipped(page), view).toEqual([])
      // `legacy`: the page may open no second one, which the other mode would need.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(
        serious.map(
          ({ id, nodes }) => `${view}: ${id} ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
        ),
      ).toEqual([])
    }
  })
}
