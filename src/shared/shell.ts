/** What the page may ask of the shell (windows, dialogs, settings): few, named, without a path in either direction. */
import { z } from 'zod'

export const themeChoice = z.enum(['system', 'light', 'dark'])
export const languageChoice = z.enum(['system', 'en', 'ja'])

export const settings = z.object({ theme: themeChoice, language: languageChoice })
export type Settings = z.infer<typeof settings>

/** A file that a person chose in a dialog or dropped on the window. */
export const grantedFile = z.object({ token: z.string(), name: z.string(), byteCount: z.number() })
export type GrantedFile = z.infer<typeof grantedFile>

export const recentCorpus = z.object({
  token: z.string(),
  name: z.string(),
  folder: z.string(),
  openedAtMs: z.number(),
  missing: z.boolean(),
})
export type RecentCorpus = z.infer<typeof recentCorpus>

const opened = z.object({ opened: z.boolean() })

export const shellMethods = {
  'shell.state': {
    input: z.object({}),
    output: z.object({
      settings,
      systemLanguage: z.enum(['en', 'ja']),
      version: z.string(),
      electron: z.string(),
      corpusOpen: z.boolean(),
      recent: z.array(recentCorpus),
    }),
  },
  'shell.setSettings': { input: settings.partial(), output: settings },
  'corpus.create': { input: z.object({}), output: opened },
  'corpus.open': { input: z.object({ recent: z.string().optional() }), output: opened },
  'corpus.openSample': { input: z.object({}), output: opened },
  'corpus.close': { input: z.object({}), output: opened },
  'recent.forget': { input: z.object({ token: z.string() }), output: z.object({}) },
  'dialog.importFiles': { input: z.object({ folder: z.boolean() }), output: z.array(grantedFile) },
  'dialog.exportTo': {
    input: z.object({ suggestedName: z.string().max(200), extension: z.string().regex(/^[a-z0-9]{1,8}$/) }),
    output: grantedFile.nullable(),
  },
  'dialog.showExported': { input: z.object({ token: z.string() }), output: z.object({}) },
  /** Asks the person, then opens it in their browser. http and https only. */
  'link.open': { input: z.object({ url: z.string().max(4_000) }), output: opened },
} as const

export type ShellMethods = typeof shellMethods
export type ShellMethod = keyof ShellMethods
export type ShellInput<M extends ShellMethod> = z.input<ShellMethods[M]['input']>
export type ShellOutput<M extends ShellMethod> = z.output<ShellMethods[M]['output']>

/** Sent by the shell to the page, without being asked. */
export type ShellEvent =
  | { type: 'dropped'; files: GrantedFile[] }
  | { type: 'command'; command: MenuCommand }
  | { type: 'settings'; settings: Settings }
export type MenuCommand =
  | 'import'
  | 'undo'
  | 'redo'
  | 'palette'
  | 'shortcuts'
  | 'export'
  | 'find'
  | `view:${string}`

/** What the preload puts on `window`. */
export interface ShellBridge {
  call<M extends ShellMethod>(
    method: M,
    input: ShellInput<M>,
  ): Promise<{ ok: true; output: ShellOutput<M> } | { ok: false; error: import('./errors.ts').ErrorPayload }>
  onEvent(listener: (event: ShellEvent) => void): () => void
  /** The page listens for its port from now on; called once, after the listener stands. */
  ready(): void
}
