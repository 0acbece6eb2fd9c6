/** A tiny LMS: serves an unpacked package in a frame, with scorm-again as its runtime, and keeps what is committed. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Standard } from '#domain/packages/packed.ts'

/** By full element name. */
export type Kept = Readonly<Record<string, string>>

export interface Lms {
  readonly origin: string
  /** What is kept of the learner. */
  kept(): Kept
  stop(): Promise<void>
}

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
}

const RUNTIME: Record<Standard, { file: string; script: string }> = {
  '1.2': {
    file: 'scorm12.min.js',
    script: lmsScript('Scorm12API', 'API', 'cmi.core.lesson_mode', 'LMSCommit', 'LMSFinish'),
  },
  '2004': {
    file: 'scorm2004.min.js',
    script: lmsScript('Scorm2004API', 'API_1484_11', 'cmi.mode', 'Commit', 'Terminate'),
  },
}

/** Runs in the page of the LMS: the API stands before the frame gets its address. `/?review` launches for looking back. */
function lmsScript(api: string, global: string, mode: string, ...events: string[]): string {
  return `
    const keep = (api) => {
      const flat = api.getFlattenedCMI()
      const state = {}
      for (const name in flat)
        if (typeof flat[name] === 'string' && flat[name] !== '' && !/mode|time/.test(name)) state[name] = flat[name]
      const body = JSON.stringify(state)
      try {
        const request = new XMLHttpRequest()
        request.open('POST', '/state', false)
        request.send(body)
      } catch {
        navigator.sendBeacon('/state', body)
      }
    }
    fetch('/state').then((answer) => answer.json()).then((state) => {
      const api = new window.${api}({ logLevel: 5, mastery_override: false })
      api.loadFromFlattenedJSON({ ...state, '${mode}': location.search ? 'review' : 'normal' })
      for (const event of ${JSON.stringify(events)}) api.on(event, () => keep(api))
      window.${global} = api
      document.querySelector('iframe').src = '/package/index.html'
    })`
}

/**
 * @param folder of the unpacked package
 * @param from what it keeps of the learner already
 */
export async function startLms(standard: Standard, folder: string, from: Kept = {}): Promise<Lms> {
  let kept = from
  const { file, script } = RUNTIME[standard]
  const send = (
    answer: ServerResponse,
    type: string,
    body: string | Buffer,
    status = 200,
  ): void => {
    answer.writeHead(status, { 'content-type': type, 'content-security-policy': CSP })
    answer.end(body)
  }
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://lms')
    if (pathname === '/state' && request.method === 'POST') {
      let body = ''
      request.on('data', (part) => (body += String(part)))
      request.on('end', () => {
        kept = JSON.parse(body) as Kept
        send(answer, 'application/json', '{}')
      })
    } else if (pathname === '/state') send(answer, 'application/json', JSON.stringify(kept))
    else if (pathname === '/lms.js') send(answer, 'text/javascript', script)
    else if (pathname === '/runtime.js')
      send(answer, 'text/javascript', readFileSync(`node_modules/scorm-again/dist/${file}`))
    else if (pathname === '/lms.css')
      send(
        answer,
        'text/css',
        'html,body{margin:0;height:100%}iframe{width:100%;height:100%;border:0;display:block}',
      )
    else if (pathname === '/' || pathname === '/other') send(answer, 'text/html', lmsPage(pathname))
    else if (pathname.startsWith('/package/')) sendFile(answer, folder, pathname, send)
    else send(answer, 'text/plain', '', 204)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    kept: () => kept,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** `/other` is only a second tab of the same origin: closing the last one would lose what is on its way. */
const lmsPage = (pathname: string): string =>
  `<!doctype html><html lang="en"><head><title>An LMS</title><link rel="stylesheet" href="/lms.css"></head><body>${
    pathname === '/other'
      ? '<p>Another tab.</p>'
      : '<iframe title="The course"></iframe><script src="/runtime.js"></script><script src="/lms.js"></script>'
  }</body></html>`

function sendFile(
  answer: ServerResponse,
  folder: string,
  pathname: string,
  send: (answer: ServerResponse, type: string, body: string | Buffer, status?: number) => void,
): void {
  const file = path.join(folder, pathname.slice('/package/'.length))
  if (!existsSync(file)) return send(answer, 'text/plain', 'not here', 404)
  send(answer, TYPES[path.extname(file)] ?? 'text/plain', readFileSync(file))
}
