/** What a package commits, sent by the learner's page (src/browser/package-player.ts). */
import type { APIRoute } from 'astro'
import { commitPackage } from '#server/packages/commit-package.ts'

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })

export const POST: APIRoute = async ({ locals, params, request }) => {
  // Never a redirect: a page of ours would be taken for a "yes".
  if (!locals.person) return json(401, { error: 'sign-in' })
  if (!/^application\/json/i.test(request.headers.get('content-type') ?? ''))
    return json(415, { error: 'send application/json' })
  let body: unknown
  try {
    body = await request.json()
  } catch {
    return json(400, { error: 'the body is not JSON' })
  }
  const answer = await commitPackage(locals.person, params['launch'], body, locals.now)
  if (answer.kind === 'refused') return json(answer.status, { error: answer.error })
  return answer.kind === 'not-kept'
    ? json(202, { saved: false })
    : json(200, { saved: true, new: answer.isNew })
}

export const ALL: APIRoute = () => json(405, { error: 'POST only' })
