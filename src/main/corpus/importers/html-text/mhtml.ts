/** MHTML (`.mhtml`, `.mht`): a mail message whose first HTML part is the page (RFC 2557). */
import { RontenError } from '../../../../shared/errors.ts'
import { decode } from '../decode.ts'
import { webAddress } from './address.ts'

export interface Mhtml {
  html: string
  address: string | null
}

export function isMhtml(head: string): boolean {
  const start = head.slice(0, 8192)
  return /^[\w-]{2,40}:/.test(start) && /^content-type:\s{0,5}multipart\/related/im.test(start)
}

type Headers = ReadonlyMap<string, string>

/** Header lines, folded ones unfolded, and where the body begins. */
function readHeaders(text: string): { headers: Headers; body: string } {
  const blank = /\r?\n\r?\n/.exec(text)
  const end = blank?.index ?? text.length
  const unfolded = text.slice(0, Math.min(end, 65_536)).replace(/\r?\n[ \t]+/g, ' ')
  const headers = new Map<string, string>()
  for (const line of unfolded.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: blank ? text.slice(end + blank[0].length) : '' }
}

function parameter(value: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;]{1,200}))`, 'i').exec(value)
  return found?.[1] ?? found?.[2] ?? null
}

/** Parts between boundaries, in order; the first HTML part is the page, frames come after it. */
function firstHtmlPart(body: string, boundary: string): { headers: Headers; body: string } | null {
  const mark = `--${boundary}`
  for (let at = body.indexOf(mark); at >= 0;) {
    const from = at + mark.length
    const next = body.indexOf(`\n${mark}`, from)
    const part = readHeaders(body.slice(from, next < 0 ? undefined : next).replace(/^[^\n]*\n/, ''))
    if (/^text\/html\b/i.test(part.headers.get('content-type') ?? '')) return part
    at = next < 0 ? -1 : next + 1
  }
  return null
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

function fromQuotedPrintable(text: string): Uint8Array {
  const bytes = ascii(text.replace(/=[ \t]{0,10}\r?\n/g, ''))
  const decoded = new Uint8Array(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    const hex = bytes[i] === 0x3d ? String.fromCharCode(bytes[i + 1] ?? 0, bytes[i + 2] ?? 0) : ''
    const escaped = /^[0-9a-f]{2}$/i.test(hex)
    decoded[length++] = escaped ? Number.parseInt(hex, 16) : bytes[i]!
    if (escaped) i += 2
  }
  return decoded.subarray(0, length)
}

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

function bodyOf(headers: Headers, body: string): string {
  const transfer = (headers.get('content-transfer-encoding') ?? '').toLowerCase()
  if (transfer !== 'quoted-printable' && transfer !== 'base64') return body
  const bytes = transfer === 'base64' ? fromBase64(body) : fromQuotedPrintable(body)
  // Without a charset the bytes and the page's own meta speak for themselves.
  const encoding = parameter(headers.get('content-type') ?? '', 'charset')
  return decode(bytes, { encoding, name: 'page in the MHTML file' }).text
}

export function readMhtml(text: string): Mhtml {
  const { headers, body } = readHeaders(text)
  const boundary = parameter(headers.get('content-type') ?? '', 'boundary')
  const part = boundary === null ? null : firstHtmlPart(body, boundary)
  if (!part)
    throw new RontenError(
      'import.badMhtml',
      'The file is a web archive (MHTML), but no HTML page was found in it. It may be cut off: save the page again, as HTML or as text.',
    )
  const address =
    webAddress(headers.get('snapshot-content-location')) ?? webAddress(part.headers.get('content-location'))
  return { html: bodyOf(part.headers, part.body), address }
}
