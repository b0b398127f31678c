import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RontenError } from '../../../shared/errors.ts'
import { htmlToText, isHtml } from './html-text.ts'

const text = (html: string): string => htmlToText(`<!doctype html><body>${html}`).text

describe('htmlToText', () => {
  test.each([
    ['<p>一<p>二', '一\n二\n'],
    ['一<br>二<br><br>三', '一\n二\n\n三\n'],
    ['<div>一<div>二</div>三</div>', '一\n二\n三\n'],
    ['<h1>花見 <small>トレンド</small></h1>', '花見 トレンド\n'],
    ['<span>0</span><span>post</span>', '0post\n'],
    ['<table><tr><td>a<td>b</table>', 'a\nb\n'],
    ['<p>a\n  b\t c </p>', 'a b c\n'],
    ['<pre>a\n  b</pre>', 'a\n  b\n'],
    ['<p style="white-space: pre-wrap">a\nb</p>', 'a\nb\n'],
    ['<p>a\u3000b\u00A0c</p>', 'a\u3000b\u00A0c\n'],
  ])('breaks lines as a reader sees them: %j', (html, expected) => {
    expect(text(html)).toBe(expected)
  })

  test('leaves out what a reader does not see, and runs nothing', () => {
    const hidden =
      '<script>document.write("<p>x</p>")</script><style>p{}</style><noscript>x</noscript><template><p>x</p></template>' +
      '<p hidden>x</p><p style="display:none">x</p><div style="visibility: hidden"><b>x</b></div><select><option>x</select>'
    expect(text(`${hidden}<p>見える</p>`)).toBe('見える\n')
  })

  test('decodes entities once', () => {
    expect(text('<p>&lt;b&gt; &amp;lt; &#x1F338;&hearts;</p>')).toBe('<b> &lt; 🌸♥\n')
  })

  test('emoji drawn as images are text, other images are not', () => {
    expect(text('<p>行く<img alt="🏳️‍🌈"><img alt="広告">よ<img></p>')).toBe('行く🏳️‍🌈よ\n')
  })

  const at = 'https://trend.example/word/1/hourly?t=2'
  test.each([
    `<!-- saved from url=(0039)${at} --><p>x`,
    `<!doctype html><!-- saved from url=(0039)${at} --><html><body>x`,
    `<html><!--\n Page saved with SingleFile \n url: ${at} \n saved date: today --><p>x`,
    `<html><head><link rel="canonical" href="${at}"></head><p>x`,
    `<html><head><meta property="og:url" content="${at}"></head><p>x`,
    `<html><!-- saved from url=(0039)${at} --><head><link rel="canonical" href="https://other.example/"></head><p>x`,
  ])('finds the address: %j', (html) => {
    expect(isHtml(html)).toBe(true)
    expect(htmlToText(html).address).toBe(at)
  })

  test('knows no address that is not of the web', () => {
    expect(htmlToText('<html><link rel=canonical href="javascript:alert(1)"><p>x').address).toBeNull()
    expect(htmlToText('<html><link rel=canonical href="/word/1"><p>x').address).toBeNull()
  })

  test.each(['花見 トレンド\n<b>', '<ポストの表示について>', '<3 <3', 'a < b', '{"a": "<p>"}', ''])(
    'takes words for words: %j',
    (given) => {
      expect(isHtml(given)).toBe(false)
    },
  )

  test('an MHTML file without a page is refused in words', () => {
    const head =
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: image/png\n\nx\n'
    expect(() => htmlToText(head)).toThrow(/no HTML page was found/)
  })

  test('bottomless markup is refused, wide markup read', () => {
    expect(() => htmlToText(`<html>${'<div>'.repeat(100_000)}`)).toThrow(/nests its elements/)
    const formatting = Array.from({ length: 500 }, (_, i) => `<p><b a${i}>`).join('')
    expect(() => htmlToText(`<html>${formatting}${'<p>x'.repeat(100_000)}`)).toThrow(/elements/)
    expect(text('<p>x</p>'.repeat(50_000)).length).toBe(100_000)
    expect(isHtml('<!---->'.repeat(100_000))).toBe(false)
  })

  test('any markup is read or refused, and all visible words stay', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div hidden',
      '>',
      '<br>',
      '<!--',
      '-->',
      '語',
      '&lt;',
      '<b x=">',
      '<table>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        try {
          expect(typeof htmlToText(pieces.join('')).text).toBe('string')
        } catch (error) {
          expect(error).toBeInstanceOf(RontenError)
        }
      }),
    )
    const words = fc.array(fc.stringMatching(/^[ぁ-んA-Z<&>]{1,8}$/), { minLength: 1, maxLength: 8 })
    const escaped = (word: string): string => word.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    fc.assert(
      fc.property(words, (given) => {
        expect(text(given.map((word) => `<p>${escaped(word)}</p>`).join(''))).toBe(`${given.join('\n')}\n`)
      }),
    )
  })
})
