/**
 * What the server writes down: one line of JSON for each thing, plain text in a terminal. Routes by their pattern, never an
 * address with its ids and queries, and nobody's name, device or address of the network.
 */
import { fewRandomBytes } from '#server/trail/random-bytes.ts'
import { describeFailure } from './failure.ts'

export interface Answered {
  readonly request: string
  readonly method: string
  /** Such as `/learn/[module]`; `static` for files of the build. */
  readonly route: string
  readonly status: number
  readonly ms: number
}

type Level = 'info' | 'error'
interface Line {
  readonly level: Level
  readonly event: string
  readonly [field: string]: string | number
}

/** @param text in a terminal @returns one line, without its end */
export const lineOf = (now: number, line: Line, isTerminal: boolean): string => {
  const time = new Date(now).toISOString()
  if (!isTerminal) return JSON.stringify({ time, ...line })
  const { level, event, ...fields } = line
  const told = Object.values(fields).join(' ')
  return `${time.slice(11, 19)} ${level === 'error' ? 'ERROR ' : ''}${event === 'request' ? '' : `${event} `}${told}`
}

export function logAnswered(answered: Answered, now = Date.now()): void {
  const out = process.stdout
  out.write(`${lineOf(now, { level: 'info', event: 'request', ...answered }, out.isTTY)}\n`)
}

/** @param request its id, where one was being answered */
export function logFailure(error: unknown, request = '', now = Date.now()): void {
  write('failure', describeFailure(error), request, now)
}

/** What waits for a person. @param says without personal data */
export const logWords = (says: string, now = Date.now()): void => write('notice', says, '', now)

function write(event: 'failure' | 'notice', says: string, request: string, now: number): void {
  const level = event === 'failure' ? 'error' : 'info'
  const line = { level, event, ...(request ? { request } : {}), says } as const
  console.error(lineOf(now, line, process.stderr.isTTY))
}

/** Without vowels, so that no word stands in it. */
const SIGNS = 'BCDFGHJKLMNPQRSTVWXYZ23456789BCD'

/** What a person can read out who reports an error: 10 letters and digits. */
export const newRequestId = (): string =>
  Array.from(fewRandomBytes(10), (byte) => SIGNS[byte % SIGNS.length]).join('')
