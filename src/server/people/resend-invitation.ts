/** New links in place of some that were lost; the old ones stop working in the same batch. */
import { guard, GuardFailed, isTaken, write, type Query } from '#db/client.ts'
import {
  findLinks,
  isWithin,
  linkIsUnused,
  withdrawLink,
  type LinkRow,
  type Reach,
} from '#db/links.ts'
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
  const old = (await findLinks([id])).find((link) => mayMakeAgain(by, reach, link))
  if (!old) return null
  const { queries, made } = again(by, old, await unreachable([old.email], now), mailWords, now)
  try {
    await write([guard(linkIsUnused.sql, [id]), ...queries])
  } catch (error) {
    if (error instanceof GuardFailed) return null
    throw error
  }
  return made
}

export type ResentMany =
  | { readonly kind: 'made'; readonly made: readonly MadeInvitation[]; readonly not: number }
  /** This form was used before. */
  | { readonly kind: 'twice' }

/** Those that were used or withdrawn meanwhile, or are out of reach, are left as they are. @param batch made with the form */
export async function resendInvitations(
  by: Person,
  reach: Reach,
  { ids, batch }: { readonly ids: readonly string[]; readonly batch: string },
  mailWords: MailWords,
  now: number,
): Promise<ResentMany> {
  for (let tries = 1; ; tries++) {
    const theirs = (await findLinks(ids)).filter((link) => mayMakeAgain(by, reach, link))
    if (theirs.length === 0) return { kind: 'made', made: [], not: ids.length }
    const links = theirs.filter(
      ({ usedAt, withdrawnAt }) => usedAt === null && withdrawnAt === null,
    )
    const handedOver = await unreachable(
      links.map(({ email }) => email),
      now,
    )
    const each = links.map((link) => again(by, link, handedOver, mailWords, now))
    const [programme = ''] = reach.programmes
    try {
      await write([
        ...links.map(({ id }) => guard(linkIsUnused.sql, [id])),
        ...each.flatMap(({ queries }) => queries),
        {
          sql: `INSERT INTO audit (id, at, actor, act, subject, programme) VALUES (?, ?, ?, ?, ?, ?)`,
          args: [batch, now, by.id, `invited-again:${links.length}`, batch, programme],
        },
      ])
      return { kind: 'made', made: each.map(({ made }) => made), not: ids.length - links.length }
    } catch (error) {
      if (isTaken(error, 'audit')) return { kind: 'twice' }
      // Somebody came in by one of them this moment: it is left out.
      if (!(error instanceof GuardFailed) || tries === 3) throw error
    }
  }
}

export const mayMakeAgain = (by: Person, reach: Reach, link: LinkRow): boolean =>
  link.role !== null &&
  isWithin(link, reach) &&
  mayInvite(by, link.role, link.programme) &&
  takesIn(link.programme, link.role)

function again(
  by: Person,
  old: LinkRow,
  handedOver: ReadonlySet<string>,
  mailWords: MailWords,
  now: number,
): { readonly queries: readonly Query[]; readonly made: MadeInvitation } {
  const language = isLanguage(old.language) ? old.language : 'en'
  const { name, email, programme, cohort, application, role } = old
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
  const isUnreachable = handedOver.has(email)
  const mailed = email !== '' && settings().mail !== null && !isUnreachable
  const { url, code } = link
  const mail = {
    id: newId(now),
    link: link.id,
    createdBy: by.id,
    programme,
    recipient: email,
    ...mailWords(language, { name, inviter: by.name, url, code }),
    createdAt: now,
    nextTryAt: now,
  }
  return {
    queries: [
      withdrawLink(old.id, now),
      link.query,
      ...(mailed ? [insertMail(mail)] : []),
      audited(now, by.id, 'invitation-made-again', link.id, programme),
    ],
    made: { programme, name, email, language, url, code, mailed, isUnreachable },
  }
}
