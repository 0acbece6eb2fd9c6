/** What opens the words that wait on this device for whoever is signed in. */
import type { APIRoute } from 'astro'
import { OWNER_HEADER } from '#domain/people/form-owner.ts'
import { wasErased } from '#server/access/was-erased.ts'
import { handedKeys } from '#server/forms/handed-keys.ts'

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })

export const GET: APIRoute = async ({ locals, request }) => {
  const { person, signedIn, now } = locals
  const owner = request.headers.get(OWNER_HEADER)
  if (owner !== person?.id && (await wasErased(owner))) return json(410, { error: 'erased' })
  if (!person || !signedIn) return json(401, { error: 'sign-in' })
  return json(200, await handedKeys(signedIn, now))
}

export const ALL: APIRoute = () => json(405, { error: 'GET only' })
