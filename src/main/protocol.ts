import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

/** The page lives at its own scheme: `file://` would let it read whatever the person can read. */
const scheme = 'ronten'
export const pageUrl = `${scheme}://app/index.html`

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

// Styles: react-aria and React set them through the object model, which no policy hinders; `unsafe-inline` stays out.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

const notFound = (): Response => new Response('Not found', { status: 404 })

/** Serves the built page, and nothing outside its folder. */
export function serveApp(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const address = new URL(request.url)
    const path = normalize(join(folder, decodeURIComponent(address.pathname)))
    if (address.host !== 'app' || request.method !== 'GET' || !path.startsWith(folder + sep))
      return notFound()
    try {
      return new Response(await readFile(path), {
        headers: {
          'Content-Type': types[extname(path)] ?? 'application/octet-stream',
          'Content-Security-Policy': policy,
          'X-Content-Type-Options': 'nosniff',
          'Cross-Origin-Opener-Policy': 'same-origin',
        },
      })
    } catch {
      return notFound()
    }
  })
}
