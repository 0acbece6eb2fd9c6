/** What asks here is a program: an address that is not there answers in JSON, not with a page. */
import type { APIRoute } from 'astro'
import { refused } from '#web/api-answer.ts'

export const ALL: APIRoute = (context) => refused(context, 404, 'no-such-address')
