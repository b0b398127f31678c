// Debian packages that a bare machine lacks. Root gets them installed; everybody else gets the line to run.
import { existsSync } from 'node:fs'
import { run, say, stop } from './lib.mjs'

const sets = {
  window: [
    'xvfb',
    'xauth',
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libatk-bridge2.0-0',
    'libcups2',
    'fonts-noto-cjk',
  ],
  build: [],
  compiler: ['python3', 'make', 'g++'],
}

function installed(name) {
  // Newer Debian and Ubuntu renamed some libraries with a t64 at the end; either will do.
  return [name, `${name}t64`].some((each) =>
    run('dpkg-query', ['-W', '-f', '${Status}', each], { quiet: true, allowFailure: true }).stdout.includes(
      'ok installed',
    ),
  )
}

function available(name) {
  const policy = run('apt-cache', ['policy', name], { quiet: true, allowFailure: true }).stdout
  return /Candidate: (?!\(none\))/.test(policy) ? name : `${name}t64`
}

export function debianPackages(names) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return
  const missing = names.flatMap((name) => sets[name]).filter((name) => !installed(name))
  if (missing.length === 0) return
  if (process.getuid() !== 0) {
    stop(`these Debian packages are missing; run this once:\n  sudo apt-get install -y ${missing.join(' ')}`)
  }
  say(`installing Debian packages: ${missing.join(' ')} …`)
  run('apt-get', ['update', '-q'], { quiet: true, allowFailure: true })
  const wanted = missing.map(available)
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...wanted], {
    quiet: true,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  })
}
