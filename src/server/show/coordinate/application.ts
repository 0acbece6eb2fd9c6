/** One offer to mentor, the talks about it, and what came of them. */
import {
  findApplication,
  invitationOfQuery,
  type InvitationOfApplication,
  type SeenApplication,
} from '#db/applications.ts'
import { firstTalksQuery, type SeenFirstTalk } from '#db/first-talks.ts'
import { together } from '#db/client.ts'
import type { OpenForm } from '#db/open-forms.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { stateOfApplication, type ApplicationState } from '#domain/people/application.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { noteSeen } from '#server/access/note-seen.ts'
import { openForm } from '#server/forms/open-form.ts'

export interface ApplicationPage {
  readonly application: SeenApplication
  readonly state: ApplicationState
  /** Newest first. */
  readonly talks: readonly SeenFirstTalk[]
  /** Of these, those that other coordinators wrote down. */
  readonly others: readonly SeenFirstTalk[]
  readonly invitation: InvitationOfApplication | null
  /** Who else has the form open. */
  readonly writing: readonly OpenForm[]
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
  const { talks, invitation } = await together({
    talks: firstTalksQuery(id),
    invitation: invitationOfQuery(id),
  })
  return {
    application,
    state: stateOfApplication({
      outcome: application.outcome,
      invitedAt: invitation?.createdAt ?? null,
    }),
    talks,
    others: talks.filter(({ talk }) => talk.coordinator !== by.id),
    invitation,
    writing,
  }
}
