/** From what a person chose to what an importer read: files below folders, bytes, hash, text, parsed pages. */
import { createHash } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { RontenError } from '../../../shared/errors.ts'
import { decode } from '../importers/decode.ts'
import { chooseImporter } from '../importers/index.ts'
import type { Importer, ParsedFile } from '../importers/importer.ts'

export interface SourceChoice {
  files: readonly string[]
  pasted: string | null
  format: string | null
  encoding: string | null
  timeZone: string | null
}

/** A file to be read, or a text that was pasted. */
export interface SourceRef {
  name: string
  bytes(): Promise<Uint8Array>
}

export interface ReadSource {
  name: string
  byteCount: number
  sha256: string
  encoding: string
  importer: Importer
  parsed: ParsedFile
}

/** A page of a site is far below this; what is above is another thing by mistake. Streams come with other formats. */
const mostBytes = 64 * 1024 * 1024
const mostFiles = 20_000

async function* filesBelow(path: string): AsyncGenerator<string> {
  const entries = await readdir(path, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const below = join(path, entry.name)
    if (entry.isDirectory()) yield* filesBelow(below)
    else if (entry.isFile()) yield below
  }
}

function fileRef(path: string, name: string): SourceRef {
  return {
    name,
    async bytes() {
      try {
        const { size } = await stat(path)
        if (size > mostBytes) {
          throw new RontenError(
            'import.tooLarge',
            `“${name}” is larger than ${mostBytes / 1024 / 1024} MB. A saved page is far smaller; nothing was read.`,
            { name, byteCount: size },
          )
        }
        return await readFile(path)
      } catch (error) {
        if (error instanceof RontenError) throw error
        throw new RontenError(
          'import.cannotRead',
          `“${name}” could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}). It may have been moved, or you may not have the right to read it.`,
          { name, reason: (error as NodeJS.ErrnoException).code ?? '' },
        )
      }
    },
  }
}

/** All files meant: those named, and those below the folders named, by name. */
export async function listSources(choice: SourceChoice): Promise<SourceRef[]> {
  const refs: SourceRef[] = []
  for (const path of choice.files) {
    const about = await stat(path).catch(() => null)
    if (!about)
      throw new RontenError('import.missing', `“${basename(path)}” is not there (any more).`, {
        name: basename(path),
      })
    if (!about.isDirectory()) refs.push(fileRef(path, basename(path)))
    else for await (const file of filesBelow(path)) refs.push(fileRef(file, file.slice(path.length + 1)))
    if (refs.length > mostFiles)
      throw new RontenError(
        'import.tooMany',
        `There are more than ${mostFiles} files in what you chose. Import them folder by folder.`,
        { most: mostFiles },
      )
  }
  if (choice.pasted !== null) {
    const pasted = new TextEncoder().encode(choice.pasted)
    refs.push({ name: 'pasted text', bytes: () => Promise.resolve(pasted) })
  }
  if (refs.length === 0) throw new RontenError('import.nothing', 'There is no file in what you chose.')
  return refs
}

/** Throws `RontenError` where the file as a whole cannot be read. */
export async function readSource(ref: SourceRef, choice: SourceChoice): Promise<ReadSource> {
  const bytes = await ref.bytes()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { text, encoding, warnings } = decode(bytes, { encoding: choice.encoding, name: ref.name })
  const source = { name: ref.name, text }
  const importer = chooseImporter(source, choice.format)
  const read = importer.parse(source, { timeZone: choice.timeZone })
  const parsed = { ...read, warnings: [...warnings, ...read.warnings] }
  return { name: ref.name, byteCount: bytes.byteLength, sha256, encoding, importer, parsed }
}
