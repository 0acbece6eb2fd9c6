/** The code by which whoever asked comes back to a request, and what staff and mentors call it. */
import { createHmac, randomBytes } from 'node:crypto'
import { codeFrom } from '#domain/people/code.ts'
import { serverKey } from '#server/access/server-key.ts'

/**
 * The same for the same form: whoever sends it twice is shown one code, though only its hash is kept.
 * @param form id of the form, which nobody but its sender knows
 */
export const codeOfForm = async (form: string, now: number): Promise<string> =>
  codeFrom(
    createHmac('sha256', await serverKey('request', now))
      .update(`code ${form}`)
      .digest(),
  )

/** For example `K7-4QX`. */
export function newReference(): string {
  const signs = codeFrom(randomBytes(12))
  return `${signs.slice(0, 2)}-${signs.slice(2, 5)}`
}
