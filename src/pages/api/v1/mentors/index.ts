/** Mentors who are ready today, for another system: those of the token's programme. */
import type { APIRoute } from 'astro'
import { readPaging } from '#domain/register/paging.ts'
import { readWish, WISHES } from '#domain/register/wish.ts'
import { mentorJson } from '#web/register-words.ts'
import { readMentors } from '#server/register/read-mentors.ts'
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
  const { language, now } = context.locals
  const { mentors, next } = await readMentors(token, wish, paging, language, now)
  return answered(context, { programme: token.programme, mentors: mentors.map(mentorJson), next })
}

export const HEAD = GET
export const ALL: APIRoute = onlyGet
