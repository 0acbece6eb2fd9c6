/** A copy of one trainee's record for a coordinator. */
import { read, write } from '#db/client.ts'
import { followUpsQuery } from '#db/follow-ups.ts'
import { importedFactsQuery } from '#db/imports.ts'
import { incidentsQuery } from '#db/incidents.ts'
import { noticesOfQuery } from '#db/notices.ts'
import { listNotes } from '#db/notes.ts'
import { proposalsQuery } from '#db/proposals.ts'
import { historyOf } from '#db/records.ts'
import { resultsOf } from '#db/package-results.ts'
import { repliesOf } from '#db/replies.ts'
import { checksQuery } from '#db/checks.ts'
import { areaSpellsQuery } from '#db/person-areas.ts'
import { sessionsInRecordQuery } from '#db/sign-ups.ts'
import { stopsQuery } from '#db/stops.ts'
import { listReviews } from '#db/reviews.ts'
import type { Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import { mailStateOf } from '#domain/people/mail-state.ts'
import { mayDecideIn, mayReadInternal, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { audited } from '#server/trail/audited.ts'
import { loadLearner } from '#server/learning/learner.ts'
import { loadTraineeState } from '#server/readiness/readiness.ts'

const LIMIT = 100_000

/**
 * Own notes and reflections that are not shared are left out; internal notes and concerns only where asked for, and never about oneself.
 * That the copy was made is written down.
 * @returns JSON
 */
export async function exportRecord(
  coordinator: Person,
  trainee: { readonly id: string; readonly name: string; readonly programme: string },
  course: Course,
  wish: { readonly internal: boolean; readonly language: Language },
  now: number,
): Promise<{ readonly kind: 'made'; readonly file: string } | NotAllowed> {
  if (!mayDecideIn(coordinator, trainee.programme)) return NOT_ALLOWED
  const internal = wish.internal && mayReadInternal(coordinator, trainee)
  const learner = await loadLearner(trainee.id, course)
  const [
    state,
    records,
    replies,
    reviews,
    shared,
    notes,
    concerns,
    done,
    incidents,
    stops,
    packages,
    imported,
    checks,
    notices,
    sessions,
    pairings,
    areas,
  ] = await Promise.all([
    loadTraineeState(learner, wish.language, now),
    historyOf(trainee.id, LIMIT),
    repliesOf(trainee.id),
    listReviews(trainee.id, trainee.programme, 1000),
    listNotes(trainee.id, trainee.programme, 'shared', LIMIT),
    internal ? listNotes(trainee.id, trainee.programme, 'internal', LIMIT) : [],
    internal ? listNotes(trainee.id, trainee.programme, 'concern', LIMIT) : [],
    internal ? read(followUpsQuery(trainee.id, trainee.programme)) : [],
    internal ? read(incidentsQuery(trainee.id, trainee.programme)) : [],
    internal ? read(stopsQuery(trainee.id, trainee.programme)) : [],
    resultsOf(trainee.id),
    read(importedFactsQuery(trainee.id, trainee.programme)),
    internal ? read(checksQuery(trainee.id)) : null,
    read(noticesOfQuery(trainee.id, trainee.programme, Number.MAX_SAFE_INTEGER, LIMIT)),
    read(sessionsInRecordQuery(trainee.id, trainee.programme)),
    read(
      proposalsQuery({ mentor: trainee.id }, trainee.programme, momentOf(trainee.programme, now)),
    ),
    read(areaSpellsQuery(trainee.id)),
  ])
  await write([
    audited(
      now,
      coordinator.id,
      internal ? 'record-exported:internal' : 'record-exported',
      trainee.id,
      trainee.programme,
    ),
  ])
  const { id, name, programme } = trainee
  const readiness = state.readiness.lines.map((line) => ({
    competency: line.competency.id,
    met: line.met,
    evidence: line.needs.flatMap(({ evidence }) => evidence),
  }))
  const file = `${JSON.stringify(
    {
      exportedAt: new Date(now).toISOString(),
      person: { id, name, programme },
      standing: state.standing,
      readiness,
      records: forStaff(records).map(({ person: _, ...record }) => record),
      observations: state.observations,
      talks: state.talks,
      // What they would talk about, each time that it was chosen.
      areas,
      attended: state.attended,
      groupSessions: sessions,
      outsideEvidence: state.outside,
      saidByLists: imported,
      answers: replies,
      reportedByPackages: packages.map(({ person: _, ...result }) => result),
      decisions: state.signOffs.map(({ internalNote, otherwise, ...decision }) =>
        internal ? { ...decision, internalNote, otherwise } : decision,
      ),
      supportReviews: reviews,
      // Nothing of the other side but what its request is called.
      pairings: pairings.map(({ reference, at, answer, connectedAt, endedOn }) => ({
        ...{ request: reference, askedAt: at, answer, connectedAt, endedOn },
      })),
      notes: shared,
      toldByMail: notices.map(({ kind, at, outcome, mail }) => ({
        ...{ kind, at, outcome },
        ...(mail ? { mail: mailStateOf(mail) } : {}),
      })),
      ...(internal
        ? {
            internalNotes: notes,
            concerns,
            followUps: done,
            incidents,
            stops,
            checks: checks?.entries ?? [],
          }
        : {}),
    },
    null,
    2,
  )}\n`
  return { kind: 'made', file }
}

/** Without notes, decision cards, and reflections that were never shared or were taken back. @param records oldest first */
function forStaff(records: readonly LearningRecord[]): LearningRecord[] {
  const isShared = new Map<string, boolean>()
  for (const record of records)
    if (record.kind === 'reflection-sent') isShared.set(record.item, record.value.shared)
  return records.filter(
    (record) =>
      record.kind !== 'note-saved' &&
      record.kind !== 'card-sorted' &&
      (record.kind !== 'reflection-sent' || (record.value.shared && isShared.get(record.item))),
  )
}
