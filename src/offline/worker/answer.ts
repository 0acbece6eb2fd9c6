/**
 * How a request is answered. Only files of a release come from a cache, and nothing but those is ever put there: no page of
 * somebody, no answer of /api (docs/decisions/offline.md).
 */
import { NOT_SENT, SHELL } from '../addresses.ts'

export type Way = 'leave' | 'file' | 'page' | 'form'

/**
 * `leave`: the browser goes on as if there were no worker.
 * @param files paths of this release
 */
export function wayOf(
  request: Pick<Request, 'method' | 'mode' | 'url' | 'headers'>,
  origin: string,
  files: ReadonlySet<string>,
): Way {
  const url = new URL(request.url)
  if (url.origin !== origin) return 'leave'
  if (request.mode === 'navigate' && request.method !== 'GET')
    return isUpload(request) ? 'leave' : 'form'
  if (request.mode === 'navigate') return isShell(url.pathname) ? 'file' : 'page'
  return request.method === 'GET' && files.has(url.pathname) ? 'file' : 'leave'
}

/** Packages of an administrator: too large to pass through here. */
const isUpload = ({ headers }: Pick<Request, 'headers'>): boolean =>
  (headers.get('content-type') ?? '').startsWith('multipart/')

const isShell = (pathname: string): boolean => pathname.replace(/\/$/, '') === SHELL

/** What the network says; where nothing answers, our own page instead of the browser's. */
export async function page(
  fromNetwork: () => Promise<Response>,
  shell: () => Promise<Response | undefined>,
): Promise<Response> {
  try {
    return await fromNetwork()
  } catch (error) {
    const ours = await shell()
    if (ours) return ours
    throw error
  }
}

/** A form that did not get through is not the page that it was sent to: "back" leads to the form, with what was typed. */
export async function form(fromNetwork: () => Promise<Response>): Promise<Response> {
  try {
    return await fromNetwork()
  } catch {
    return Response.redirect(NOT_SENT, 303)
  }
}
