/** Reads what the shell on the content host says: source and origin are checked before, schema and size here (R27). */
import type { Call } from '#scorm/host/runtime.ts'
import type { Told } from '#scorm/host/messages.ts'

const MOST_NAMES = 12_000
const MOST_LETTERS = 400_000
const MOST_BYTES = 50_000_000
const LONGEST_NAME = 200
const LONGEST_PATH = 2_000

export type Heard = Told | { readonly kind: 'too-much' }

export const isReady = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'alongside-ready'

/** Null for what is none of ours. */
export function readTold(data: unknown): Heard | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null
  const told = data as Readonly<Record<string, unknown>>
  switch (told['kind']) {
    case 'started':
    case 'left':
    case 'lost':
      return { kind: told['kind'] }
    case 'call':
      return isCall(told['call']) ? { kind: 'call', call: told['call'] } : null
    case 'file': {
      const { path, name } = told
      const isFile = typeof path === 'string' && path.length <= LONGEST_PATH
      return isFile && typeof name === 'string' ? { kind: 'file', path, name: shown(name) } : null
    }
    case 'made': {
      const { bytes, name } = told
      const isFile = bytes instanceof ArrayBuffer && bytes.byteLength <= MOST_BYTES
      return isFile && typeof name === 'string' ? { kind: 'made', bytes, name: shown(name) } : null
    }
    case 'outside':
      return typeof told['host'] === 'string'
        ? { kind: 'outside', host: shown(told['host']) }
        : null
    case 'commit':
      return readCommit(told)
    default:
      return null
  }
}

function readCommit(told: Readonly<Record<string, unknown>>): Heard | null {
  const { elements, ended } = told
  if (typeof elements !== 'object' || elements === null) return null
  const all = Object.entries(elements)
  if (all.length > MOST_NAMES) return { kind: 'too-much' }
  const texts = all.filter((one): one is [string, string] => typeof one[1] === 'string')
  const letters = texts.reduce((sum, [name, text]) => sum + name.length + text.length, 0)
  if (letters > MOST_LETTERS) return { kind: 'too-much' }
  return { kind: 'commit', elements: Object.fromEntries(texts), ended: ended === true }
}

const isCall = (call: unknown): call is Call => {
  if (typeof call !== 'object' || call === null) return false
  const { method, element, value, answer, error, most } = call as Record<string, unknown>
  const texts = [method, element, value, answer, error]
  return texts.every((one) => typeof one === 'string') && (most === null || Number.isInteger(most))
}

/** A stranger's name for a file: no paths, nothing unseen, nothing that turns the letters round. */
const shown = (name: string): string =>
  name
    .replace(/[\p{C}\u2028\u2029/\\]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
