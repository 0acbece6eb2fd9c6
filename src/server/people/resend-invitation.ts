/** A new link in place of one that was lost; the old one stops working in the same batch. */
import { guard, GuardFailed, write } from '#db/client.ts'
import { findLink, isWithin, linkIsUnused, withdrawLink, type Reach } from '#db/links.ts'
import { insertMail } from '#db/outbox.ts'
import { isLanguage } from '#domain/course/language.ts'
import { mayInvite } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { takesIn } from '#server/course/load-course.ts'
import { settings } from '#settings.ts'
import { audited } from '#server/trail/audited.ts'
import type { MadeInvitation, MailWords } from './invite.ts'
import { unreachable } from './mail-letters.ts'
import { prepareLink } from '#server/access/make-link.ts'
import { newId } from '#server/trail/new-id.ts'

/** Null for a link out of reach, or one that was used or withdrawn meanwhile. */
export async function resendInvitation(
  by: Person,
  reach: Reach,
  id: string,
  mailWords: MailWords,
  now: number,
): Promise<MadeInvitation | null> {
  const old = await findLink(id)
  if (!old?.role || !isWithin(old, reach) || !mayInvite(by, old.role, old.programme)) return null
  if (!takesIn(old.programme, old.role)) return null
  const language = isLanguage(old.language) ? old.language : 'en'
  const { name, email, programme } = old
  const { cohort, application, role } = old
  const link = prepareLink(
    {
      kind: 'invitation',
      ...(role ? { role } : {}),
      programme,
      language,
      name,
      email,
      cohort,
      application,
      createdBy: by.id,
    },
    now,
  )
  const isUnreachable = (await unreachable([email], now)).has(email)
  const mailed = email !== '' && settings().mail !== null && !isUnreachable
  const { url, code } = link
  const said = mailWords(language, { name, inviter: by.name, url, code })
  try {
    await write([
      guard(linkIsUnused.sql, [id]),
      withdrawLink(id, now),
      link.query,
      ...(mailed
        ? [
            insertMail({
              id: newId(now),
              link: link.id,
              createdBy: by.id,
              programme,
              recipient: email,
              ...said,
              createdAt: now,
              nextTryAt: now,
            }),
          ]
        : []),
      audited(now, by.id, 'invitation-made-again', link.id, programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return null
    throw error
  }
  return { programme, name, email, language, url, code, mailed, isUnreachable }
}
