/** A coordinator writes down a talk about one competency. */
import { write } from '#db/client.ts'
import { insertTalk } from '#db/talks.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from './audited.ts'
import { problemWithDay, TEXT_LENGTH, type EvidenceProblem } from './evidence-rules.ts'
import type { TraineeState } from './readiness.ts'

export interface TalkForm {
  readonly id: string
  /** Competency id, or null. */
  readonly competency: string | null
  readonly accepted: boolean | null
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly note: string
}

export type EvidenceOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problems: readonly EvidenceProblem[] }

/** The same form sent twice is saved once. */
export async function recordTalk(
  coordinator: Person,
  trainee: { readonly id: string; readonly programme: string },
  state: Pick<TraineeState, 'talks'>,
  form: TalkForm,
  now: number,
): Promise<EvidenceOutcome> {
  if (state.talks.some(({ id }) => id === form.id)) return { kind: 'saved' }
  const problems = problemsWith(coordinator, trainee.id, form, now)
  const { competency, accepted } = form
  if (problems.length || competency === null || accepted === null)
    return { kind: 'refused', problems }
  await write([
    insertTalk({
      id: form.id,
      person: trainee.id,
      programme: trainee.programme,
      coordinator: coordinator.id,
      competency,
      heldAt: Math.min(now, Date.parse(`${form.day}T12:00:00Z`)),
      accepted,
      note: form.note.trim(),
    }),
    audited(
      now,
      coordinator.id,
      `talk-recorded:${accepted ? 'accepted' : 'not-yet'}`,
      trainee.id,
      trainee.programme,
    ),
  ])
  return { kind: 'saved' }
}

function problemsWith(
  coordinator: Person,
  trainee: string,
  form: TalkForm,
  now: number,
): EvidenceProblem[] {
  if (coordinator.id === trainee) return ['oneself']
  const problems: EvidenceProblem[] = []
  if (!form.competency) problems.push('competency-missing')
  if (form.accepted === null) problems.push('accepted-missing')
  const day = problemWithDay(form.day, now)
  if (day) problems.push(day)
  if (!form.note.trim()) problems.push('note-missing')
  if (form.note.length > TEXT_LENGTH) problems.push('too-long')
  return problems
}
