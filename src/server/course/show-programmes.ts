import { countWaiting } from '#db/home.ts'
import { troubledMail, type TroubledMail } from '#db/outbox.ts'
import { listStaff } from '#db/people.ts'
import type { Language } from '#domain/course/language.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person, Role } from '#domain/people/person.ts'
import { exampleFields } from '#domain/programme/examples.ts'
import { momentOf } from '#server/running/clock.ts'
import { clockJump, type Jump } from '#server/running/run-retention.ts'
import { loadProgrammes } from './load-course.ts'
import { editedProgrammes } from './programme-files.ts'

export interface ListedProgramme {
  readonly slug: string
  readonly name: string
  readonly organisation: string
  /** Whether an administrator changed its words here. */
  readonly isEdited: boolean
  /** Whether a contact is still an example. */
  readonly isExample: boolean
  /** Coordinators and observers, by name. */
  readonly staff: readonly { readonly id: string; readonly name: string; readonly role: Role }[]
  /** Where nobody coordinates, nobody's start page says who waits or is in danger. */
  readonly unseen: { readonly needs: number; readonly danger: number }
}

export interface ShownProgrammes {
  readonly programmes: readonly ListedProgramme[]
  /** Mail of this administrator that did not go out. */
  readonly mails: readonly TroubledMail[]
  /** Where the computer's clock is not believed. */
  readonly jump: Jump | null
}

/** Where administrators start; null for who is none. */
export async function showProgrammes(
  by: Person,
  language: Language,
  now: number,
): Promise<ShownProgrammes | null> {
  if (!mayAdminister(by)) return null
  const [staff, jump, mails] = await Promise.all([
    listStaff(null, ['coordinator', 'observer'], language),
    clockJump(now),
    troubledMail(by.id, [], now),
  ])
  const edited = editedProgrammes()
  const programmes = await Promise.all(
    loadProgrammes(language).map(async (programme): Promise<ListedProgramme> => {
      const { slug, name, organisation } = programme
      const own = staff.filter((one) => one.programme === slug)
      const whom = { programme: slug, viewer: by.id, mayDecide: true }
      return {
        ...{ slug, name, organisation },
        isEdited: edited.has(slug),
        isExample: exampleFields(programme).length > 0,
        staff: own,
        unseen: own.some(({ role }) => role === 'coordinator')
          ? { needs: 0, danger: 0 }
          : await countWaiting(whom, momentOf(slug, now)),
      }
    }),
  )
  return { programmes, mails, jump }
}
