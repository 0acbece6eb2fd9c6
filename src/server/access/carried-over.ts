import { findApplication } from '#db/applications.ts'
import type { Query } from '#db/client.ts'
import type { LinkRow } from '#db/links.ts'
import { setPhoneWhereNone } from '#db/people.ts'
import { putWhereNone } from '#db/profiles.ts'
import { profileOfApplication } from '#domain/people/profile-of-application.ts'
import { isProfileField } from '#domain/people/profile.ts'

/** What somebody wrote when they applied stands in their profile from the first day; what stands there already stays. */
export async function carriedOver(
  { application, role, programme }: LinkRow,
  person: string,
): Promise<Query[]> {
  const sent =
    application && role === 'trainee' ? await findApplication(application, [programme]) : null
  if (!sent) return []
  return Object.entries(profileOfApplication(sent.answers, sent.contact)).flatMap(
    ([field, value]): Query[] => {
      if (!isProfileField(field) || !value) return []
      return field === 'phone'
        ? [setPhoneWhereNone(person, value)]
        : putWhereNone(person, field, value, person, sent.sentAt)
    },
  )
}
