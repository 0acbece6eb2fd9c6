/** A coordinator enters evidence from elsewhere, and vouches for it. */
import { isTaken, together } from '#db/client.ts'
import { insertOutsideEvidence, outsideEvidenceQuery } from '#db/outside-evidence.ts'
import { updateOverview } from '#db/records.ts'
import { updateLapses } from '#db/standing-history.ts'
import type { Course } from '#domain/course/course.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { OutsideKind } from '#domain/readiness/evidence.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { audited } from '#server/trail/audited.ts'
import { momentOf } from '#server/calendar/clock.ts'
import {
  kindsOf,
  problemWithDay,
  TEXT_LENGTH,
  type EvidenceProblem,
} from '#domain/readiness/evidence-rules.ts'
import { learnerFrom, learnerQueries } from '#server/learning/learner.ts'
import { newId } from '#server/trail/new-id.ts'
import { courseOverview } from '#server/learning/overview.ts'
import { writeAbout } from '#server/access/write-about.ts'

export interface OutsideForm {
  readonly id: string
  readonly competency: Competency | null
  readonly standsFor: OutsideKind | null
  readonly source: string
  /** `YYYY-MM-DD` */
  readonly day: string
}

export type OutsideOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problems: readonly EvidenceProblem[] }
  /** The line does not ask for this kind of evidence. */
  | { readonly kind: 'not-asked' }
  | NotAllowed

/** The same form sent twice is saved once; changed after browser Back it is one more. */
export async function enterOutsideEvidence(
  coordinator: Person,
  trainee: { readonly id: string; readonly programme: string },
  course: Course,
  form: OutsideForm,
  now: number,
): Promise<OutsideOutcome> {
  if (!mayDecideIn(coordinator, trainee.programme)) return NOT_ALLOWED
  const problems = problemsWith(
    coordinator,
    trainee.id,
    form,
    momentOf(trainee.programme, now).today,
  )
  const { competency, standsFor, day } = form
  if (problems.length || !competency || !standsFor) return { kind: 'refused', problems }
  if (!kindsOf(competency).has(standsFor)) return { kind: 'not-asked' }
  const source = form.source.trim()
  const found = await together({
    ...learnerQueries(trainee.id),
    outside: outsideEvidenceQuery(trainee.id),
  })
  const learner = learnerFrom(trainee.id, course, found)
  const before = found.outside.find(({ id }) => id === form.id)
  if (
    before?.competency === competency.id &&
    before.standsFor === standsFor &&
    before.source === source &&
    before.happenedOn === day
  )
    return { kind: 'saved' }
  const id = before ? newId(now) : form.id
  const outside = [...found.outside, { id, competency: competency.id, standsFor }]
  try {
    const written = await writeAbout(trainee, [
      insertOutsideEvidence({
        id,
        person: trainee.id,
        programme: trainee.programme,
        enteredBy: coordinator.id,
        enteredAt: now,
        competency: competency.id,
        standsFor,
        source,
        happenedOn: day,
      }),
      updateOverview(trainee.id, courseOverview(learner.course, learner.progress, outside)),
      ...updateLapses(trainee.id, now),
      audited(now, coordinator.id, 'outside-evidence-entered', trainee.id, trainee.programme),
    ])
    if (written.kind === 'not-allowed') return written
  } catch (error) {
    // The same form at the same moment: it is saved.
    if (!isTaken(error, 'outside_evidence')) throw error
  }
  return { kind: 'saved' }
}

function problemsWith(
  coordinator: Person,
  trainee: string,
  form: OutsideForm,
  today: string,
): EvidenceProblem[] {
  if (coordinator.id === trainee) return ['oneself']
  const problems: EvidenceProblem[] = []
  if (!form.competency) problems.push('competency-missing')
  if (!form.standsFor) problems.push('kind-missing')
  if (!form.source.trim()) problems.push('source-missing')
  if (form.source.length > TEXT_LENGTH) problems.push('too-long')
  const day = problemWithDay(form.day, today)
  if (day) problems.push(day)
  return problems
}
