/** A request to one process of several, by the name that all of them answer to. */
import { request } from 'node:http'

export interface Wish {
  readonly cookie?: string
  readonly form?: Readonly<Record<string, string>>
  /** In place of `form`. */
  readonly body?: Buffer
  readonly type?: string
  readonly accept?: string
}

export interface Told {
  /** 0 where nobody answered. */
  readonly status: number
  readonly location: string
  readonly text: string
  /** Of `set-cookie`, by name. */
  readonly cookies: ReadonlyMap<string, string>
  /** Milliseconds. */
  readonly took: number
}

/** @param host as a browser names it: HOST:PORT of ORIGIN, or of CONTENT_ORIGIN */
export function askAt(
  port: number,
  host: string,
  path: string,
  { cookie, form, body, type, accept = 'text/html' }: Wish = {},
): Promise<Told> {
  const sent = body ?? (form ? Buffer.from(new URLSearchParams(form).toString()) : null)
  const began = performance.now()
  return new Promise((resolve) => {
    const asked = request(
      {
        ...{ host: '127.0.0.1', port, path, method: sent ? 'POST' : 'GET' },
        headers: {
          host,
          accept,
          ...(cookie ? { cookie } : {}),
          ...(sent
            ? {
                origin: `http://${host}`,
                'content-type': type ?? 'application/x-www-form-urlencoded',
                'content-length': sent.length,
              }
            : {}),
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('error', () => resolve(NOBODY))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? '',
            text,
            cookies: new Map(
              (response.headers['set-cookie'] ?? []).map((one) => {
                const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
                return [name, value] as const
              }),
            ),
            took: performance.now() - began,
          }),
        )
      },
    )
    asked.on('error', () => resolve(NOBODY))
    asked.end(sent ?? undefined)
  })
}

const NOBODY: Told = { status: 0, location: '', text: '', cookies: new Map(), took: 0 }
