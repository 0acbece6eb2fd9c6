/** Who sees what of a trainee. */
import { systemsQuery } from '#db/api-tokens.ts'
import { together } from '#db/client.ts'
import { staffQuery } from '#db/people.ts'
import type { Language } from '#domain/course/language.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { findProgramme } from '#server/course/load-course.ts'

export interface WhoCanSee {
  readonly programmes: readonly {
    readonly name: string
    readonly staff: readonly { readonly name: string; readonly isObserver: boolean }[]
  }[]
  /** Names of other systems that ask the register. */
  readonly systems: readonly string[]
}

export async function showWhoCanSee(
  by: Person,
  language: Language,
  now: number,
): Promise<WhoCanSee> {
  const slugs = programmesAs(by, 'trainee')
  if (slugs.length === 0) return { programmes: [], systems: [] }
  const { staff, systems } = await together({
    staff: staffQuery(slugs, ['coordinator', 'observer'], language),
    systems: systemsQuery(slugs, now),
  })
  return {
    programmes: slugs.map((slug) => ({
      name: findProgramme(slug, language)?.name ?? slug,
      staff: staff
        .filter(({ programme }) => programme === slug)
        .map(({ name, role }) => ({ name, isObserver: role === 'observer' })),
    })),
    systems,
  }
}
