/** One offer to mentor, the talks about it, and what came of them. */
import {
  findApplication,
  invitationOfQuery,
  type InvitationOfApplication,
  type SeenApplication,
} from '#db/applications.ts'
import { firstTalksQuery, type SeenFirstTalk } from '#db/first-talks.ts'
import {
  accountOfQuery,
  joinsQuery,
  sameNameQuery,
  type AccountThere,
  type SeenJoin,
} from '#db/application-joins.ts'
import { read, together } from '#db/client.ts'
import type { OpenForm } from '#db/open-forms.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { isAlike, type Joinable } from '#domain/people/application-join.ts'
import { fold } from '#domain/people/names.ts'
import { stateOfApplication, type ApplicationState } from '#domain/people/application.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { waitOfApplication, type Wait } from '#domain/people/waits.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { noteSeen } from '#server/access/note-seen.ts'
import { openForm } from '#server/forms/open-form.ts'
import { accountsLikeQuery } from '#server/people/join-account.ts'

export interface ApplicationPage {
  readonly application: SeenApplication
  readonly state: ApplicationState
  /** Newest first. */
  readonly talks: readonly SeenFirstTalk[]
  /** Of these, those that other coordinators wrote down. */
  readonly others: readonly SeenFirstTalk[]
  readonly invitation: InvitationOfApplication | null
  /** Under which one of the same person it stands; null for none. */
  readonly under: SeenJoin | null
  /** Those that stand under it, with what was written and said there. */
  readonly joined: readonly JoinedApplication[]
  /** Others of the same name and contact, which a coordinator may join to it. */
  readonly alike: readonly Joinable[]
  /** Whose account it was joined to; null for nobody's. */
  readonly account: (AccountThere & { readonly byName: string; readonly at: number }) | null
  /** Who has an account there, and the same name and contact: a coordinator may join it to theirs. */
  readonly accounts: readonly AccountThere[]
  /** What it waits for on the work list, or null. */
  readonly wait: Wait | null
  /** Who else has the form open. */
  readonly writing: readonly OpenForm[]
}

export interface JoinedApplication {
  readonly application: SeenApplication
  readonly talks: readonly SeenFirstTalk[]
  readonly join: SeenJoin
}

/** Null for a foreign and an absent id alike (R15). That it was looked at is written down. */
export async function findSeenApplication(
  by: Person,
  id: string,
  now: number,
): Promise<SeenApplication | null> {
  const application = isUuid(id) ? await findApplication(id, programmesAs(by, 'coordinator')) : null
  if (application) await noteSeen(by.id, 'application', id, application.programme, now)
  return application
}

/** That its form is open is written down, too. */
export async function showApplication(
  by: Person,
  id: string,
  now: number,
): Promise<ApplicationPage | null> {
  const application = await findSeenApplication(by, id, now)
  if (!application) return null
  const writing = await openForm(by, application.programme, id, now)
  const { talks, invitation, joins, account, accounts, sameName } = await together({
    talks: firstTalksQuery(id),
    invitation: invitationOfQuery(id),
    joins: joinsQuery(id),
    account: accountOfQuery(id),
    accounts: accountsLikeQuery(application),
    sameName: sameNameQuery(application.programme, fold(application.name)),
  })
  const under = joins.find((join) => join.application === id) ?? null
  const isOver = under !== null || account !== null || invitation?.usedAt != null
  const joined = await withWords(
    joins.filter(({ into }) => into === id),
    application.programme,
  )
  return {
    application,
    state: stateOfApplication({
      outcome: application.outcome,
      invitedAt: invitation?.createdAt ?? null,
    }),
    talks,
    others: talks.filter(({ talk }) => talk.coordinator !== by.id),
    invitation,
    under,
    joined,
    alike: under || account ? [] : sameName.filter((one) => isAlike(application, one)),
    account,
    accounts: isOver ? [] : accounts,
    wait: waitOfApplication(
      {
        sentAt: application.sentAt,
        isJoined: under !== null || account !== null,
        talk: talks[0]?.talk ?? null,
        isInvited: invitation !== null,
      },
      momentOf(application.programme, now).today,
    ),
    writing,
  }
}

async function withWords(
  joins: readonly SeenJoin[],
  programme: string,
): Promise<JoinedApplication[]> {
  const found = await Promise.all(
    joins.map(async (join): Promise<JoinedApplication | null> => {
      const application = await findApplication(join.application, [programme])
      return (
        application && { application, join, talks: await read(firstTalksQuery(application.id)) }
      )
    }),
  )
  return found.filter((one) => one !== null)
}
