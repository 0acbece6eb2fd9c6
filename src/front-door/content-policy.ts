/** What a stranger's pages may do: run in their own frame, and reach nobody. */
import path from 'node:path'
import { SANDBOX } from '#server/packages/sandbox.ts'

/** Nothing but this host, whatever the way; a policy for content knows no calls between people (WebRTC). */
export const CONNECTIONS = '(response-origin);webrtc=block'

/** @param origin the only page that may frame it */
export const shellPolicy = (origin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // What the frame is sent to later is measured by this as well.
    "frame-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${origin}`,
    `sandbox ${SANDBOX}`,
  ].join('; ')

/** Packages in the wild write scripts and styles inline, and build code from text. */
export const filesPolicy = (origin: string): string =>
  [
    "default-src 'self' data: blob:",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self' data: blob:",
    // A page that is made from text would run before anything of ours.
    "frame-src 'self'",
    // No service worker: the host hands out no script for one.
    "worker-src 'self' blob:",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'self'",
    `frame-ancestors 'self' ${origin}`,
    `sandbox ${SANDBOX}`,
  ].join('; ')

/** A picture or a document of its own: nothing runs in it. */
export const picturePolicy = (origin: string): string =>
  [
    "default-src 'self' data:",
    "script-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    `frame-ancestors 'self' ${origin}`,
    'sandbox',
  ].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.xsd': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.cur': 'image/x-icon',
  '.bmp': 'image/bmp',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg',
  '.aac': 'audio/aac',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/quicktime',
  '.webm': 'video/webm',
  '.ogv': 'video/ogg',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
}

export const contentType = (file: string): string => {
  const ending = path.extname(file).toLowerCase()
  return Object.hasOwn(TYPES, ending) ? (TYPES[ending] ?? '') : 'application/octet-stream'
}
