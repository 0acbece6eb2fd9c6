/** What a browser needs before its device is asked for a passkey, or to make one (src/browser/passkey.ts). */
import type { APIRoute } from 'astro'
import { PASSKEY_USES } from '#domain/people/passkey.ts'
import { beginAdding, beginProof, type Begun } from '#server/access/begin-passkey.ts'
import { beginAtTheDoor } from '#web/passkey.ts'

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })

export const POST: APIRoute = async (context) => {
  const { person, signedIn, entering, now } = context.locals
  const wish = await context.request.text()
  const use = PASSKEY_USES.find((one) => one === wish)
  if (!use) return json(400, { error: PASSKEY_USES.join(', ') })
  if (use === 'enter') return answer(await beginAtTheDoor(context))
  if (use === 'prove' && entering) return answer(await beginProof(entering.signedIn, now))
  if (!person || !signedIn) return json(401, { error: 'sign-in' })
  return answer(
    use === 'prove' ? await beginProof(signedIn, now) : await beginAdding(person, signedIn, now),
  )
}

const answer = (begun: Begun): Response =>
  begun.kind === 'begun'
    ? json(200, begun.options)
    : json(begun.kind === 'not-fresh' ? 403 : 404, { error: begun.kind })

export const ALL: APIRoute = () => json(405, { error: 'POST only' })
