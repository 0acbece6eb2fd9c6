/** That a code was asked for in this browser: the link in the mail then needs no more than a press here. */
import { cookieNamed, isSecure } from './cookies.ts'

const PATH = '/join'

export const askedCookieName = (): string => cookieNamed('asked-code', PATH)

export const askedOptions = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isSecure(),
  path: PATH,
  maxAge: 3600,
})
