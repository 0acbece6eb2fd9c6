/** A package's page with our script before its first one (scorm/host/guard.ts). */
import { escape } from '#domain/text/escape.ts'

/** Marks, comments and the document type: before them nothing may stand, or the page is laid out as of 1998. */
const BEGINNING = /^\ufeff?(?:\s|<!--[^]*?-->|<\?[^>]*>)*(?:<!doctype\b[^>]*>)?/i

/** In the page's own encoding, where that is one of two bytes a letter; else the letters of ASCII are as they are. */
export function guardedPage(bytes: Buffer, guard: string, isXml: boolean): Buffer {
  const wide = wideEncoding(bytes)
  const text = wide
    ? new TextDecoder(wide, { ignoreBOM: true }).decode(bytes)
    : bytes.toString('latin1')
  const start = text.replace(/^ï»¿/, '\ufeff')
  const shift = start.length - text.length
  const at = (isXml ? beginningOfXml(start) : (BEGINNING.exec(start)?.[0].length ?? 0)) - shift
  const script = isXml ? xmlScript(guard) : `<script>${guard}</script>`
  const whole = text.slice(0, at) + script + text.slice(at)
  if (wide === null) return Buffer.from(whole, 'latin1')
  const encoded = Buffer.from(whole, 'utf16le')
  return wide === 'utf-16le' ? encoded : encoded.swap16()
}

function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 2 || bytes.length % 2) return null
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** Behind the first element's tag: XML has one root. */
const beginningOfXml = (text: string): number =>
  /^(?:\s|\ufeff|<!--[^]*?-->|<\?[^]*?\?>|<![^>]*>)*<[^!?][^>]*>/.exec(text)?.[0].length ?? 0

const xmlScript = (guard: string): string =>
  `<script xmlns="http://www.w3.org/1999/xhtml">//<![CDATA[\n${guard}\n//]]></script>`

/** ASCII only, and without what would end it. */
export const inlineScript = (script: string): string =>
  script
    .trim()
    .replace(/<\/script/gi, String.raw`<\/script`)
    .replace(/<!--/g, String.raw`<\!--`)
    .replaceAll(']]>', ']]\\x3e')
    .replace(
      /[^\x20-\x7e\n]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )

/** Stands in a frame that was led to a file: its name, while the page around offers it. */
export const filePage = (name: string, guard: string): string =>
  `<!doctype html><html lang=""><meta charset="utf-8"><script>${guard}</script><title>${escape(name)}</title><body><p dir="auto">${escape(name)}</p><script>dispatchEvent(new Event('alongside-file'))</script></html>`
