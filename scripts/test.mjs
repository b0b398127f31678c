// `npm test`: sets up, then types, lint, format, dead code, unit and integration tests, and the real window. The last line
// is `N passed, N failed`; each static check counts as one.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, runAttached, say } from './lib.mjs'
import { setUpWindow } from './setup.mjs'
import { hasDisplay } from './display.mjs'

const results = join(root, 'test-results')
const total = { passed: 0, failed: 0, skipped: 0 }

function add(passed, failed, skipped = 0) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

async function check(label, command, args) {
  say(`${label} …`)
  const code = await runAttached(command, args)
  add(code === 0 ? 1 : 0, code === 0 ? 0 : 1)
}

/** A runner that dies before it reports is a failure too. */
function report(name, code, count) {
  const file = join(results, `${name}.json`)
  const counted = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : [0, 1, 0]
  if (code !== 0 && counted[1] === 0) counted[1] = 1
  add(...counted)
}

async function unit() {
  say('unit and integration tests …')
  const file = join(results, 'unit.json')
  const code = await runAttached('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  report('unit', code, (json) => [
    json.numPassedTests,
    json.numFailedTests,
    json.numPendingTests + json.numTodoTests,
  ])
}

async function windowTests(runtime) {
  say(`tests in the real window, on Electron ${runtime.version} …`)
  const env = {
    RONTEN_ELECTRON: runtime.executable,
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, 'window.json'),
  }
  const args = ['test', '--reporter=list,json', ...process.argv.slice(2)]
  const [command, all] = hasDisplay
    ? ['playwright', args]
    : ['xvfb-run', ['-a', '-s', '-screen 0 1920x1080x24', 'playwright', ...args]]
  const code = await runAttached(command, all, env)
  report('window', code, ({ stats }) => [stats.expected + stats.flaky, stats.unexpected, stats.skipped])
}

const runtime = setUpWindow()
rmSync(results, { recursive: true, force: true })
await check('types', 'tsc', ['-p', '.'])
await check('lint', 'oxlint', ['--deny-warnings'])
await check('format', 'oxfmt', ['--check'])
await check('dead code', 'knip', ['--no-progress'])
await unit()
await windowTests(runtime)
const skipped = total.skipped ? `, ${total.skipped} skipped` : ''
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exitCode = total.failed ? 1 : 0
