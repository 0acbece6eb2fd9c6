/** The HTTP server around the Astro handler: checks first, headers on everything, no request ends the process. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { BODY_MS, isTooLong, limitOf, PASSED_OVER, passOver, readBody } from './body.ts'
import { comesFromElsewhere, readSheets, sourcesOf } from './carried-sheets.ts'
import { contentHost } from './content-host.ts'
import { isProbe, originForm, pathOf, refusal } from './checks.ts'
import { clientAddress, dropForwarded } from './client-address.ts'
import { failureStatus, isHangUp } from './failure.ts'
import { contentPolicy, securityHeaders } from './headers.ts'
import { newRequestId, type Answered } from './log.ts'
import { mayReadMetrics, startMetrics } from './metrics.ts'
import { acceptedBy, plainAnswer, type Status } from './plain-answer.ts'
import { answerBadMessage } from './bad-message.ts'
import { SECURITY_TXT, securityTxt } from './security-txt.ts'
import { sendStatic } from './send-static.ts'
import { UPLOAD_LIMIT, UPLOAD_PATH } from '#server/forms/receive-upload.ts'
import { noteRefusedHost, noteSeen } from '#server/seen/seen-requests.ts'
import type { Metric } from '#server/seen/metric.ts'
import { countUnfinished } from './unfinished.ts'
import { listStaticFiles } from './static-files.ts'

/** What `server/entry.mjs` of the build exports as `handler` in the adapter's middleware mode. */
export type AstroHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next?: undefined,
  locals?: Pick<App.Locals, 'door'>,
) => Promise<void>

/** Pages for errors, pictures made at request, islands, actions: nothing of ours is there. */
const ASTROS_OWN = /^\/+(_[a-z-]+|404|500)(\/|$)/i
const NOWHERE = '/there-is-nothing-here'

export interface FrontDoorOptions {
  readonly settings: {
    readonly origin: string
    readonly trustedProxyHops: number
    readonly contentOrigin?: string | null
    readonly securityContacts?: readonly string[]
  }
  readonly handler: AstroHandler
  /** Folder of files that are served untouched. */
  readonly clientDir: string
  /** Folder of the shell's scripts, for the content host. */
  readonly packageHostDir?: string
  /** What `/healthz` says of itself. */
  readonly version: string
  /** Whether the database takes writes: what `/healthz` says. */
  readonly canWrite: () => Promise<boolean>
  /** Until then it is starting: probes are told so, and whoever asks for anything else waits a while. Left out: at once. */
  readonly opened?: Promise<void>
  /** How long they wait; 10 seconds unless a test is in a hurry. */
  readonly openedMs?: number
  /** More for `/metrics`. */
  readonly gauges?: () => Promise<readonly Metric[]>
  /** How long the headers of a request may take; 20 seconds unless a test is in a hurry. */
  readonly headersMs?: number
  /** Is told of an error, and in which request it was. */
  readonly failed: (error: unknown, request: string) => void
  /** Is told of every answer that has ended, but those to probes. */
  readonly answered?: (answered: Answered) => void
}

export interface FrontDoor {
  readonly server: Server
  /** Stops accepting, lets requests end for at most `patienceMs`, then cuts them off. */
  drain(patienceMs: number): Promise<void>
}

