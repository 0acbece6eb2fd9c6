/** The files of client/ in the build, listed once at the start: what is not on the list cannot be asked for. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface StaticFile {
  readonly file: string
  readonly size: number
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
  /** Compressed copies, made when first asked for; only for text. */
  readonly compressed: Map<string, Promise<Buffer>> | null
}

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.m4a': 'audio/mp4',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
}
const TEXT = /^(text\/|application\/(json|xml|manifest)|image\/svg)/

/** @returns every file by the decoded path under which it is asked for; none when there is no folder */
export function listStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const name of walk(folder)) {
    const entry = describe(path.join(folder, name), name)
    for (const address of addressesOf(`/${name}`)) files.set(address, entry)
  }
  return files
}

function walk(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .map((name) => name.split(path.sep).join('/'))
      .filter((name) => !/(^|\/)\.(?!well-known\/)/.test(name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** A built page is asked for without its ending; the error pages only by Astro itself. */
function addressesOf(address: string): string[] {
  if (/^\/(404|500)(\/index)?\.html$/.test(address)) return []
  if (address.endsWith('/index.html')) {
    const folder = address.slice(0, -'/index.html'.length)
    return folder === '' ? ['/'] : [folder, `${folder}/`]
  }
  return address.endsWith('.html') ? [address, address.slice(0, -'.html'.length)] : [address]
}

function describe(file: string, name: string): StaticFile {
  const content = readFileSync(file)
  const type = TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream'
  const text = TEXT.test(type)
  return {
    file,
    size: content.length,
    etag: `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
    headers: {
      'Content-Type': type,
      'Cache-Control': cacheFor(name),
      ...(text ? { Vary: 'Accept-Encoding' } : {}),
    },
    compressed: text && content.length > 500 ? new Map<string, Promise<Buffer>>() : null,
  }
}

function cacheFor(name: string): string {
  if (name.startsWith('_astro/')) return 'public, max-age=31536000, immutable'
  // Pages and the service worker must be able to change at once.
  return /\.html$|(^|\/)sw\.js$/.test(name) ? 'no-cache' : 'public, max-age=300'
}
