// Helpers of the start, test and set-up scripts: plain Node (18 and later), no dependencies, because they run before
// anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const bin = join(root, 'node_modules', '.bin')

/** Outlives the checkout: runtimes and native builds are fetched and made once a machine. */
export const cacheFolder = join(
  process.env.XDG_CACHE_HOME ||
    (process.platform === 'win32' && process.env.LOCALAPPDATA) ||
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache'),
  'ronten',
)

export function say(text) {
  process.stderr.write(`ronten: ${text}\n`)
}

/** The sentence is for the person; no stack. */
export function stop(text) {
  say(text)
  process.exit(1)
}

export function environment(extra = {}) {
  return { ...process.env, PATH: bin + delimiter + process.env.PATH, ...extra }
}

/** Runs a command to its end. With `quiet`, its output is shown only when it fails. */
export function run(command, args, { quiet = false, env = {}, cwd = root, allowFailure = false } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env: environment(env),
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  })
  const ok = result.status === 0
  if (!ok && !allowFailure) {
    if (quiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
    stop(`"${command} ${args.join(' ')}" failed${result.error ? `: ${result.error.message}` : ''}.`)
  }
  return { ok, stdout: result.stdout ?? '', stderr: result.stderr ?? '' }
}

/** Runs with our stdio and answers the exit code. */
export function runAttached(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(env),
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => stop(`"${command}" could not be started: ${error.message}`))
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
}

export function sha256(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

/** One hash over names and contents of files and folders below the root. */
export function hashOf(...names) {
  const hash = createHash('sha256')
  for (const name of names) {
    const path = join(root, name)
    const files = statSync(path).isDirectory() ? filesBelow(path) : [path]
    for (const file of files)
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Does `work` unless the stamp file already says `key`; a stamp is written only after success. */
export function once(stampFile, key, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === key) return false
  work()
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, key)
  return true
}
