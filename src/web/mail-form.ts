/** The form in which somebody says what they want by mail. */
import type { APIContext } from 'astro'
import { AWAITED, type DigestWish, type NoticeKind } from '#domain/people/notices.ts'
import type { MailPage } from '#server/show/mail.ts'
import { among, someOf, typedIn, whole, type Typed } from './typed.ts'

export const DIGEST_DAYS = ['weekdays', 'all', 'off'] as const
export const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour)

const FIELDS = { kinds: someOf(AWAITED), days: among(DIGEST_DAYS), hour: whole }

export const mailForm = (
  { locals }: APIContext,
  { on, digest }: Pick<MailPage, 'on' | 'digest'>,
): Typed<typeof FIELDS> =>
  typedIn(locals.post, FIELDS, {
    kinds: on,
    days: !digest.isOn ? 'off' : digest.weekdays ? 'weekdays' : 'all',
    hour: String(digest.hour),
  })

/** Null where something of it cannot be meant; the form says what. */
export function wishIn(
  { values, problems }: Typed<typeof FIELDS>,
  { digestZone }: Pick<MailPage, 'digestZone'>,
  words: Readonly<Record<'days' | 'hour', string>>,
): { readonly wanted: readonly NoticeKind[]; readonly digest: DigestWish | null } | null {
  const { kinds: wanted, days, hour } = values
  if (digestZone === null) return { wanted, digest: null }
  if (!days) problems['days'] = words.days
  if (!HOURS.includes(hour)) problems['hour'] = words.hour
  if (!days || !HOURS.includes(hour)) return null
  return { wanted, digest: { isOn: days !== 'off', hour, weekdays: days !== 'all' } }
}
