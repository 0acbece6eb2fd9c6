/** What an applicant wrote goes on with them: in their own words, where the profile asks the same. */
import type { ApplicationAnswers } from './application.ts'
import { asContact, problemsWithContact } from './contact.ts'
import { isEmail } from './person.ts'
import { asKept } from './profile-change.ts'
import { asIds, type ProfileValues } from './profile.ts'

/** @param contact as typed: an e-mail address, a phone number, or words @returns only what says something */
export function profileOfApplication(
  { areas, notAreas, languages, times, access }: ApplicationAnswers,
  contact: string,
): ProfileValues {
  const values: ProfileValues = {
    phone: phoneIn(contact),
    times: asKept('times', times),
    languageWords: asKept('languageWords', languages),
    areas: asIds(areas),
    notAreas: asIds(notAreas),
    access: asKept('access', access),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value))
}

function phoneIn(contact: string): string {
  const { phone } = asContact({ email: '', phone: contact })
  const isPhone = !isEmail(phone) && problemsWithContact({ email: '', phone }).length === 0
  return isPhone ? phone : ''
}
