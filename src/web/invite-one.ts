/** The form that invites one person: what was typed, and what became of it. */
import type { APIContext } from 'astro'
import type { CohortRow } from '#db/cohorts.ts'
import { isLanguage, type Language } from '#domain/course/language.ts'
import {
  asName,
  asSignInName,
  isEmail,
  problemWithName,
  type Person,
  type Role,
} from '#domain/people/person.ts'
import { invite, type MadeInvitation } from '#server/people/invite.ts'
import { hasAccount, type Offered } from '#server/show/coordinate/invite.ts'
import { settings } from '#settings.ts'
import { notFound } from './answers.ts'
import { problemWithProgramme } from './desk.ts'
import { mailWords } from './mail-words.ts'
import { among, text, typedIn, uuid } from './typed.ts'

/** Whom somebody may invite here. */
export interface Inviting {
  readonly roles: readonly Role[]
  readonly programmes: readonly string[]
  readonly cohorts?: readonly CohortRow[]
  /** Who offered to mentor, and is invited now. */
  readonly from?: Offered | null
  /** What is wrong with the password, where it is asked for. */
  readonly unproved?: string | null
}

export interface TypedInvitation {
  readonly batch: string
  readonly name: string
  readonly email: string
  readonly role: Role | undefined
  readonly programme: string | undefined
  readonly cohort: string
  readonly language: Language
}

export interface InviteForm {
  readonly typed: TypedInvitation
  /** By field. */
  readonly problems: Readonly<Record<string, string>>
  /** What to hand over; null where nothing was made. */
  readonly made: readonly MadeInvitation[] | null
  /** Whether an invitation can be mailed from here. */
  readonly canMail: boolean
}

export async function inviteOne(
  context: APIContext,
  by: Person,
  inviting: Inviting,
): Promise<InviteForm | Response> {
  const { post, now } = context.locals
  const typed = typedInvitation(context, inviting)
  const canMail = settings().mail !== null
  if (post.kind !== 'sent') return { typed, problems: {}, made: null, canMail }
  const problems = await problemsWith(typed, inviting, context.locals)
  const { role, programme, batch } = typed
  if (!role || !programme || Object.keys(problems).length > 0)
    return { typed, problems, made: null, canMail }
  const { name, email, language } = typed
  const person = { name, email, language, cohort: typed.cohort || null }
  const wish = { role, programme, people: [person], application: inviting.from?.id ?? null, batch }
  const answer = await invite(by, wish, mailWords, now)
  if (answer.kind === 'not-allowed') return notFound()
  if (answer.kind === 'made') return { typed, problems, made: answer.made, canMail }
  const { twice } = context.locals.words.invitations.invite
  return { typed, problems: { name: twice }, made: null, canMail }
}

const FIELDS = {
  batch: uuid,
  name: text.transform(asName),
  email: text.transform(asSignInName),
  programme: text,
  cohort: text,
  'for-language': text,
}

function typedInvitation(
  { locals, url }: APIContext,
  { roles, programmes, from }: Inviting,
): TypedInvitation {
  const { post, language, newId } = locals
  const { values } = typedIn(post, { ...FIELDS, role: among(roles) })
  // Who offered to mentor is shown as they wrote it.
  const { name, email } = post.kind === 'none' && from ? from : values
  const forLanguage = values['for-language'] || from?.language
  const asked =
    values.programme ||
    from?.programme ||
    (post.kind === 'none' ? url.searchParams.get('programme') : '')
  return {
    batch: values.batch || newId(),
    name,
    email,
    role: values.role ?? (roles.length === 1 || from ? roles[0] : undefined),
    programme:
      programmes.find((slug) => slug === asked) ??
      (programmes.length === 1 ? programmes[0] : undefined),
    cohort: values.cohort,
    language: isLanguage(forLanguage) ? forLanguage : language,
  }
}

async function problemsWith(
  typed: TypedInvitation,
  { roles, cohorts = [], unproved = null }: Inviting,
  locals: App.Locals,
): Promise<Record<string, string>> {
  const { words } = locals
  const [t, tp] = [words.coordinate, words.invitations.invite]
  const problems: Record<string, string> = {}
  const name = problemWithName(typed.name)
  if (name)
    problems['name'] = name === 'missing' ? t.inviteNameMissing : words.account.problems.name[name]
  if (typed.email && !isEmail(typed.email)) problems['email'] = tp.emailMalformed
  else if (await hasAccount(typed.email)) problems['email'] = tp.hasAccount
  if (unproved) problems['password'] = unproved
  if (!typed.role) problems['role'] = t.inviteRoleMissing
  if (!typed.programme) problems['programme'] = t.inviteProgrammeMissing
  const { role, programme } = typed
  const closed = role && programme ? problemWithProgramme(locals, programme, role) : null
  if (closed) problems[roles.length > 1 ? 'role' : 'name'] = closed
  const cohort = cohorts.find(({ id }) => id === typed.cohort)
  if (typed.cohort && cohort?.programme !== typed.programme) problems['cohort'] = tp.cohortWrong
  return problems
}
