import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RontenError } from '../../../shared/errors.ts'
import { decode } from './decode.ts'

const fixture = (name: string): Uint8Array => readFileSync(`tests/fixtures/trend-pages/${name}`)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const page = decode(fixture('hourly.txt')).text

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof RontenError) return error.code
    throw error
  }
  return 'none'
}

describe('decode', () => {
  test.each(['shift_jis', 'euc-jp', 'iso-2022-jp'])('reads %s without being told', (encoding) => {
    const decoded = decode(fixture(`hourly-${encoding}.txt`))
    expect(decoded).toEqual({ text: page.replace('🌸', ''), encoding, warnings: [] })
  })

  test.each([
    ['hourly-utf-16le.txt', 'utf-16le'],
    ['hourly-utf-16be.txt', 'utf-16be'],
    ['hourly-utf-16le-mark.txt', 'utf-16le'],
  ])('reads UTF-16 with and without a mark: %s', (name, encoding) => {
    expect(decode(fixture(name))).toEqual({ text: page, encoding, warnings: [] })
  })

  test('leaves line ends alone and takes the byte-order mark away', () => {
    const { text, encoding } = decode(fixture('hourly-utf-8-mark-crlf.txt'))
    expect(text).toBe(page.replaceAll('\n', '\r\n'))
    expect(encoding).toBe('utf-8')
  })

  test('respects what a page says of itself where the bytes allow it', () => {
    const head = bytes('<html><head><meta charset="windows-1252"></head><body>caf')
    expect(decode(new Uint8Array([...head, 0xe9]))).toMatchObject({ encoding: 'windows-1252' })
    const lying = bytes('<meta charset="shift_jis"><p>春が来た</p>')
    expect(decode(lying)).toMatchObject({ encoding: 'utf-8' })
  })

  test('an asked-for encoding goes before everything, and counts what it cannot read', () => {
    const { text, encoding, warnings } = decode(fixture('hourly-shift_jis.txt'), { encoding: 'UTF-8' })
    expect(encoding).toBe('utf-8')
    expect(text).toContain('\uFFFD')
    expect(warnings).toMatchObject([{ line: 1, reason: 'bytes-replaced', details: { encoding: 'utf-8' } }])
    expect(codeOf(() => decode(bytes('a'), { encoding: 'klingon' }))).toBe('import.unknownEncoding')
  })

  test('a file cut inside a character keeps everything before it', () => {
    const whole = bytes('春が来た')
    expect(decode(whole.subarray(0, whole.length - 1))).toEqual({
      text: '春が来',
      encoding: 'utf-8',
      warnings: [{ line: null, reason: 'cut-character', details: { encoding: 'utf-8' } }],
    })
  })

  test('UTF-8 with one damaged byte stays UTF-8', () => {
    const damaged = bytes(`${'春が来た。'.repeat(30)}\n${'秋'.repeat(30)}`)
    damaged[damaged.length - 3] = 0xff
    const { encoding, warnings } = decode(damaged)
    expect(encoding).toBe('utf-8')
    expect(warnings).toMatchObject([{ line: 2, reason: 'bytes-replaced' }])
  })

  test.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['ZIP', [0x50, 0x4b, 3, 4, 20, 0]],
    ['binary file', Array.from({ length: 400 }, (_, i) => (i * 37) % 256)],
  ])('refuses bytes that are no text: %s', (kind, given) => {
    expect(() => decode(new Uint8Array(given), { name: 'x.bin' })).toThrow(kind)
    expect(codeOf(() => decode(new Uint8Array(given)))).toBe('import.binary')
  })

  test.each([[''], [' \r\n\t'], ['\uFEFF']])('refuses a file without text: %j', (text) => {
    expect(codeOf(() => decode(bytes(text)))).toBe('import.empty')
  })

  test('any bytes decode or are refused in words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (given) => {
        expect(codeOf(() => decode(given))).toMatch(/^(?:none|import\.)/)
      }),
    )
  })

  test('any text comes back from UTF-8', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => each.trim() !== '')
    fc.assert(
      fc.property(text, (given) => {
        expect(decode(bytes(`春${given}`)).text).toBe(`春${given}`)
      }),
    )
  })
})
