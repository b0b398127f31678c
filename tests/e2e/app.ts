/** Starts the built program in a real window, with settings and corpora of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'

export const root = join(import.meta.dirname, '../..')
/** Kept as test output, to be looked at. */
export const shots = join(root, 'test-results', 'screenshots')

export interface Started {
  app: ElectronApplication
  page: Page
  /** A folder of this test's own. */
  folder: string
  /** The next system dialog is answered with these paths; with none, it is cancelled. */
  answerDialog: (...paths: string[]) => Promise<void>
  resize: (width: number, height: number) => Promise<void>
  /** Console errors of this kind are what the test is about. */
  forgive: (pattern: RegExp) => void
}

export interface Start {
  language?: 'en' | 'ja'
  theme?: 'light' | 'dark'
  /** `--sample`, or the path of a corpus. */
  args?: string[]
  width?: number
  height?: number
  /** Settings and sample of an earlier start, or an empty folder for a first one. */
  profile?: string
  /** Of the system, e.g. `ja_JP.UTF-8`. */
  locale?: string
}

const executablePath = process.env.RONTEN_ELECTRON
const rootFlags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

async function start(options: Start, folder: string): Promise<Omit<Started, 'forgive'>> {
  const { language = 'en', theme = 'light', args = [], width = 1280, height = 800 } = options
  const profile = options.profile ?? join(folder, 'profile')
  mkdirSync(join(profile, 'Ronten'), { recursive: true })
  if (!options.profile) {
    writeFileSync(
      join(profile, 'Ronten', 'settings.json'),
      JSON.stringify({ settings: { theme, language }, recent: [] }),
    )
  }
  const app = await _electron.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...rootFlags, root, ...args],
    env: {
      ...process.env,
      XDG_CONFIG_HOME: profile,
      ...(options.locale ? { LANG: options.locale, LANGUAGE: '', LC_ALL: options.locale } : {}),
    } as Record<string, string>,
  })
  const page = await app.firstWindow()
  const resize = async (w: number, h: number) => {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size[0]!, size[1]!),
      [w, h],
    )
    await page.waitForFunction(([x, y]) => innerWidth === x && innerHeight === y, [w, h])
  }
  await resize(width, height)
  await page.evaluate(() => document.documentElement.setAttribute('data-no-motion', ''))
  const answerDialog = (...paths: string[]) =>
    app.evaluate(({ dialog }, given) => {
      const canceled = given.length === 0
      dialog.showOpenDialog = async () => ({ canceled, filePaths: given, bookmarks: [] })
      dialog.showSaveDialog = async () => ({ canceled, filePath: given[0] ?? '', bookmark: '' })
    }, paths)
  return { app, page, folder, answerDialog, resize }
}

/** Ends the program; one that does not end by itself fails the test. */
export async function quit({ app }: Pick<Started, 'app'>): Promise<void> {
  await app.close()
}

interface Fixtures {
  folder: string
  ronten: (options?: Start) => Promise<Started>
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'ronten-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  ronten: async ({ folder }, use) => {
    const started: Pick<Started, 'app'>[] = []
    const problems: string[] = []
    const forgiven: RegExp[] = []
    await use(async (options = {}) => {
      const each = await start(options, folder)
      started.push(each)
      each.page.on('pageerror', (error) => problems.push(error.message))
      each.page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text())
      })
      return { ...each, forgive: (pattern) => void forgiven.push(pattern) }
    })
    for (const { app } of started) await app.close().catch(() => {})
    // Whatever a test is about: the page must not have failed or broken its own policy along the way.
    expect(problems.filter((problem) => !forgiven.some((each) => each.test(problem)))).toEqual([])
  },
})
export { expect }

export type View = 'corpus' | 'posts' | 'timeline' | 'network' | 'coding' | 'export'
const views: View[] = ['corpus', 'posts', 'timeline', 'network', 'coding', 'export']

/** By its key, as a person at the keyboard goes there. */
export async function show(page: Page, view: View): Promise<void> {
  await page.locator('.rail').waitFor()
  await page.keyboard.press(`ControlOrMeta+${views.indexOf(view) + 1}`)
  await expect(page.locator('.rail-item').nth(views.indexOf(view))).toHaveAttribute('aria-current', 'page')
}

export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(shots, `${name}.png`) })
}
