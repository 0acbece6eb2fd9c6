/** Our own check of a package: what neither schema notices, and what some LMS refuses (S8). */
import type { Files } from './zip.ts'

const MOST_BYTES = 50 * 1024 * 1024
const NAME = /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9._/-]+$/

/** What is wrong, in words; empty when the package is good. Sizes are those of the unpacked files. */
export function verify(files: Files): string[] {
  const manifest = textOf(files, 'imsmanifest.xml')
  if (manifest === null) return ['imsmanifest.xml is not at the root of the package']
  return [
    ...checkNames([...files.keys()]),
    ...checkSize(files),
    ...checkIdentifiers(manifest),
    ...checkListed(manifest, files),
    ...checkDialect(manifest),
    ...[...files.keys()].flatMap((name) => checkFile(name, textOf(files, name) ?? '', files)),
  ]
}

const textOf = (files: Files, name: string): string | null => {
  const content = files.get(name)
  return content ? new TextDecoder().decode(content) : null
}

function checkNames(names: readonly string[]): string[] {
  const seen = new Map<string, string>()
  return names.flatMap((name) => {
    const twin = seen.get(name.toLowerCase())
    seen.set(name.toLowerCase(), name)
    return [
      ...(NAME.test(name)
        ? []
        : [`${name}: a name may only have A–Z, a–z, 0–9, dot, dash, underscore`]),
      ...(name.endsWith('.mjs') ? [`${name}: some servers send .mjs as plain text; use .js`] : []),
      ...(twin === undefined ? [] : [`${name}: differs from ${twin} only by upper and lower case`]),
    ]
  })
}

function checkSize(files: Files): string[] {
  const size = [...files.values()].reduce((sum, content) => sum + content.length, 0)
  return size > MOST_BYTES ? [`the package has ${size} bytes, more than ${MOST_BYTES}`] : []
}

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '')

function checkIdentifiers(manifest: string): string[] {
  const ids = all(manifest, /\sidentifier="([^"]*)"/g)
  const doubled = ids.filter((id, index) => ids.indexOf(id) !== index)
  const references = [
    ...all(manifest, /\sidentifierref="([^"]*)"/g),
    ...all(manifest, /<organizations\b[^>]*\sdefault="([^"]*)"/g),
  ]
  return [
    ...doubled.map((id) => `imsmanifest.xml: the identifier ${id} is used twice`),
    ...ids
      .filter((id) => !/^[A-Za-z_][A-Za-z0-9._-]*$/.test(id))
      .map((id) => `imsmanifest.xml: ${id} is not a valid identifier`),
    ...references
      .filter((id) => !ids.includes(id))
      .map((id) => `imsmanifest.xml: nothing has the identifier ${id}`),
  ]
}

function checkListed(manifest: string, files: Files): string[] {
  const listed = all(manifest, /<file\b[^>]*\shref="([^"]*)"/g)
  const launched = all(manifest, /<resource\b[^>]*\shref="([^"]*)"/g)
  return [
    ...(launched.length ? [] : ['imsmanifest.xml: no resource can be launched']),
    ...launched
      .filter((name) => !listed.includes(name))
      .map((name) => `imsmanifest.xml: ${name} is launched but not listed as a file`),
    ...listed
      .filter((name) => !files.has(name))
      .map((name) => `imsmanifest.xml: ${name} is listed but not in the package`),
    ...all(manifest, /<adlcp:location>([^<]*)</g)
      .filter((name) => !listed.includes(name))
      .map((name) => `imsmanifest.xml: the metadata ${name} are not listed as a file`),
    ...[...files.keys()]
      .filter((name) => name !== 'imsmanifest.xml' && !listed.includes(name))
      .map((name) => `imsmanifest.xml: ${name} is in the package but not listed`),
  ]
}

function checkDialect(manifest: string): string[] {
  const version = all(manifest, /<schemaversion>([^<]*)</g)[0] ?? ''
  const name = version === '1.2' ? 'scormtype' : 'scormType'
  const given = all(manifest, /\sadlcp:(scormtype)=/gi)
  return [
    ...(['1.2', '2004 4th Edition'].includes(version)
      ? []
      : [`imsmanifest.xml: "${version}" is not a schema version that we make`]),
    ...given
      .filter((one) => one !== name)
      .map((one) => `imsmanifest.xml: this standard says adlcp:${name}, not adlcp:${one}`),
    ...(given.length ? [] : [`imsmanifest.xml: adlcp:${name} is missing`]),
    ...(/masteryscore/i.test(manifest)
      ? ['imsmanifest.xml: a mastery score makes an LMS judge before the course is finished']
      : []),
  ]
}

function checkFile(name: string, text: string, files: Files): string[] {
  if (name.endsWith('.html')) return checkPage(name, text, files)
  if (name.endsWith('.css'))
    return all(text, /url\(\s*["']?([^"')]+)/g).flatMap((to) => checkAddress(name, to, files))
  // The course is data: its words may say anything.
  if (name.endsWith('.js') && !/^course[./]/.test(name))
    return FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(
      ([, word]) => `${name}: uses ${word}`,
    )
  return []
}

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\beval\s*\(/, 'eval'],
  [/\bnew\s+Function\s*\(/, 'new Function'],
  [/\b(?:atob|btoa)\b/, 'atob or btoa'],
  [/\bserviceWorker\b/, 'a service worker'],
  [/\b(?:localStorage|sessionStorage|indexedDB)\b/, 'storage of the browser'],
  [/\bdocument\.cookie\b/, 'cookies'],
]

function checkPage(name: string, text: string, files: Files): string[] {
  const tags = text.match(/<[a-z][^>]*>/gi) ?? []
  return [
    ...(/<script(?![^>]*\ssrc=)[^>]*>/i.test(text) ? [`${name}: has an inline script`] : []),
    ...(/<style\b/i.test(text) ? [`${name}: has an inline style sheet`] : []),
    ...(tags.some((tag) => /\s(?:on[a-z]+|style)\s*=/i.test(tag))
      ? [`${name}: has an inline handler or style`]
      : []),
    ...all(text, /\s(?:src|href)="([^"]*)"/g).flatMap((to) => checkAddress(name, to, files)),
  ]
}

/** Only files beside the page, places on it, and ways to call somebody. */
function checkAddress(from: string, to: string, files: Files): string[] {
  if (/^(?:#|tel:|mailto:|data:)/.test(to)) return []
  if (/^(?:[a-z]+:|\/)/i.test(to)) return [`${from}: ${to} leads out of the package`]
  const target = to.replace(/[?#].*$/, '').replace(/^\.\//, '')
  return files.has(target) ? [] : [`${from}: ${to} is not in the package`]
}
