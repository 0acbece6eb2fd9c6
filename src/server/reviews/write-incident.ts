/** A coordinator writes down an incident or a complaint about a mentor, and each step until its end. */
import { GuardFailed, isTaken, read, type Query } from '#db/client.ts'
import { guardSteps, incidentsQuery, insertIncident, insertIncidentStep } from '#db/incidents.ts'
import { insertNote } from '#db/notes.ts'
import { staffQuery } from '#db/people.ts'
import { findProgrammeRules } from '#db/programme-rules.ts'
import { insertHold } from '#db/task-holds.ts'
import { problemWithAgainOn, type AgainProblem } from '#domain/calendar/again-on.ts'
import type { Day } from '#domain/calendar/days.ts'
import { mayReadInternal, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { TEXT_LENGTH } from '#domain/readiness/evidence-rules.ts'
import {
  problemWithHappened,
  type IncidentDayProblem,
  type IncidentKind,
} from '#domain/reviews/incident.ts'
import { writeAbout } from '#server/access/write-about.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'

interface Trainee {
  readonly id: string
  readonly programme: string
}

export interface IncidentForm {
  readonly id: string
  readonly kind: IncidentKind | null
  /** `YYYY-MM-DD` as typed. */
  readonly happenedOn: string
  readonly text: string
  /** Person id of a coordinator. */
  readonly owner: string
  /** `YYYY-MM-DD`, or '' for none. */
  readonly nextOn: string
}

export interface StepForm extends Pick<IncidentForm, 'id' | 'text' | 'owner' | 'nextOn'> {
  /** Of the incident. */
  readonly about: string
  readonly ends: boolean
  /** What whom it concerns is told; only where the programme tells it in outline. */
  readonly told: string
  /** How many steps there were when the form was opened. */
  readonly seen: number
}

export type IncidentProblem =
  | 'kind-missing'
  | 'text-missing'
  | 'too-long'
  | 'owner-missing'
  | 'told-missing'
  | 'ends-or-day'
  | IncidentDayProblem
  | AgainProblem

export type IncidentAnswer =
  | { readonly kind: 'saved' }
  /** Somebody else wrote a step, or ended it, since the form was opened. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly problems: readonly IncidentProblem[] }
  | NotAllowed

/** @param today `YYYY-MM-DD` by the programme's clock */
export async function writeIncident(
  by: Person,
  trainee: Trainee,
  form: IncidentForm,
  today: Day,
  now: number,
): Promise<IncidentAnswer> {
  if (!mayReadInternal(by, trainee)) return NOT_ALLOWED
  const { id, kind, owner, nextOn } = form
  const happened = problemWithHappened(form.happenedOn, today)
  const problems = [
    ...(kind ? [] : (['kind-missing'] as const)),
    ...(happened ? [happened] : []),
    ...(await problemsWith(trainee, form, today)),
  ]
  if (problems.length || !kind) return { kind: 'refused', problems }
  const { id: person, programme } = trainee
  return saved(trainee, 'incidents', [
    insertIncident({
      ...{ id, person, programme, kind, happenedOn: form.happenedOn, text: form.text.trim() },
      ...{ owner, nextOn: nextOn || null, writtenBy: by.id, writtenAt: now },
    }),
    ...holding(trainee, owner, now, by, now),
    audited(now, by.id, 'incident-written', person, programme),
  ])
}

/** Ended, whom it concerns is told as the programme's rule says, in the same batch. */
export async function takeStep(
  by: Person,
  trainee: Trainee,
  form: StepForm,
  today: Day,
  now: number,
): Promise<IncidentAnswer> {
  if (!mayReadInternal(by, trainee)) return NOT_ALLOWED
  const { id: person, programme } = trainee
  const { id, about, ends, owner, nextOn, seen } = form
  const found = (await read(incidentsQuery(person, programme))).find((one) => one.id === about)
  if (!found) return NOT_ALLOWED
  const { incidentTold } = await findProgrammeRules(programme)
  const problems = await problemsWith(trainee, form, today)
  if (ends && nextOn) problems.push('ends-or-day')
  if (ends && incidentTold === 'outline' && !form.told.trim()) problems.push('told-missing')
  if (form.told.length > TEXT_LENGTH) problems.push('too-long')
  if (problems.length) return { kind: 'refused', problems }
  const text = form.text.trim()
  const told =
    !ends || incidentTold === 'none' ? '' : incidentTold === 'whole' ? text : form.told.trim()
  const note = { person, programme, author: by.id, kind: 'shared' as const, text: told }
  return saved(trainee, 'incident_steps', [
    guardSteps(about, id, seen),
    insertIncidentStep({
      ...{ id, incident: about, by: by.id, at: now, text, owner, ends, told },
      nextOn: nextOn || null,
    }),
    ...(ends ? [] : holding(trainee, owner, found.writtenAt, by, now)),
    ...(told ? [insertNote({ id: newId(now), ...note, writtenAt: now })] : []),
    audited(now, by.id, ends ? 'incident-ended' : 'incident-step', person, programme),
  ])
}

async function problemsWith(
  { id, programme }: Trainee,
  { text, owner, nextOn }: Pick<IncidentForm, 'text' | 'owner' | 'nextOn'>,
  today: Day,
): Promise<IncidentProblem[]> {
  const staff = await read(staffQuery([programme], ['coordinator'], 'en'))
  const again = nextOn ? problemWithAgainOn(nextOn, today) : null
  return [
    ...(text.trim() ? [] : (['text-missing'] as const)),
    ...(text.length > TEXT_LENGTH ? (['too-long'] as const) : []),
    ...(owner !== id && staff.some((one) => one.id === owner) ? [] : (['owner-missing'] as const)),
    ...(again ? [again] : []),
  ]
}

/** Both tasks about it are its owner's. @param since of the tasks */
const holding = (
  { id: person, programme }: Trainee,
  owner: string,
  since: number,
  by: Person,
  now: number,
): Query[] =>
  (['incident', 'incident-open'] as const).map((reason) =>
    insertHold({ id: newId(now), person, programme, reason, since, owner, by: by.id, at: now }),
  )

async function saved(
  trainee: Trainee,
  table: 'incidents' | 'incident_steps',
  queries: readonly Query[],
): Promise<IncidentAnswer> {
  try {
    const written = await writeAbout(trainee, queries)
    return written.kind === 'not-allowed' ? written : { kind: 'saved' }
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    if (!isTaken(error, table)) throw error
    return { kind: 'saved' }
  }
}
