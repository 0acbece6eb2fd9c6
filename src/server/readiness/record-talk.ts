/** A coordinator writes down a talk about one competency, about areas that the person would talk about, or both. */
import { isTaken } from '#db/client.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { insertTalk, listTalks, type TalkRow } from '#db/talks.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { momentOf, timeZoneOf } from '#server/calendar/clock.ts'
import {
  problemWithDay,
  TEXT_LENGTH,
  type EvidenceProblem,
} from '#domain/readiness/evidence-rules.ts'
import { newId } from '#server/trail/new-id.ts'
import { writeAbout } from '#server/access/write-about.ts'

export interface TalkForm {
  readonly id: string
  /** Competency id, or null: a talk may be about areas alone. */
  readonly competency: string | null
  /** Ids of areas of the programme that it was about. */
  readonly areas: readonly string[]
  readonly accepted: boolean | null
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly note: string
}

export type EvidenceOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problems: readonly EvidenceProblem[] }
  | NotAllowed

/** The same form sent twice is saved once; changed after browser Back it is one more. */
export async function recordTalk(
  coordinator: Person,
  trainee: { readonly id: string; readonly programme: string },
  form: TalkForm,
  now: number,
): Promise<EvidenceOutcome> {
  if (!mayDecideIn(coordinator, trainee.programme)) return NOT_ALLOWED
  const problems = problemsWith(
    coordinator,
    trainee.id,
    form,
    momentOf(trainee.programme, now).today,
  )
  const { competency, accepted } = form
  if (problems.length || accepted === null) return { kind: 'refused', problems }
  const said = {
    competency: competency ?? '',
    areas: [...form.areas].sort(),
    accepted,
    note: form.note.trim(),
  }
  const before = (await listTalks(trainee.id)).find(({ id }) => id === form.id)
  if (before && hasSaid(before, said, form.day, timeZoneOf(trainee.programme)))
    return { kind: 'saved' }
  try {
    const written = await writeAbout(trainee, [
      insertTalk({
        ...said,
        id: before ? newId(now) : form.id,
        person: trainee.id,
        programme: trainee.programme,
        coordinator: coordinator.id,
        heldAt: Math.min(now, Date.parse(`${form.day}T12:00:00Z`)),
      }),
      audited(
        now,
        coordinator.id,
        `talk-recorded:${accepted ? 'accepted' : 'not-yet'}`,
        trainee.id,
        trainee.programme,
      ),
    ])
    if (written.kind === 'not-allowed') return written
  } catch (error) {
    // The same form at the same moment: it is saved.
    if (!isTaken(error, 'talks')) throw error
  }
  return { kind: 'saved' }
}

const hasSaid = (
  before: Pick<TalkRow, 'competency' | 'areas' | 'accepted' | 'note' | 'heldAt'>,
  said: Pick<TalkRow, 'competency' | 'areas' | 'accepted' | 'note'>,
  day: string,
  timeZone: string,
): boolean =>
  before.competency === said.competency &&
  before.areas.join() === said.areas.join() &&
  before.accepted === said.accepted &&
  before.note === said.note &&
  dayAt(before.heldAt, timeZone) === day

function problemsWith(
  coordinator: Person,
  trainee: string,
  form: TalkForm,
  today: string,
): EvidenceProblem[] {
  if (coordinator.id === trainee) return ['oneself']
  const problems: EvidenceProblem[] = []
  if (!form.competency && form.areas.length === 0) problems.push('competency-missing')
  if (form.accepted === null) problems.push('accepted-missing')
  const day = problemWithDay(form.day, today)
  if (day) problems.push(day)
  if (!form.note.trim()) problems.push('note-missing')
  if (form.note.length > TEXT_LENGTH) problems.push('too-long')
  return problems
}