export function createFrontDoor(options: FrontDoorOptions): FrontDoor {
  const { settings, failed } = options
  const files = listStaticFiles(options.clientDir)
  const { contentOrigin = null } = settings
  const sheets = readSheets(files)
  const headers = securityHeaders(settings.origin, contentOrigin)
  const carrying = contentPolicy(contentOrigin, sourcesOf(sheets))
  const content =
    contentOrigin && options.packageHostDir
      ? contentHost(settings.origin, contentOrigin, options.packageHostDir)
      : null
  const metrics = startMetrics()
  let draining = false
  let isOpen = options.opened === undefined
  void options.opened?.then(() => {
    isOpen = true
  })

  const server = createServer({
    // The checks answer a missing Host themselves, with the headers that every answer has.
    requireHostHeader: false,
    // An upload over a weak line; `readBody` waits no longer than BODY_MS for anything else.
    requestTimeout: 600_000,
    headersTimeout: options.headersMs ?? 20_000,
    // How often it is looked for those that are late.
    connectionsCheckingInterval: Math.min(5000, options.headersMs ?? 5000),
    // Longer than the usual proxy's, so that no proxy sends into a connection that just ended.
    keepAliveTimeout: 65_000,
  })
  const unfinished = countUnfinished()
  server.on('connection', (socket) => unfinished.add(socket))
  server.on('request', (request, response) => receive(request, response, false))
  server.on('checkContinue', (request, response) => receive(request, response, true))
  server.on('checkExpectation', (request, response) => {
    prepare(request, response)
    refuse(request, response, 417)
  })
  server.on('connect', (_request: IncomingMessage, socket: Duplex) =>
    answerBadMessage(socket, 405, headers, settings.origin),
  )
  server.on('clientError', (error: Error, socket: Duplex) =>
    answerBadMessage(socket, error, headers, settings.origin),
  )

  function receive(request: IncomingMessage, response: ServerResponse, waits: boolean): void {
    unfinished.finish(request.socket)
    prepare(request, response)
    answer(request, response, waits).catch((error: unknown) => {
      if (isHangUp(error)) return
      failed(error, said(request).id)
      if (response.headersSent) response.destroy()
      else refuse(request, response, failureStatus(error))
    })
  }

  function prepare(request: IncomingMessage, response: ServerResponse): void {
    response.on('error', () => undefined)
    const end = metrics.begin()
    const told: Said = { id: newRequestId(), route: 'refused' }
    SAID.set(request, told)
    const began = performance.now()
    response.once('close', () => {
      const ms = performance.now() - began
      end(response.statusCode, ms / 1000)
      const { method = '' } = request
      if (told.route !== 'probe')
        options.answered?.({
          request: told.id,
          method: METHODS.includes(method) ? method : 'other',
          route: told.route,
          status: response.statusCode,
          ms: Math.round(ms),
        })
    })
    response.setHeader('X-Request-Id', told.id)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (draining) response.setHeader('Connection', 'close')
    request.url = originForm(request.url ?? '', settings.origin)
  }

  async function answer(request: IncomingMessage, response: ServerResponse, waits: boolean) {
    const isProbed = isProbe(pathOf(request.url ?? ''))
    const told = said(request)
    if (!isOpen && !isProbed && !(await opensSoon())) return refuse(request, response, 503)
    if (content?.isFor(request) && !isProbed) {
      told.route = 'package host'
      return content.answer(request, response)
    }
    const path = pathOf(request.url ?? '') ?? ''
    const reads = request.method !== 'POST'
    const counts =
      reads && path === '/metrics' && mayReadMetrics(request.socket.remoteAddress, request.headers)
    const no = refusal(request, settings.origin, counts)
    if (no === 421 || request.headers.host === undefined) noteRefusedHost(request.headers.host)
    if (no) return refuse(request, response, no)
    const file = files.get(path)
    told.route = file ? 'static' : 'page'
    if (reads && isProbed) {
      told.route = 'probe'
      return sayHealth(response, path)
    }
    if (counts) {
      told.route = 'probe'
      const more = await options.gauges?.()
      return say(response, 200, 'text/plain; version=0.0.4; charset=utf-8', metrics.text(more))
    }
    noteSeen(request.headers)
    if (reads && path === SECURITY_TXT && settings.securityContacts?.length)
      return say(
        response,
        200,
        'text/plain; charset=utf-8',
        securityTxt(settings.securityContacts, settings.origin, Date.now()),
      )
    if (reads && file) return sendStatic(file, request, response)
    const isUpload = !reads && UPLOAD_PATH.test(path)
    const limit = isUpload ? UPLOAD_LIMIT : limitOf(path)
    if (isTooLong(request.headers, limit)) return refuse(request, response, 413)
    if (waits) response.writeContinue()
    // An upload is read where it is known who sends it (src/middleware.ts), from the stream.
    if (isUpload) {
      presentClient(request, settings)
      await toAstro(request, response)
      if (!request.readableEnded) passOver(request, PASSED_OVER, BODY_MS)
      return
    }
    if (!reads) {
      const body = await readBody(request, limit, BODY_MS)
      if (body === 'gone') return
      if (body === 'too-slow') return refuse(request, response, 408)
      if (body === 'too-large') return refuse(request, response, 413)
      Object.assign(request, { body })
    }
    // Routes that Astro brings with it belong to no page: they are answered as any unknown address is.
    if (ASTROS_OWN.test(path)) request.url = NOWHERE
    presentClient(request, settings)
    await toAstro(request, response)
  }

  function toAstro(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const told = said(request)
    const carries = comesFromElsewhere(request.headers)
    if (carries) response.setHeader('Content-Security-Policy', carrying)
    const door = {
      request: told.id,
      noteRoute: (pattern: string) => void (told.route = pattern),
      carriedSheet: (address: string) => (carries ? sheets.get(address) : undefined),
    }
    return options.handler(request, response, undefined, { door })
  }

  /** Starting is no illness: whoever ended the process now would only end a migration in its middle. */
  async function sayHealth(response: ServerResponse, path: string): Promise<void> {
    const writes = isOpen && (await options.canWrite())
    const status = !isOpen ? 'starting' : writes ? 'ok' : 'unavailable'
    const good = path === '/readyz' ? writes && !draining : status !== 'unavailable'
    if (!good) response.setHeader('Retry-After', '5')
    const body = JSON.stringify({ status, writes, draining, version: options.version })
    say(response, good ? 200 : 503, 'application/json', body)
  }

  function opensSoon(): Promise<boolean> {
    const late = sleep(options.openedMs ?? 10_000, false, { ref: false })
    return Promise.race([late, options.opened?.then(() => true) ?? true])
  }

  function refuse(request: IncomingMessage, response: ServerResponse, status: Status): void {
    const plain = plainAnswer(
      status,
      acceptedBy(request.url ?? '', request.headers.accept),
      settings.origin,
      '',
      said(request).id,
    )
    for (const [name, value] of Object.entries(plain.headers)) response.setHeader(name, value)
    // Whoever asks before sending will not send now, so nothing more can be read from there.
    if (request.headers.expect) response.setHeader('Connection', 'close')
    response.setHeader('Content-Length', Buffer.byteLength(plain.body))
    response.writeHead(status)
    response.end(request.method === 'HEAD' ? undefined : plain.body)
    passOver(request, PASSED_OVER, BODY_MS)
  }

  function drain(patienceMs: number): Promise<void> {
    draining = true
    return new Promise((resolve) => {
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      const end = setTimeout(() => server.closeAllConnections(), patienceMs)
      server.close(() => {
        clearInterval(sweep)
        clearTimeout(end)
        resolve()
      })
    })
  }

  return { server, drain }
}

