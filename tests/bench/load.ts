/** Load by autocannon, which costs less than node's own client; an answer that is not the wanted one fails the bench. */
import autocannon from 'autocannon'
import { percentile } from './figures.ts'

/** One request, or the first of several that each client makes in turn. */
export interface Wanted {
  readonly path: string
  readonly cookie?: string
  /** A new form for each request; a page where there is none. */
  readonly form?: () => { readonly cookie: string; readonly body: string }
  readonly status: number
}

export interface Target {
  readonly name: string
  readonly origin: string
  readonly asks: readonly Wanted[]
}

export interface Pressed {
  readonly perSecond: number
  /** Milliseconds. */
  readonly half: number
  readonly most: number
  /** How many were answered. */
  readonly answered: number
}

export interface Pressure {
  readonly clients: number
  readonly seconds: number
  /** Requests a second, all in all; as many as there can be where it is left out. */
  readonly rate?: number
}

export class WentWrong extends Error {}

/** @throws WentWrong, naming the page and what it answered */
export async function press(
  target: Target,
  { clients, seconds, rate }: Pressure,
): Promise<Pressed> {
  const took: number[] = []
  const wrong = new Map<string, number>()
  const count = (what: string): void => void wrong.set(what, (wrong.get(what) ?? 0) + 1)
  const wanted = new Set(target.asks.map(({ status }) => status))
  const began = performance.now()
  let last = began
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url: target.origin,
        connections: clients,
        duration: seconds,
        ...(rate === undefined ? {} : { overallRate: rate }),
        requests: target.asks.map((ask) => requestOf(target.origin, ask)),
      },
      (error: Error | null, result) => (error ? reject(error) : resolve(result)),
    )
    running.on('response', (_, status, _bytes, ms) => {
      last = performance.now()
      if (wanted.has(status)) took.push(ms)
      else count(`answered ${status}`)
    })
  })
  if (timeouts) count('did not answer within ten seconds')
  if (errors > timeouts) count('broke the connection')
  const names = target.asks.map(({ path }) => path).join(', ')
  if (wrong.size)
    throw new WentWrong(
      `${target.name} (${names}) ${[...wrong].map(([what, often]) => `${what}, ${often} times`).join('; ')}. Nothing of it counts.`,
    )
  if (!took.length) throw new WentWrong(`${target.name} (${names}) answered nothing at all.`)
  return {
    perSecond: (took.length / (last - began)) * 1000,
    half: percentile(took, 50),
    most: percentile(took, 99),
    answered: took.length,
  }
}

function requestOf(origin: string, { path, cookie, form }: Wanted): autocannon.Request {
  const headers = { accept: 'text/html', 'accept-language': 'en', ...(cookie ? { cookie } : {}) }
  if (!form) return { method: 'GET', path, headers }
  const posted = { ...headers, origin, 'content-type': 'application/x-www-form-urlencoded' }
  return {
    method: 'POST',
    path,
    setupRequest: (request) => {
      const { cookie: theirs, body } = form()
      return { ...request, body, headers: { ...posted, cookie: theirs } }
    },
  }
}
