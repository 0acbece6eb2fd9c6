/** Who may do what. Each verb of the server asks here itself, whoever calls it. */
import {
  hasRole,
  INVITES,
  isAdministrator,
  mayMakeLinkFor,
  type Person,
  type Role,
} from './person.ts'

/** What a verb answers to somebody who may not; a page says of it what it says of a page that is not there. */
export const NOT_ALLOWED = { kind: 'not-allowed' } as const
export type NotAllowed = typeof NOT_ALLOWED

/** Programmes' words and rules, accounts, tokens, exports: an administrator's. */
export const mayAdminister = isAdministrator

/** What is done about trainees of a programme: sign-off, evidence, reviews, cohort and stay. */
export const mayDecideIn = (by: Person, programme: string): boolean =>
  hasRole(by, 'coordinator', programme)

/** Coordinators let somebody observe in their own programme; every other role an administrator gives and takes. */
export const mayChangeRole = (
  by: Person,
  role: Exclude<Role, 'trainee'>,
  programme: string,
): boolean => isAdministrator(by) || (role === 'observer' && mayDecideIn(by, programme))

/** Into a programme of one's own as well: nobody reaches another one's register by moving somebody there. */
export const mayMove = (by: Person, from: string, to: string): boolean =>
  isAdministrator(by) || (mayDecideIn(by, from) && mayDecideIn(by, to))

/** One's own name, and that of an account that reaches no further than one's own. */
export const mayCorrectName = (by: Person, account: Person): boolean =>
  by.id === account.id || isAdministrator(by) || mayMakeLinkFor(by, account)

/** One's own profile, and those of trainees of a programme of one's own; of what is changed for them they are told. */
export const mayChangeProfile = (
  by: Person,
  of: { readonly id: string; readonly programme: string },
): boolean => by.id === of.id || mayDecideIn(by, of.programme)

/** Whoever invites somebody sees their code; the same holds for making an invitation again and for withdrawing it. */
export const mayInvite = (by: Person, role: Role, programme: string): boolean =>
  (INVITES.coordinator.some((one) => one === role) && mayDecideIn(by, programme)) ||
  (INVITES.administrator.some((one) => one === role) && isAdministrator(by))

/** What somebody signed or keeps is theirs alone to sign, open, close or issue again. */
export const isOwn = (by: Person, { person }: { readonly person: string }): boolean =>
  by.id === person

/** Role plays are observed by those who observe and by those who decide. */
export const mayObserveIn = (by: Person, programme: string): boolean =>
  mayDecideIn(by, programme) || hasRole(by, 'observer', programme)

/** Plans, scenes and sheets spoil a role play for whoever is only in training. */
export const mayTeach = ({ roles }: Person): boolean => roles.some(({ role }) => role !== 'trainee')

/** What is finished is amended by whoever wrote it, and by those who decide. @param observer person id */
export const mayAmendIn = (by: Person, programme: string, observer: string): boolean =>
  mayDecideIn(by, programme) || (mayObserveIn(by, programme) && by.id === observer)

/** Staff find people; whom, and by what, stands in db/find.ts. */
export const mayFind = mayTeach

/** What coordinators write about a trainee among themselves: never for the trainee (R16). */
export const mayReadInternal = (
  by: Person,
  trainee: { readonly id: string; readonly programme: string },
): boolean => mayDecideIn(by, trainee.programme) && by.id !== trainee.id

/** What somebody asked about what is kept of them: their coordinators and the administrators, never they themselves. */
export const mayAnswerData = (
  by: Person,
  request: { readonly person: string; readonly programme: string },
): boolean =>
  by.id !== request.person && (isAdministrator(by) || mayDecideIn(by, request.programme))

/** What staff wrote among themselves is released by those alone who read it. */
export const mayReleaseNotes = (
  by: Person,
  { person, programme }: { readonly person: string; readonly programme: string },
): boolean => mayReadInternal(by, { id: person, programme })
