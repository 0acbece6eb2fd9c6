import type { APIRoute } from 'astro'
import { cookieName } from '#server/access/session.ts'
import { signOut } from '#server/access/own-devices.ts'
import { whenceOf } from '#web/let-in.ts'
import { seeOther } from '#web/answers.ts'

export const POST: APIRoute = async (context) => {
  const { cookies, locals } = context
  if (locals.signedIn) await signOut(locals.signedIn, whenceOf(context), locals.now)
  cookies.delete(cookieName(), { path: '/' })
  return seeOther('/')
}

export const GET: APIRoute = () => seeOther('/')
