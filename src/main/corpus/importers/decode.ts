/**
 * Bytes to text. What the bytes say themselves (byte-order mark, escape sequences, valid UTF-8) goes before what the
 * page claims of itself (`<meta charset>`), and that before any guess. Nothing is replaced in silence.
 */
import chardet from 'chardet'
import { RontenError } from '../../../shared/errors.ts'
import type { ImportNote } from './importer.ts'
import { assertNoBinary, utf16ByNuls } from './decode/binary.ts'

export interface Decoded {
  /** Line ends untouched, without a byte-order mark. */
  text: string
  /** Label of the Encoding Standard, e.g. `utf-8`, `shift_jis`. */
  encoding: string
  warnings: ImportNote[]
}

export interface DecodeOptions {
  /** Asked for by a person; goes before everything the bytes say. */
  encoding?: string | null
  /** For error sentences only. */
  name?: string
}

export const decodeReasons = ['bytes-replaced', 'cut-character', 'encoding-guessed'] as const

const sampleBytes = 262_144

function decoderFor(label: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal })
  } catch {
    return null
  }
}

/** Whole text, or `null` where bytes are not of this encoding. A last character cut in half is no contradiction. */
function strictly(label: string, bytes: Uint8Array): { text: string; cut: boolean } | null {
  const decoder = decoderFor(label, true)
  if (!decoder) return null
  try {
    const text = decoder.decode(bytes, { stream: true })
    return { text, ...flush(decoder) }
  } catch {
    return null
  }
}

/** What a decoder still holds at the end of the bytes is the beginning of a character that never ends. */
function flush(decoder: TextDecoder): { cut: boolean } {
  try {
    decoder.decode()
    return { cut: false }
  } catch {
    return { cut: true }
  }
}

function countReplaced(text: string): { count: number; line: number | null } {
  const first = text.indexOf('\uFFFD')
  if (first < 0) return { count: 0, line: null }
  let count = 0
  for (let at = first; at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < first; at = text.indexOf('\n', at + 1)) line++
  return { count, line }
}

function accept(label: string, bytes: Uint8Array): Decoded | null {
  const read = strictly(label, bytes)
  // Half a character at the end is a cut only where whole ones stand before it.
  if (!read || (read.cut && /^\p{ASCII}*$/u.test(read.text))) return null
  const warnings: ImportNote[] = read.cut
    ? [{ line: null, reason: 'cut-character', details: { encoding: label } }]
    : []
  return { text: read.text, encoding: label, warnings }
}

/** Bytes that do not fit become U+FFFD, counted in a warning; `null` where no decoder has this name. */
function loosely(label: string, bytes: Uint8Array): Decoded | null {
  const decoder = decoderFor(label, false)
  if (!decoder) return null
  const text = decoder.decode(bytes)
  const { count, line } = countReplaced(text)
  const details = { encoding: decoder.encoding, count }
  const warnings = count > 0 ? [{ line, reason: 'bytes-replaced', details }] : []
  return { text, encoding: decoder.encoding, warnings }
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** Seven-bit Japanese mail encoding: valid UTF-8 to the letter, but written with escape sequences. */
function isIso2022jp(bytes: Uint8Array): boolean {
  const escape = bytes.indexOf(0x1b)
  return escape >= 0 && bytes[escape + 1] === 0x24 && [0x40, 0x42].includes(bytes[escape + 2] ?? 0)
}

/** What a page says of itself in its first 4 KiB. */
function claimed(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, 4096), (byte) => String.fromCharCode(byte)).join('')
  const found = /<meta[^<>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)
  return found?.[1]?.toLowerCase() ?? null
}

/** Japanese encodings overlap with each other and with Chinese ones; kana tell them apart. */
function likeness(text: string, confidence: number, label: string): number {
  const kana = text.match(/[\u3041-\u30FA]/gu)?.length ?? 0
  const odd = text.match(/[\uFF61-\uFF9F\u0080-\u009F\uE000-\uF8FF]/gu)?.length ?? 0
  const home = label === 'shift_jis' || label === 'euc-jp' ? 0.1 : 0
  return confidence / 100 + home + (kana - odd) / Math.max(1, text.length)
}

function guess(bytes: Uint8Array): Decoded | null {
  const sample = bytes.subarray(0, sampleBytes)
  const candidates = new Map<string, number>([
    ['shift_jis', 0],
    ['euc-jp', 0],
  ])
  for (const { name, confidence } of chardet.analyse(sample)) candidates.set(name.toLowerCase(), confidence)
  const ranked = [...candidates]
    .map(([label, confidence]) => ({ label, confidence, read: strictly(label, sample) }))
    .filter(({ label, read }) => read !== null && !label.startsWith('utf-'))
    .map((each) => ({ ...each, score: likeness(each.read!.text, each.confidence, each.label) }))
    .sort((x, y) => y.score - x.score)
  for (const { label, score } of ranked) {
    const decoded = accept(label, bytes)
    if (!decoded) continue
    if (score < 0.3)
      decoded.warnings.push({ line: null, reason: 'encoding-guessed', details: { encoding: label } })
    return decoded
  }
  return null
}

/** UTF-8 in which some bytes were damaged: hardly any character is lost. Read as UTF-8, other encodings lose most. */
function damagedUtf8(bytes: Uint8Array): Decoded | null {
  const sample = new TextDecoder('utf-8').decode(bytes.subarray(0, sampleBytes))
  const kept = sample.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0
  return countReplaced(sample).count * 20 <= kept ? loosely('utf-8', bytes) : null
}

function asAsked(asked: string, bytes: Uint8Array, name: string): Decoded {
  const label = asked.trim()
  const decoded = loosely(label, bytes)
  if (decoded) return decoded
  throw new RontenError(
    'import.unknownEncoding',
    `There is no encoding “${label}”. “${name}” was not read. Try utf-8, shift_jis, euc-jp or iso-2022-jp, or leave the encoding to Ronten.`,
    { name, encoding: label },
  )
}

function recognise(bytes: Uint8Array, name: string): Decoded {
  const marked = byMark(bytes)
  if (marked) return accept(marked, bytes) ?? loosely(marked, bytes)!
  const wide = utf16ByNuls(bytes)
  const sure = wide && accept(wide, bytes)
  if (sure) return sure
  assertNoBinary(bytes, name)
  if (isIso2022jp(bytes)) return accept('iso-2022-jp', bytes) ?? loosely('iso-2022-jp', bytes)!
  const claim = claimed(bytes)
  const decoded =
    accept('utf-8', bytes) ?? (claim && accept(claim, bytes)) ?? damagedUtf8(bytes) ?? guess(bytes)
  if (decoded) return decoded
  throw new RontenError(
    'import.unknownEncoding',
    `The characters of “${name}” could not be made out. If you know its encoding (for Japanese often shift_jis or euc-jp), choose it and import again.`,
    { name, encoding: claim ?? '' },
  )
}

/**
 * Throws `RontenError`: `import.empty` where there is no text, `import.binary` where the bytes are no text,
 * `import.unknownEncoding` where no decoder is known or fits.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const name = options.name ?? 'file'
  const asked = options.encoding ?? null
  const decoded = asked === null ? recognise(bytes, name) : asAsked(asked, bytes, name)
  if (decoded.text.trim() !== '') return decoded
  throw new RontenError(
    'import.empty',
    `“${name}” is empty: there is no text in it. If it should hold a page, save or copy the page again.`,
    { name },
  )
}
