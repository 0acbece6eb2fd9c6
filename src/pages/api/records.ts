/** Records from a carrier without a page of ours: up to 500, each answered for itself. */
import type { APIRoute } from 'astro'
import { receiveRecords } from '#server/learning/receive-records.ts'

const json = (status: number, body: unknown, more: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...more },
  })

export const POST: APIRoute = async ({ locals, request }) => {
  if (!locals.person) return json(401, { error: 'sign-in' })
  if (!/^application\/json/i.test(request.headers.get('content-type') ?? ''))
    return json(415, { error: 'send application/json' })
  let body: unknown
  try {
    body = await request.json()
  } catch {
    return json(400, { error: 'the body is not JSON' })
  }
  const answer = await receiveRecords(locals.person, locals.course, body, locals.now)
  if (answer.kind === 'malformed') return json(400, { error: answer.error })
  if (answer.kind === 'too-many') return json(429, { error: 'too-many' }, { 'retry-after': '60' })
  return json(200, { records: answer.records, at: locals.now })
}

export const ALL: APIRoute = () => json(405, { error: 'POST only' })
