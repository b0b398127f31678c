import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { settings } from '../shared/shell.ts'

/** What the program remembers beside the corpora: looks, language, and where corpora were last seen. */
const stored = z.object({
  settings: settings.default({ theme: 'system', language: 'system' }),
  recent: z.array(z.object({ file: z.string(), openedAtMs: z.number() })).default([]),
})
type Stored = z.infer<typeof stored>

const file = (): string => join(app.getPath('userData'), 'settings.json')

export function readStored(): Stored {
  try {
    return stored.parse(JSON.parse(readFileSync(file(), 'utf8')))
  } catch {
    // Missing or unreadable: nothing of a researcher's work is in here, so starting afresh loses only looks.
    return stored.parse({})
  }
}

export function changeStored(change: (before: Stored) => Stored): Stored {
  const next = change(readStored())
  mkdirSync(dirname(file()), { recursive: true })
  writeFileSync(`${file()}.part`, JSON.stringify(next, null, 2))
  renameSync(`${file()}.part`, file())
  return next
}

export function rememberCorpus(path: string): void {
  changeStored((before) => ({
    ...before,
    recent: [
      { file: path, openedAtMs: Date.now() },
      ...before.recent.filter((each) => each.file !== path),
    ].slice(0, 12),
  }))
  app.addRecentDocument(path)
}

export function forgetCorpus(path: string): void {
  changeStored((before) => ({ ...before, recent: before.recent.filter((each) => each.file !== path) }))
}
