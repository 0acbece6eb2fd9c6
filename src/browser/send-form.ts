/** Sends what a form holds without leaving the page, and says what became of it: the one place where that is known. */
import { IN_PLACE_HEADER, type InPlace, type InPlaceTaken } from '#domain/people/in-place.ts'
import type { Typed } from './typed.ts'

export type Answer =
  | ({ readonly kind: 'taken' } & InPlaceTaken)
  /** Our page, with what is wrong. */
  | { readonly kind: 'page'; readonly html: string }
  | { readonly kind: 'signed-out' | 'somebody-else' }
  /** No connection; a wifi's own page in our place; our server cannot now: try again later. */
  | { readonly kind: 'unreached' | 'stranger' | 'busy' }
  /** We would say the same next time. */
  | { readonly kind: 'refused' | 'too-long' }

const PATIENCE_MS = 20_000

export async function sendForm({ action, fields }: Typed): Promise<Answer> {
  try {
    const response = await fetch(action, {
      method: 'POST',
      body: new URLSearchParams(fields.map((field) => [...field])),
      headers: { [IN_PLACE_HEADER]: 'yes' },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return await read(response)
  } catch {
    return { kind: 'unreached' }
  }
}

async function read(response: Response): Promise<Answer> {
  const { status, headers } = response
  const kind = headers.get(IN_PLACE_HEADER) as InPlace | null
  if (kind === 'taken') return { kind, ...((await response.json()) as InPlaceTaken) }
  if (kind === 'page') return { kind, html: await response.text() }
  if (kind) return { kind }
  if (status === 413) return { kind: 'too-long' }
  if (status === 429 || status === 408 || status >= 500) return { kind: 'busy' }
  return { kind: status >= 400 ? 'refused' : 'stranger' }
}
