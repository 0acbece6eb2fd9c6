import type { APIRoute } from 'astro'
import { cookieName, endSession } from '#server/access/session.ts'
import { seeOther } from '#web/answers.ts'

export const POST: APIRoute = async ({ cookies, locals }) => {
  if (locals.signedIn) await endSession(locals.signedIn.sessionId)
  cookies.delete(cookieName(), { path: '/' })
  return seeOther('/')
}

export const GET: APIRoute = () => seeOther('/')
