// Makes a checkout ready: locked packages, Node 24, Debian packages, the Electron runtime, the build. Each step is
// skipped when its stamp says that it was done for just these inputs.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, once, root, run, say } from './lib.mjs'
import { debianPackages } from './debian.mjs'
import { electronRuntime } from './electron.mjs'

function packages() {
  once(join(root, 'node_modules', '.ronten-packages'), hashOf('package.json', 'package-lock.json'), () => {
    say('installing the locked packages (about a minute the first time) …')
    // `npm ci` refuses the lock file wherever a registry lacks optional packages for other platforms; `install` keeps to
    // the same locked versions and integrities, and --no-save leaves the lock file alone. No install scripts: the one
    // that is needed is Node 24's, and it is named.
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error']
    run('npm', ['install', '--no-save', '--ignore-scripts', ...quietly], { quiet: true })
    run('npm', ['rebuild', 'node', '--loglevel=error'], { quiet: true })
  })
  const node = run('node', ['--version'], { quiet: true }).stdout.trim()
  if (!node.startsWith('v24.')) {
    throw new Error(
      `Node 24 should be in node_modules/.bin, but it answers ${node}; delete node_modules and try again.`,
    )
  }
}

function build() {
  const inputs = ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig.json']
  once(join(root, 'out', '.ronten-build'), hashOf(...inputs), () => {
    say('building …')
    run('electron-vite', ['build', '--logLevel', 'warn'], { quiet: true, env: { NODE_ENV: 'production' } })
  })
}

/** What the terminal and the unit tests need. */
export function setUpNode() {
  packages()
  debianPackages(['build'])
}

/** What the window needs; answers the runtime `{ executable, version, standIn }`. */
export function setUpWindow() {
  setUpNode()
  debianPackages(['window'])
  const runtime = electronRuntime()
  build()
  return runtime
}

export function packageVersion(name) {
  const file = join(root, 'node_modules', name, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : null
}
