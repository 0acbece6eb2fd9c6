/** What a request must be before anything of the application sees it. */
import type { IncomingMessage } from 'node:http'

/** What is looked at of a request. */
export type Incoming = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>

export type Refusal = 400 | 403 | 405 | 413 | 417 | 421

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST']

/** Paths that a probe on this machine may ask by any local name. */
export const isProbe = (path: string | null): boolean => path === '/healthz' || path === '/readyz'

/**
 * @param origin the only origin that is answered (`https://example.org`, no slash)
 * @param isOfMachine a program here asks for the counts, and by any local name, as a probe does
 * @returns the status to refuse with, or null
 */
export function refusal(request: Incoming, origin: string, isOfMachine = false): Refusal | null {
  if (!METHODS.includes(request.method ?? '')) return 405
  const hosts = request.rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name))
  if (hosts.length !== 1) return 400
  const host = request.headers.host ?? ''
  const path = pathOf(request.url ?? '')
  if (!isOurHost(host, origin) && !((isProbe(path) || isOfMachine) && isLocal(host))) return 421
  if (path === null) return 400
  return request.method === 'POST' && !isFromOurPage(request, origin) ? 403 : null
}

/** `http://our.host/path` (what a proxy may send) as `/path`; everything else unchanged. */
export function originForm(url: string, origin: string): string {
  return url.startsWith(`${origin}/`) ? url.slice(origin.length) : url
}

/** The decoded path, or null when it cannot be read, or would be read as another host somewhere. */
export function pathOf(url: string): string | null {
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\') || url.includes('#'))
    return null
  try {
    const path = decodeURIComponent(url.split('?', 1)[0] ?? '')
    return /\p{Cc}/u.test(path) || !URL.canParse(url, 'http://host') ? null : path
  } catch {
    return null
  }
}

function isOurHost(host: string, origin: string): boolean {
  const ours = new URL(origin)
  if (host.toLowerCase() === ours.host) return true
  const defaultPort = ours.protocol === 'https:' ? '443' : '80'
  return ours.port === '' && host.toLowerCase() === `${ours.hostname}:${defaultPort}`
}

const isLocal = (host: string): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(host)

/**
 * An unsafe request comes from a page of ours: Origin or Sec-Fetch-Site says so, and neither says otherwise.
 * (A redirect through another site shows only in Sec-Fetch-Site.)
 */
function isFromOurPage({ headers }: Incoming, origin: string): boolean {
  const site = headers['sec-fetch-site']
  if (headers.origin === undefined && site === undefined) return false
  return (
    (headers.origin === undefined || headers.origin === origin) &&
    (site === undefined || site === 'same-origin')
  )
}
