// Where a window can appear.
import { say } from './lib.mjs'

/** Chromium refuses its own sandbox to root; the page's sandbox (no Node, isolated) stays on all the same. */
export const rootFlags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

export const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** The command and its arguments, under Xvfb where there is no display. */
export function windowCommand(command, args) {
  const all = [...rootFlags, ...args]
  if (hasDisplay) return [command, all]
  say('there is no display; the window opens under Xvfb, where nobody sees it (Ctrl+C ends it).')
  return ['xvfb-run', ['-a', '-s', '-screen 0 1920x1080x24', command, ...all]]
}
