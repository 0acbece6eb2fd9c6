import type { APIRoute } from 'astro'
import { cookieName, cookieOptions } from '#server/access/session.ts'
import { signOut } from '#server/access/own-devices.ts'
import { whenceOf } from '#web/let-in.ts'
import { seeOther } from '#web/answers.ts'

export const POST: APIRoute = async (context) => {
  const { cookies, locals } = context
  const signedIn = locals.signedIn ?? locals.entering?.signedIn
  if (signedIn) await signOut(signedIn, whenceOf(context), locals.now)
  cookies.delete(cookieName(), cookieOptions('shared'))
  const answer = seeOther('/')
  // Never "storage": that would take the words of others that wait on this device, and the worker of the saved course.
  answer.headers.set('clear-site-data', '"cache"')
  return answer
}

export const GET: APIRoute = () => seeOther('/')
