// The terminal: `npm run --silent ronten -- COMMAND …`
import { join } from 'node:path'
import { root, runAttached } from './lib.mjs'
import { setUpNode } from './setup.mjs'

setUpNode()
process.exitCode = await runAttached('node', [
  join(root, 'src', 'main', 'cli', 'main.ts'),
  ...process.argv.slice(2),
])
