/**
 * The content host: another host name on the same server, where imported packages are served and nothing else
 * (R25). It reads no cookie, sets none, and takes nothing but GET and HEAD.
 */
import { readFileSync, statSync, type Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { contentOriginOf, isContentHost } from '#server/packages/content-origin.ts'
import { findContent } from '#server/packages/find-content.ts'
import { isFolderThere } from '#server/several/data-folder.ts'
import { pathOf } from './checks.ts'
import {
  CONNECTIONS,
  contentType,
  filesPolicy,
  picturePolicy,
  shellPolicy,
} from './content-policy.ts'
import { filePage, guardedPage, inlineScript } from './guarded-page.ts'
import { sendStatic } from './send-static.ts'
import type { StaticFile } from './static-files.ts'
import { SHELL_STYLE, shellPage } from './shell-page.ts'

export interface ContentHost {
  /** Whether the request was meant for it, whatever else it is. */
  isFor(request: IncomingMessage): boolean
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/** @param origin of the platform @param contentOrigin of the content @param scripts folder package-host of the build */
export function contentHost(origin: string, contentOrigin: string, scripts: string): ContentHost {
  const guard = inlineScript(readFileSync(path.join(scripts, 'guard.js'), 'utf8'))
  return {
    isFor: ({ headers }) => isContentHost(contentOrigin, headers.host ?? ''),
    answer: async (request, response) => {
      secure(response, shellPolicy(origin))
      const asked = pathOf(request.url ?? '')
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('Allow', 'GET, HEAD')
        return say(response, 405, 'Only GET and HEAD.')
      }
      // A worker of its own would outlive the package: its script is not handed out.
      if (asked === null || request.headers['service-worker'] !== undefined)
        return say(response, 400, 'This cannot be asked for here.')
      const [, room = '', token = '', ...rest] = asked.split('/')
      if (room === 'shell' && /^shell-(12|2004)\.js$/.test(token))
        return sendStatic(script(path.join(scripts, token)), request, response)
      if (room === 'shell' && token === 'shell.css') return send(response, 'text/css', SHELL_STYLE)
      if (room !== 'shell' && room !== 'files' && room !== 'keep')
        return say(response, 404, 'There is nothing here.')
      const content = await findContent(token, Date.now())
      // One package's token opens nothing at another one's host.
      const home = content && contentOriginOf(contentOrigin, content.packageId)
      if (!home || new URL(home).host !== request.headers.host?.toLowerCase())
        return say(response, 404, 'This opening is over. Close the page and open it again.')
      if (room === 'shell') {
        response.setHeader('Clear-Site-Data', '"storage"')
        return send(response, 'text/html', shellPage(content, origin))
      }
      const file = await findFile(content.folder, rest)
      if (!file && !isFolderThere()) {
        response.setHeader('Retry-After', '30')
        return say(
          response,
          503,
          'The files of packages cannot be reached. Try again in some minutes.',
        )
      }
      if (!file) return say(response, 404, 'This file is not in the package.')
      if (room === 'keep') return sendToKeep(file, request, response)
      await sendContent(file, guard, origin, request, response)
    },
  }
}

function secure(response: ServerResponse, policy: string): void {
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('X-DNS-Prefetch-Control', 'off')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Connection-Allowlist', CONNECTIONS)
}

/** One entry a file, since it holds the compressed copies. */
const known = new Map<string, StaticFile>()
function script(file: string): StaticFile {
  const entry = known.get(file) ?? {
    ...entryOf(file, statSync(file)),
    headers: {
      'Content-Type': contentType(file),
      'Cache-Control': 'public, max-age=300',
      Vary: 'Accept-Encoding',
    },
    compressed: new Map<string, Promise<Buffer>>(),
  }
  known.set(file, entry)
  return entry
}

const entryOf = (file: string, { size, mtimeMs }: Stats): StaticFile => ({
  file,
  size,
  etag: `W/"${size}-${Math.trunc(mtimeMs)}"`,
  headers: { 'Content-Type': contentType(file), 'Cache-Control': 'private, max-age=600' },
  compressed: null,
})

function send(response: ServerResponse, type: string, body: string): void {
  response.setHeader('Content-Type', `${type}; charset=utf-8`)
  response.end(body)
}

interface Found {
  readonly file: string
  readonly stats: Stats
}

async function findFile(folder: string, parts: readonly string[]): Promise<Found | null> {
  const file = path.join(folder, ...parts)
  const isInside = file.startsWith(folder + path.sep) && !parts.includes('..')
  const stats = isInside ? await stat(file).catch(() => null) : null
  return stats?.isFile() ? { file, stats } : null
}

/** A page gets our script first; a picture that is opened by itself runs none; a file is offered to the person. */
async function sendContent(
  { file, stats }: Found,
  guard: string,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const type = contentType(file)
  const isXml = type === 'application/xhtml+xml'
  const isDrawn = /^image\/svg|xml$/.test(type) && !isXml
  secure(response, isDrawn ? picturePolicy(origin) : filesPolicy(origin))
  if (isXml || type.startsWith('text/html')) {
    const page = guardedPage(await readFile(file), guard, isXml)
    return sendPage(response, type, page, stats, request)
  }
  // A frame cannot show it, and says so nowhere.
  if (/^i?frame$/.test(String(request.headers['sec-fetch-dest'])) && !isShown(type))
    return send(response, 'text/html', filePage(path.basename(file), guard))
  if (request.headers['sec-fetch-dest'] === 'document' && !isShown(type)) notAPage(response)
  await sendStatic(entryOf(file, stats), request, response)
}

const isShown = (type: string): boolean => /^(?:image|audio|video|text)\//.test(type)

function sendPage(
  response: ServerResponse,
  type: string,
  page: Buffer,
  { size, mtimeMs }: Stats,
  request: IncomingMessage,
): void {
  const etag = `W/"${page.length}-${size}-${Math.trunc(mtimeMs)}"`
  response.setHeader('Content-Type', type)
  response.setHeader('Cache-Control', 'private, max-age=600')
  response.setHeader('ETag', etag)
  if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
  else response.writeHead(200).end(request.method === 'HEAD' ? undefined : page)
}

/** Nothing runs in a file that is saved; and Chromium 153 goes down with the header on one. */
const notAPage = (response: ServerResponse): void => response.removeHeader('Connection-Allowlist')

/** What a person presses for (browser/package-player.ts): it is saved, whatever it is. */
async function sendToKeep(
  { file, stats }: Found,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = encodeURIComponent(path.basename(file)).replaceAll("'", '%27')
  notAPage(response)
  response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${name}`)
  await sendStatic(entryOf(file, stats), request, response)
}

function say(response: ServerResponse, status: number, text: string): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.writeHead(status).end(`${text}\n`)
}
