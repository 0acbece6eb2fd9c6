/** What the API answers, for programs and for people. */
import type { APIRoute } from 'astro'
import { openApi } from '#server/register/openapi.ts'
import { settings } from '#settings.ts'
import { onlyGet } from '#web/api-answer.ts'

export const GET: APIRoute = () =>
  new Response(JSON.stringify(openApi(settings().origin)), {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
  })

export const HEAD = GET
export const ALL: APIRoute = onlyGet
