import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { GrantedFile } from '../shared/shell.ts'

/**
 * Paths that a person chose, by unguessable token. The page handles tokens only, so that nothing it could be tricked
 * into can name a file of its own choice.
 */
const paths = new Map<string, string>()

export function grant(path: string): GrantedFile {
  const token = randomUUID()
  paths.set(token, path)
  let byteCount = 0
  try {
    byteCount = statSync(path).size
  } catch {
    // A destination that does not exist yet.
  }
  return { token, name: basename(path), byteCount }
}

export function grantedPath(token: string): string | undefined {
  return paths.get(token)
}
