/** One mentor, as long as they are ready today in the token's programme. */
import type { APIRoute } from 'astro'
import { findMentor } from '#db/register.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mentorJson } from '#web/register-words.ts'
import { momentOf } from '#server/running/clock.ts'
import { answered, onlyGet, refused, requireToken } from '#web/api-answer.ts'

export const GET: APIRoute = async (context) => {
  const token = await requireToken(context)
  if (token instanceof Response) return token
  const id = context.params['id'] ?? ''
  const mentor = isUuid(id)
    ? await findMentor(id, token.programme, momentOf(token.programme, context.locals.now))
    : null
  return mentor ? answered(context, mentorJson(mentor)) : refused(context, 404, 'not-found')
}

export const HEAD = GET
export const ALL: APIRoute = onlyGet
