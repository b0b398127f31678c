// `npm start [-- --sample | FILE.ronten]`: makes everything ready and opens the window.
import { root, runAttached, say, stop } from './lib.mjs'
import { setUpWindow } from './setup.mjs'
import { windowCommand } from './display.mjs'

const started = Date.now()
const runtime = setUpWindow()
if (runtime.standIn) {
  say(
    `this window runs on Electron ${runtime.version}, the stand-in for tests; see “What was tested on what” in the README.`,
  )
}
const [command, args] = windowCommand(runtime.executable, [root, ...process.argv.slice(2)])
say(`starting (ready after ${((Date.now() - started) / 1000).toFixed(1)} s of set-up) …`)
const code = await runAttached(command, args)
if (code !== 0) stop(`the program ended with code ${code}.`)
