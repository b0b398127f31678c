/** Bytes that are no text, told apart before any decoder turns them into characters. */
import { RontenError } from '../../../../shared/errors.ts'

const signatures: readonly [kind: string, bytes: readonly number[]][] = [
  ['PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG image', [0xff, 0xd8, 0xff]],
  ['GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP archive (or an Office document)', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip archive', [0x1f, 0x8b]],
  ['SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74]],
  ['web archive of Safari or a property list', [0x62, 0x70, 0x6c, 0x69, 0x73, 0x74]],
]

const sampleBytes = 65_536

function signatureOf(bytes: Uint8Array): string | null {
  const found = signatures.find(([, start]) => start.every((byte, i) => bytes[i] === byte))
  return found?.[0] ?? null
}

/** Bytes that no text holds: C0 controls except tab, line ends, form feed and the escape of ISO-2022-JP. */
function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b
}

/** UTF-16 without a mark: NULs (of ASCII and line ends) stand on one side of the pairs only. */
export function utf16ByNuls(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const nuls = [0, 0]
  const sample = bytes.subarray(0, sampleBytes)
  sample.forEach((byte, i) => {
    if (byte === 0) nuls[i % 2]!++
  })
  const [even, odd] = nuls as [number, number]
  if (even + odd === 0 || signatureOf(bytes) !== null) return null
  if (even > 0 && odd > 0 && Math.max(even, odd) < 20 * Math.min(even, odd)) return null
  const label = odd > even ? 'utf-16le' : 'utf-16be'
  return looksLikeText(new TextDecoder(label).decode(sample)) ? label : null
}

/** Random pairs of bytes give private-use and unassigned characters; text hardly any. */
function looksLikeText(text: string): boolean {
  const odd = text.match(/[\p{Cn}\p{Co}\p{Cs}\uFFFD]|(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0
  return odd * 50 <= text.length
}

export function assertNoBinary(bytes: Uint8Array, name: string): void {
  const sample = bytes.subarray(0, sampleBytes)
  const controls = sample.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0)
  const kind = signatureOf(bytes)
  if (kind === null && controls * 100 <= sample.length && !bytes.includes(0)) return
  const what = kind ?? 'binary file'
  throw new RontenError(
    'import.binary',
    `“${name}” is a ${what}, not text. Save the page as text or HTML (or copy its text and paste it), and import that.`,
    { name, kind: what },
  )
}
