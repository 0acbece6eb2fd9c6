/** Answers a form that was sent without leaving its page (domain/people/in-place.ts): where it leads, or its own page. */
import { IN_PLACE_HEADER, type InPlace, type InPlaceTaken } from '#domain/people/in-place.ts'
import { clockInWords } from '#view/days.ts'

export const isInPlace = (request: Request): boolean => request.headers.has(IN_PLACE_HEADER)

/** A script cannot read where a 303 leads, and would load that page twice. */
export function answeredInPlace(response: Response, { now, locale }: App.Locals): Response {
  const to = response.headers.get('location')
  if (response.status === 303 && to)
    return answer('taken', 200, { to, at: clockInWords(now, locale) })
  response.headers.set(IN_PLACE_HEADER, 'page')
  return response
}

/** Whose form it is not: nothing of it is said, only that. */
export const notTheirsInPlace = (why: 'signed-out' | 'somebody-else'): Response =>
  answer(why, why === 'signed-out' ? 401 : 409, null)

const answer = (kind: InPlace, status: number, body: InPlaceTaken | null): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      [IN_PLACE_HEADER]: kind,
    },
  })
