/** That a code was asked for in this browser: the link in the mail then needs no more than a press here. */
import { settings } from '#settings.ts'

export const ASKED_COOKIE = 'asked-code'

export const askedOptions = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: settings().origin.startsWith('https:'),
  path: '/join',
  maxAge: 3600,
})
