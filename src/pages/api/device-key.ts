/** What opens the words that wait on this device for whoever is signed in. */
import type { APIRoute } from 'astro'
import { deviceKey } from '#server/forms/device-key.ts'
import { privateHalf, publicHalf } from '#server/forms/device-pair.ts'

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })

export const GET: APIRoute = async ({ locals }) => {
  const { person, signedIn, now } = locals
  if (!person || !signedIn) return json(401, { error: 'sign-in' })
  return json(200, {
    person: person.id,
    key: await deviceKey(signedIn, now),
    publicKey: await publicHalf(person.id, now),
    privateKey: await privateHalf(signedIn, now),
  })
}

export const ALL: APIRoute = () => json(405, { error: 'GET only' })
