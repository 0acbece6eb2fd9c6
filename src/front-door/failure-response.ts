/** The answer to an error for Astro's middleware: Astro would log its whole message and answer 500 to everything. */
import { describeFailure, failureStatus } from './failure.ts'
import { plainAnswer } from './plain-answer.ts'

/** Logs what may be logged; 503 with Retry-After for a busy database, 507 for a full disk, else 500. */
export function failureResponse(error: unknown, request: Request, origin: string): Response {
  console.error(describeFailure(error))
  const accept = request.headers.get('accept') ?? ''
  const { status, headers, body } = plainAnswer(failureStatus(error), accept, origin)
  return new Response(body, { status, headers: { ...headers, 'Cache-Control': 'no-store' } })
}
