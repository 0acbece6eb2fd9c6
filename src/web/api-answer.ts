/** How the API answers: JSON with words, an ETag on what can be asked for again. */
import { createHash } from 'node:crypto'
import type { APIContext } from 'astro'
import type { ApiTokenRow } from '#db/api-tokens.ts'
import type { Words } from '#i18n/words.ts'
import { readWithToken } from '#server/register/api-tokens.ts'

export type ApiError = keyof Words['register']['api']

export const refused = (
  { locals }: APIContext,
  status: number,
  code: ApiError,
  {
    headers = {},
    about = [],
  }: {
    readonly headers?: Readonly<Record<string, string>>
    /** Names of the parameters that are meant. */
    readonly about?: readonly string[]
  } = {},
): Response => {
  const said = locals.words.register.api[code]
  const message = about.length ? `${said}: ${about.join(', ').slice(0, 200)}` : said
  return new Response(JSON.stringify({ error: { code, message } }), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-language': locals.language,
      ...headers,
    },
  })
}

/** The token that may read mentors, or the answer that says why not. */
export async function requireToken(context: APIContext): Promise<ApiTokenRow | Response> {
  const { request, clientAddress, locals } = context
  const header = request.headers.get('authorization')
  const answer = await readWithToken(header, 'mentors:read', clientAddress, locals.now)
  if (answer.kind === 'may') return answer.token
  const { status, why, retryAfter } = answer
  return refused(context, status, why, {
    headers: {
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="register"' } : {}),
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  })
}

/** 304 where the asker has it already. It may be kept, and must be asked for again before each use. */
export function answered({ request }: APIContext, body: unknown): Response {
  const text = JSON.stringify(body)
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 32)
  // Weak: the same answer travels compressed or not.
  const etag = `W/"${hash}"`
  const headers = { etag, 'cache-control': 'private, no-cache' }
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim())
  if (known.some((one) => one === '*' || one.replace(/^W\//, '') === `"${hash}"`))
    return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } })
}

export const onlyGet = (context: APIContext): Response =>
  refused(context, 405, 'method-not-allowed', { headers: { allow: 'GET, HEAD' } })
