/** Mentors who are ready today, for another system: those of the token's programme. */
import type { APIRoute } from 'astro'
import { mentorsAfter } from '#db/register.ts'
import { readPaging } from '#domain/register/paging.ts'
import { readWish, WISHES } from '#domain/register/wish.ts'
import { mentorJson } from '#web/register-words.ts'
import { momentOf } from '#server/running/clock.ts'
import { answered, onlyGet, refused, requireToken } from '#web/api-answer.ts'

const KNOWN: readonly string[] = [...WISHES, 'programme', 'limit', 'cursor']

/** Names that are not known or stand there twice: a slip of the pen must not answer with everybody. */
const slips = (query: URLSearchParams): string[] =>
  [...new Set(query.keys())].filter(
    (name) => !KNOWN.includes(name) || query.getAll(name).length > 1,
  )

export const GET: APIRoute = async (context) => {
  const token = await requireToken(context)
  if (token instanceof Response) return token
  const query = context.url.searchParams
  const asked = query.get('programme')
  if (asked && asked !== token.programme) return refused(context, 403, 'other-programme')
  const { paging, problems: ofPaging } = readPaging(query)
  const { wish, problems } = readWish(query)
  const wrong = [...slips(query), ...problems, ...ofPaging]
  if (wrong.length > 0) return refused(context, 400, 'malformed', { about: wrong })
  const { language } = context.locals
  const moment = momentOf(token.programme, context.locals.now)
  // One more than is shown says whether there is another page.
  const { after, limit } = paging
  const rows = await mentorsAfter(token.programme, wish, language, moment, after, limit + 1)
  const shown = rows.slice(0, paging.limit)
  return answered(context, {
    programme: token.programme,
    mentors: shown.map(mentorJson),
    next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  })
}

export const HEAD = GET
export const ALL: APIRoute = onlyGet