/** What the log says of a request; its route is known once it is. */
interface Said {
  readonly id: string
  route: string
}
const SAID = new WeakMap<IncomingMessage, Said>()
const said = (request: IncomingMessage): Said => SAID.get(request) ?? { id: '', route: '' }
/** Anybody may write there what they like. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH']

function say(response: ServerResponse, status: number, type: string, body: string): void {
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.writeHead(status).end(body)
}

/** Astro takes the client's address and the protocol from the socket: show it the browser's, not the proxy's. */
function presentClient(
  request: IncomingMessage,
  { origin, trustedProxyHops }: FrontDoorOptions['settings'],
): void {
  const { socket, headers } = request
  const own: unknown = Reflect.get(socket, OWN_ADDRESS) ?? socket.remoteAddress ?? ''
  const forwardedFor = headers['x-forwarded-for']
  const address = clientAddress(String(own), forwardedFor?.toString(), trustedProxyHops)
  // A connection carries many requests, mostly of one client.
  if (Reflect.get(socket, OWN_ADDRESS) === undefined || socket.remoteAddress !== address)
    Object.defineProperties(socket, {
      [OWN_ADDRESS]: { value: own, configurable: true },
      remoteAddress: { value: address, configurable: true },
      encrypted: { value: origin.startsWith('https:'), configurable: true },
    })
  dropForwarded(headers)
}

const OWN_ADDRESS = Symbol('the address that the socket itself has')
