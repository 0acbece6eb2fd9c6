/** What a browser keeps of somebody who got in, and what it tells of itself when somebody tries. */
import type { APIContext } from 'astro'
import type { Person } from '#domain/people/person.ts'
import type { Age } from '#domain/people/session-age.ts'
import { cookieNamed } from './cookies.ts'
import {
  deviceCookieName,
  deviceCookieOptions,
  rememberDevice,
} from '#server/access/known-device.ts'
import { cookieName, cookieOptions, whoAsks } from '#server/access/session.ts'
import type { Whence } from '#server/access/throttle.ts'
import { asksAs } from './asks-as.ts'
import { rememberLanguageHere } from './speak.ts'

export const whenceOf = ({ clientAddress, cookies, locals, request }: APIContext): Whence => ({
  address: clientAddress,
  device: cookies.get(deviceCookieName())?.value ?? '',
  session: (locals.signedIn ?? locals.entering?.signedIn)?.sessionId ?? null,
  agent: request.headers.get('user-agent') ?? '',
})

export const WAYS = ['code', 'mail', 'password'] as const
export type Way = (typeof WAYS)[number]
const wayCookie = (): string => cookieNamed('way')

/** By which way somebody came in here last, so that the page opens with it; null for nobody yet. */
export const wayBefore = ({ cookies }: APIContext): Way | null =>
  WAYS.find((way) => way === cookies.get(wayCookie())?.value) ?? null

/** A computer that others use keeps nothing of it. */
export function rememberWay(context: APIContext, age: Age, way: Way): void {
  if (age !== 'shared') context.cookies.set(wayCookie(), way, deviceCookieOptions())
}

/**
 * From here on the request is theirs. Their own device remembers it, and speaks their language after they sign out;
 * a computer that others use keeps nothing of them.
 */
export async function letIn(
  context: APIContext,
  { secret, age, person }: { readonly secret: string; readonly age: Age; readonly person: Person },
): Promise<void> {
  const { cookies, locals } = context
  cookies.set(cookieName(), secret, cookieOptions(age))
  if (age !== 'shared') {
    const { device } = whenceOf(context)
    const remembered = await rememberDevice(device, person.signInName, locals.now)
    cookies.set(deviceCookieName(), remembered, deviceCookieOptions())
    rememberLanguageHere(context, person.language)
  }
  asksAs(locals, await whoAsks(secret, locals.now))
}

/** The same session under a new secret. */
export async function renew(context: APIContext, secret: string): Promise<void> {
  const { cookies, locals } = context
  const asks = await whoAsks(secret, locals.now)
  if (!asks) return
  cookies.set(cookieName(), secret, cookieOptions(asks.signedIn.shared ? 'shared' : 'trainee'))
  asksAs(locals, asks)
}
