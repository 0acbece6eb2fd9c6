/** A front door on a free port with a pretended Astro behind it, and a way to send it raw bytes. */
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describeFailure } from '#front-door/failure.ts'
import type { Answered } from '#front-door/log.ts'
import type { Metric } from '#server/seen/metric.ts'
import { createFrontDoor, type AstroHandler } from '#front-door/create-front-door.ts'

const ORIGIN = 'https://mentors.example'

export interface Door {
  readonly port: number
  /** What the pretended Astro saw, in order. */
  readonly seen: Seen[]
  readonly answered: readonly Answered[]
  readonly logged: string[]
  /** How many connections are open. */
  connections(): Promise<number>
  drain(patienceMs: number): Promise<void>
  close(): Promise<void>
}

export interface Seen {
  readonly method: string
  readonly url: string
  readonly address: string | undefined
  readonly https: boolean
  readonly forwarded: string[]
  readonly body: string
}

export interface DoorOptions {
  readonly origin?: string
  readonly trustedProxyHops?: number
  readonly handler?: AstroHandler
  readonly canWrite?: () => Promise<boolean>
  readonly headersMs?: number
  readonly opened?: Promise<void>
  readonly openedMs?: number
  readonly gauges?: () => Promise<readonly Metric[]>
  /** Files of the build's client/ by name. */
  readonly files?: Readonly<Record<string, string>>
}

export async function openDoor(options: DoorOptions = {}): Promise<Door> {
  const seen: Seen[] = []
  const logged: string[] = []
  const answered: Answered[] = []
  const clientDir = mkdtempSync(path.join(tmpdir(), 'alongside-client-'))
  for (const [name, content] of Object.entries(options.files ?? {})) {
    mkdirSync(path.dirname(path.join(clientDir, name)), { recursive: true })
    writeFileSync(path.join(clientDir, name), content)
  }
  const door = createFrontDoor({
    version: '0.0.0+test',
    settings: {
      origin: options.origin ?? ORIGIN,
      trustedProxyHops: options.trustedProxyHops ?? 0,
    },
    handler:
      options.handler ??
      ((request, response) => {
        seen.push(see(request))
        response.setHeader('Content-Type', 'text/plain')
        response.end('the page')
        return Promise.resolve()
      }),
    clientDir,
    ...(options.headersMs === undefined ? {} : { headersMs: options.headersMs }),
    ...(options.opened ? { opened: options.opened } : {}),
    ...(options.openedMs === undefined ? {} : { openedMs: options.openedMs }),
    ...(options.gauges ? { gauges: options.gauges } : {}),
    canWrite: options.canWrite ?? (() => Promise.resolve(true)),
    failed: (error, request) => logged.push(`${request}: ${describeFailure(error)}`),
    answered: (one) => answered.push(one),
  })
  door.server.listen(0, '127.0.0.1')
  await once(door.server, 'listening')
  const address = door.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    seen,
    logged,
    answered,
    drain: door.drain,
    connections: () =>
      new Promise((resolve) => door.server.getConnections((_, count) => resolve(count))),
    async close() {
      door.server.closeAllConnections()
      await door.drain(0)
      rmSync(clientDir, { recursive: true, force: true })
    },
  }
}

function see(request: IncomingMessage): Seen {
  const body: unknown = Reflect.get(request, 'body')
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    address: request.socket.remoteAddress,
    https: Reflect.get(request.socket, 'encrypted') === true,
    forwarded: Object.keys(request.headers).filter((name) => name.includes('forwarded')),
    body: Buffer.isBuffer(body) ? body.toString() : '',
  }
}

export interface Answer {
  /** 0 when the connection ended without an answer. */
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Sends bytes as they are.
 * @param until 'answered' reads one answer; 'silent' reads until nothing came for 150 ms
 */
export function sendRaw(
  port: number,
  bytes: string | Buffer,
  until: 'answered' | 'silent' = 'answered',
): Promise<Answer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const finish = (): void => {
      clearTimeout(silence)
      socket.destroy()
      resolve(parse(Buffer.concat(chunks).toString('latin1')))
    }
    let silence = setTimeout(finish, until === 'answered' ? 10_000 : 1000)
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      clearTimeout(silence)
      if (until === 'answered' && isWhole(Buffer.concat(chunks))) finish()
      else silence = setTimeout(finish, 150)
    })
    socket.on('error', finish)
    socket.on('close', finish)
  })
}

function isWhole(bytes: Buffer): boolean {
  const { headers, body } = parse(bytes.toString('latin1'))
  return body.length >= Number(headers['content-length'] ?? Infinity)
}

function parse(text: string): Answer {
  const [head = '', ...rest] = text.replace(/^HTTP\/1\.1 100 .*\r\n\r\n/, '').split('\r\n\r\n')
  const [line = '', ...lines] = head.split('\r\n')
  const pairs = lines.map((header) => {
    const colon = header.indexOf(':')
    return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()] as const
  })
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1] ?? 0),
    headers: Object.fromEntries(pairs),
    body: rest.join('\r\n\r\n'),
  }
}

/** A request line and headers, with the right Host unless another is given. */
export function ask(line: string, headers: readonly string[] = [], body = ''): string {
  const host = headers.some((header) => /^host:/i.test(header)) ? [] : ['Host: mentors.example']
  return [`${line} HTTP/1.1`, ...host, ...headers, '', body].join('\r\n')
}
