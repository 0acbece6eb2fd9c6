/** That a code was asked for in this browser: the link in the mail then needs no more than a press here. */
import { cookieNamed, isSecure } from './cookies.ts'

export const askedCookieName = (): string => cookieNamed('asked-code')

export const askedOptions = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isSecure(),
  path: '/',
  maxAge: 3600,
})
