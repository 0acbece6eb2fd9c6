/** What whoever runs the server does with people at its terminal; nobody is signed in there. */
import { deleteCalendarFeed } from '#db/calendar-feeds.ts'
import { GuardFailed, write } from '#db/client.ts'
import { findBySignInName, findPerson, listStaff } from '#db/people.ts'
import { guardAnotherAdministrator } from '#db/role-guards.ts'
import { updateDisabled } from '#db/roles.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { isEmail, isStaff, ROLES, type Person, type Role } from '#domain/people/person.ts'
import { makeLink, type MadeLinkMail } from '#server/access/make-link.ts'
import { resetFactorHere } from '#server/access/reset-factor.ts'
import { findProgramme, loadProgrammes, takesIn } from '#server/course/load-course.ts'
import { audited } from '#server/trail/audited.ts'
import { settings } from '#settings.ts'

/** For the command line: `ok` false says that nothing was done, and why. */
export interface Said {
  readonly ok: boolean
  readonly says: string
}
const no = (says: string): Said => ({ ok: false, says })

/** What somebody typed. */
export interface InviteAsked {
  readonly name: string
  readonly role: string
  readonly programme: string
  readonly language: string
  readonly email: string
}

/** One invitation, to hand over: it is not mailed. */
export async function inviteHere(asked: InviteAsked, now: number): Promise<Said> {
  const { name, programme, email } = asked
  const role = ROLES.find((one) => one === asked.role)
  const language = LANGUAGES.find((one) => one === asked.language)
  if (!name.trim()) return no('Nobody was invited: the name is empty.')
  if (!role) return no(`There is no role "${asked.role}". There is: ${ROLES.join(', ')}.`)
  if (!language)
    return no(`There is no language "${asked.language}". There is: ${LANGUAGES.join(', ')}.`)
  if (email && !isEmail(email)) return no(`${email} is no e-mail address like name@example.org.`)
  const wrong = problemWithPlace(role, programme)
  if (wrong) return no(wrong)
  const url = await makeLink(
    { kind: 'invitation', role, programme, language, name: name.trim(), email, createdBy: null },
    now,
  )
  const where = programme ? ` in ${nameOf(programme, language)}` : ''
  return {
    ok: true,
    says: `An invitation for ${name.trim()} as ${role}${where}, to hand over within 30 days:\n\n  ${url}\n`,
  }
}

const nameOf = (programme: string, language: Language): string =>
  findProgramme(programme, language)?.name ?? programme

function problemWithPlace(role: Role, programme: string): string | null {
  if (role === 'administrator')
    return programme ? 'An administrator is in no programme: leave --programme out.' : null
  const there = loadProgrammes('en').map(({ slug }) => slug)
  if (!there.includes(programme))
    return `Say in which programme: --programme ${there.join(', --programme ')}.`
  return takesIn(programme, role) ? null : `The programme ${programme} takes in no ${role} now.`
}

/** A way back in for an administrator who lost the password. @param signInName '' where there is one administrator only */
export async function linkForAdministrator(signInName: string, now: number): Promise<Said> {
  const administrators = await listStaff(null, ['administrator'], 'en')
  const named = signInName ? await findBySignInName(signInName) : null
  const [only, ...others] = administrators
  const person = signInName ? administrators.find(({ id }) => id === named?.id) : only
  if (!only) return no('There is no administrator yet: start the server, it prints a set-up link.')
  if (!person) return no(`There is no administrator with the sign-in name ${signInName}.`)
  if (!signInName && others.length)
    return no(
      `There are ${administrators.length} administrators. Say whose link it is: ${administrators.map((one) => one.signInName).join(', ')}`,
    )
  const url = await makeLink({ kind: 'reset', person: person.id, createdBy: null }, now)
  return { ok: true, says: `A new password for ${person.name}, within 24 hours:\n\n  ${url}\n` }
}

/** What tells somebody of it, in their language: that a link was made, and that the second step is gone. */
export type ResetMails = (
  person: Pick<Person, 'name' | 'language'>,
  recipient: string,
) => { readonly link: MadeLinkMail; readonly factor: MadeLinkMail }

/** Anybody of the staff chooses a new password; with `secondStep` app, passkeys, codes and every device go too. They are mailed. */
export async function resetHere(
  signInName: string,
  secondStep: boolean,
  mails: ResetMails,
  now: number,
): Promise<Said> {
  const row = await findBySignInName(signInName)
  const person = row && (await findPerson(row.id))
  if (!person || !isStaff(person))
    return no(
      `There is nobody with the sign-in name ${signInName} who administers, coordinates or observes. Trainees get a code from their coordinator.`,
    )
  const mail = row.email && settings().mail ? mails(person, row.email) : null
  if (secondStep) await resetFactorHere(person.id, mail && mail.factor, now)
  const wish = { kind: 'reset', person: person.id, createdBy: null } as const
  const url = await makeLink(wish, now, mail && mail.link)
  const taken = `The second step of ${person.name} is taken away; every device is signed out.\n\n`
  return {
    ok: true,
    says: `${secondStep ? taken : ''}A new password for ${person.name}, within 24 hours:\n\n  ${url}\n`,
  }
}

/** The account can no longer be used, or can again; nothing is deleted. @param on whether it can be used */
export async function setAccountHere(signInName: string, on: boolean, now: number): Promise<Said> {
  const row = await findBySignInName(signInName)
  const person = row && (await findPerson(row.id))
  if (!row) return no(`Nobody signs in as ${signInName}.`)
  const name = person?.name ?? signInName
  if (on) {
    await write([updateDisabled(row.id, null), audited(now, '', 'account-enabled', row.id, '')])
    return { ok: true, says: `The account of ${name} can be used again.` }
  }
  try {
    await write([
      guardAnotherAdministrator(row.id),
      updateDisabled(row.id, now),
      { sql: 'DELETE FROM sessions WHERE person = ?', args: [row.id] },
      deleteCalendarFeed(row.id),
      audited(now, '', 'account-disabled', row.id, ''),
    ])
  } catch (error) {
    if (error instanceof GuardFailed)
      return no(
        `${name} is the only administrator: nobody could open anything any more, so nothing was changed. Invite another one first: alongside person invite`,
      )
    throw error
  }
  return {
    ok: true,
    says: `The account of ${name} can no longer be used; every device is signed out. Nothing was deleted. Back: alongside person disable ${signInName} --undo`,
  }
}
