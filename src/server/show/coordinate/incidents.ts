/** The page of incidents and complaints about somebody. */
import { auditsQuery } from '#db/audit.ts'
import { read, together } from '#db/client.ts'
import { incidentsQuery, type Incident } from '#db/incidents.ts'
import { staffQuery } from '#db/people.ts'
import { programmeRulesQuery } from '#db/programme-rules.ts'
import { everTraineeQuery, type EverTrainee } from '#db/trainees.ts'
import type { Day } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mayReadInternal } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import type { IncidentTold } from '#domain/reviews/incident.ts'
import { lookOf, noteLook } from '#server/access/note-seen.ts'
import { momentOf } from '#server/calendar/clock.ts'

export interface ShownIncidents {
  readonly trainee: EverTrainee
  /** Open ones first, then the latest. */
  readonly incidents: readonly Incident[]
  readonly coordinators: readonly { readonly id: string; readonly name: string }[]
  /** What the programme tells whom it concerns. */
  readonly told: IncidentTold
  readonly today: Day
}

/** Also about who left. That it was read is written down. @param id as it stands in the address */
export async function showIncidents(
  by: Person,
  id: string | undefined,
  language: Language,
  now: number,
): Promise<ShownIncidents | null> {
  const programmes = programmesAs(by, 'coordinator')
  const trainee = isUuid(id) ? await read(everTraineeQuery(id, programmes)) : null
  if (!trainee || !mayReadInternal(by, trainee)) return null
  const { programme } = trainee
  const look = lookOf(by.id, 'internal-notes', trainee.id, programme, now)
  const { incidents, staff, rules, known } = await together({
    incidents: incidentsQuery(trainee.id, programme),
    staff: staffQuery([programme], ['coordinator'], language),
    rules: programmeRulesQuery(programme),
    known: auditsQuery([look.id]),
  })
  await noteLook(look, known)
  return {
    trainee,
    incidents,
    coordinators: staff.filter((one) => one.id !== trainee.id),
    told: rules.incidentTold,
    today: momentOf(programme, now).today,
  }
}
