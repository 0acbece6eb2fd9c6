/** Inviting people: one link each, mailed where that is possible, else to hand over. */
import { write, type Query, isTaken } from '#db/client.ts'
import { insertMail } from '#db/outbox.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import type { Invited } from '#domain/people/list-row.ts'
import { mayInvite, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person, Role } from '#domain/people/person.ts'
import { findProgramme, takesIn } from '#server/course/load-course.ts'
import { settings } from '#settings.ts'
import { audited } from '#server/trail/audited.ts'
import { unreachable } from './mail-letters.ts'
import { prepareLink } from '#server/access/make-link.ts'
import { newId } from '#server/trail/new-id.ts'

/** Subject and text of the mail, in the invited person's language; no word about health or the programme. */
export type MailWords = (
  language: Language,
  mail: {
    readonly name: string
    readonly inviter: string
    readonly url: string
    readonly code: string
  },
) => { readonly subject: string; readonly text: string }

export interface InviteWish {
  readonly role: Role
  readonly programme: string
  readonly people: readonly Invited[]
  readonly application?: string | null
  /** Made with the form: the same form sent twice invites once. */
  readonly batch: string
}

export interface MadeInvitation {
  readonly programme: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly url: string
  readonly code: string
  /** True where it waits in the outbox. */
  readonly mailed: boolean
  /** True where our mail server cannot write to that address. */
  readonly isUnreachable: boolean
}

export type Invitation =
  /** What to hand over, which can never be shown again. */
  | { readonly kind: 'made'; readonly made: readonly MadeInvitation[] }
  /** This form was used before. */
  | { readonly kind: 'twice' }
  | NotAllowed

export async function invite(
  inviter: Person,
  wish: InviteWish,
  mailWords: MailWords,
  now: number,
): Promise<Invitation> {
  if (!mayInvite(inviter, wish.role, wish.programme) || !takesIn(wish.programme, wish.role))
    return NOT_ALLOWED
  const queries: Query[] = []
  const handedOver = await unreachable(
    wish.people.map(({ email }) => email),
    now,
  )
  const offered = findProgramme(wish.programme, 'en')?.languages ?? LANGUAGES
  const inOffered = (language: Language): Language =>
    offered.includes(language) ? language : (offered[0] ?? language)
  const made = wish.people.map((person): MadeInvitation => {
    const one = { ...person, language: inOffered(person.language) }
    const link = prepareLink(
      {
        kind: 'invitation',
        role: wish.role,
        programme: wish.programme,
        language: one.language,
        name: one.name,
        email: one.email,
        cohort: wish.role === 'trainee' ? one.cohort : null,
        application: wish.application ?? null,
        createdBy: inviter.id,
      },
      now,
    )
    queries.push(
      link.query,
      audited(now, inviter.id, `link-made:invitation:${wish.role}`, link.id, wish.programme),
    )
    const isUnreachable = handedOver.has(one.email)
    const mailed = one.email !== '' && settings().mail !== null && !isUnreachable
    const { url, code } = link
    if (mailed) {
      const said = mailWords(one.language, { name: one.name, inviter: inviter.name, url, code })
      queries.push(
        insertMail({
          id: newId(now),
          link: link.id,
          createdBy: inviter.id,
          programme: wish.programme,
          recipient: one.email,
          ...said,
          createdAt: now,
          nextTryAt: now,
        }),
      )
    }
    const { name, email, language } = one
    return { programme: wish.programme, name, email, language, url, code, mailed, isUnreachable }
  })
  try {
    await write([...queries, batchRow(inviter.id, wish, now)])
  } catch (error) {
    if (isTaken(error, 'audit')) return { kind: 'twice' }
    throw error
  }
  return { kind: 'made', made }
}

/** Its id is the form's: a second sending of the same form breaks the whole batch. */
const batchRow = (inviter: string, wish: InviteWish, now: number): Query => ({
  sql: `INSERT INTO audit (id, at, actor, act, subject, programme) VALUES (?, ?, ?, ?, ?, ?)`,
  args: [wish.batch, now, inviter, `invited:${wish.people.length}`, wish.batch, wish.programme],
})
