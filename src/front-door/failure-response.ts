/** The answer to an error for Astro's middleware: Astro would log its whole message and answer 500 to everything. */
import { failureStatus } from './failure.ts'
import { logFailure } from './log.ts'
import { acceptedBy, plainAnswer } from './plain-answer.ts'
import { typedAgain } from './typed-again.ts'

/**
 * Logs what may be logged; 503 with Retry-After for a busy database, 507 for a full disk, else 500.
 * @param typed what whoever asked has posted, and may read again; null for nothing
 * @param id of the request
 */
export function failureResponse(
  error: unknown,
  request: Request,
  origin: string,
  typed: ReadonlyMap<string, readonly string[]> | null,
  id: string,
): Response {
  logFailure(error, id)
  const { pathname, search } = new URL(request.url)
  const accept = acceptedBy(pathname, request.headers.get('accept'))
  const below = typed ? typedAgain(pathname + search, typed) : ''
  const { status, headers, body } = plainAnswer(failureStatus(error), accept, origin, below, id)
  return new Response(body, { status, headers: { ...headers, 'Cache-Control': 'no-store' } })
}
