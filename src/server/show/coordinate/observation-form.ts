/** The pages on which an observed role play is written down and amended. */
import { listObservations, type SeenObservation } from '#db/observations.ts'
import { listStaff } from '#db/people.ts'
import type { Language } from '#domain/course/language.ts'
import { mayAmendIn } from '#domain/people/may.ts'
import type { Competency, RolePlay } from '#domain/readiness/competency.ts'
import { loadCompetencies, loadRolePlays } from '#server/course/load-course.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'

export interface Colleague {
  readonly id: string
  readonly name: string
}

export interface ShownObservationForm {
  /** All: harm can be seen in any of them. */
  readonly lines: readonly Competency[]
  readonly rolePlays: readonly RolePlay[]
  /** Who may have watched as well: the coordinators and observers of the programme, each once. */
  readonly colleagues: readonly Colleague[]
}

export async function showObservationForm(
  { by, trainee }: OpenRecord,
  language: Language,
): Promise<ShownObservationForm> {
  const staff = await listStaff([trainee.programme], ['coordinator', 'observer'], language)
  const byId = new Map(staff.map(({ id, name }) => [id, { id, name }]))
  return {
    lines: loadCompetencies(language),
    rolePlays: loadRolePlays(language),
    colleagues: [...byId.values()].filter(({ id }) => id !== by.id && id !== trainee.id),
  }
}

/** Null for one that is not there, and for who may not amend it. @param id as it stands in the address */
export async function showAmendForm(
  record: OpenRecord,
  id: string | undefined,
  language: Language,
): Promise<(ShownObservationForm & { readonly before: SeenObservation }) | null> {
  const { by, trainee } = record
  const before = (await listObservations(trainee.id)).find((one) => one.id === id)
  if (!before || !mayAmendIn(by, trainee.programme, before.observer)) return null
  return { ...(await showObservationForm(record, language)), before }
}
