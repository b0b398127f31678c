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

async function folderRefs(folder: string, below = ''): Promise<SourceRef[]> {
  const refs: SourceRef[] = []
  const path = join(folder, below)
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    refs.push(failingRef(below || basename(folder), error.code ?? ''))
    return []
  })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const name = below ? `${below}/${entry.name}` : entry.name
    if (entry.isDirectory()) refs.push(...(await folderRefs(folder, name)))
    else if (entry.isFile()) refs.push(fileRef(join(path, entry.name), name))
  }
  return refs
}

function cannotRead(name: string, reason: string): RontenError {
  const message = `“${name}” could not be read (${reason || 'unknown reason'}). It may have been moved, it may be no file, or you may not have the right to read it.`
  return new RontenError('import.cannotRead', message, { name, reason })
}

/** Stands in the list with its reason; what else was chosen is read all the same. */
function failingRef(name: string, reason: string): SourceRef {
  return { name, bytes: () => Promise.reject(cannotRead(name, reason)) }
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
        throw cannotRead(name, (error as NodeJS.ErrnoException).code ?? '')
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
    if (about.isDirectory()) refs.push(...(await folderRefs(path)))
    else refs.push(about.isFile() ? fileRef(path, basename(path)) : failingRef(basename(path), 'ENOTFILE'))
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
