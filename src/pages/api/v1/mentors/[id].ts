/** One mentor, as long as they are ready today in the token's programme. */
import type { APIRoute } from 'astro'
import { mentorJson } from '#web/register-words.ts'
import { readMentor } from '#server/register/read-mentors.ts'
import { answered, onlyGet, refused, requireToken } from '#web/api-answer.ts'

export const GET: APIRoute = async (context) => {
  const token = await requireToken(context)
  if (token instanceof Response) return token
  const mentor = await readMentor(token, context.params['id'] ?? '', context.locals.now)
  return mentor ? answered(context, mentorJson(mentor)) : refused(context, 404, 'not-found')
}

export const HEAD = GET
export const ALL: APIRoute = onlyGet
