/** How /api/saved answers a device: never kept by a cache, and not at all at a computer that others use. */
import type { APIContext, APIRoute } from 'astro'
import type { Person } from '#domain/people/person.ts'
import type { SignedIn } from '#server/access/session.ts'

type Answer<T> = T | { readonly kind: 'not-allowed' } | { readonly kind: 'shared' } | null

const json = (status: number, body: unknown, etag?: string): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(etag ? { etag } : {}),
    },
  })

/**
 * @param ask what the device wants
 * @param read the body of the answer, and the release that its ETag names, if it has one
 */
export const savedRoute =
  <T extends { readonly kind: 'module' | 'person' }>(
    ask: (by: Person, session: SignedIn, context: APIContext) => Promise<Answer<T>> | Answer<T>,
    read: (answer: T) => { readonly body: unknown; readonly release?: string },
  ): APIRoute =>
  async (context) => {
    const { person, signedIn } = context.locals
    if (!person || !signedIn) return json(401, { error: 'sign-in' })
    const answer = await ask(person, signedIn, context)
    if (!answer) return json(404, { error: 'no such module' })
    if (answer.kind === 'not-allowed') return json(403, { error: 'for trainees' })
    if (answer.kind === 'shared') return json(403, { error: 'shared' })
    const { body, release } = read(answer)
    if (!release) return json(200, body)
    const etag = `W/"${release}"`
    const known = context.request.headers.get('if-none-match') ?? ''
    if (known.split(',').some((one) => one.trim() === etag))
      return new Response(null, { status: 304, headers: { etag, 'cache-control': 'no-store' } })
    return json(200, body, etag)
  }

export const onlyGet: APIRoute = () =>
  new Response(JSON.stringify({ error: 'GET only' }), {
    status: 405,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
