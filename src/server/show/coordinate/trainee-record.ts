/** The page of a trainee's record. */
import { applicationsOfQuery } from '#db/applications.ts'
import { together } from '#db/client.ts'
import { mattersQuery } from '#db/follow-ups.ts'
import { attendedSessionsQuery, type GroupSessionRow } from '#db/group-sessions.ts'
import { importedFactsQuery, type SeenFact } from '#db/imports.ts'
import { incidentsQuery } from '#db/incidents.ts'
import { notesQuery, type SeenNote } from '#db/notes.ts'
import { quizzesOf } from '#domain/course/moved.ts'
import { wholeCourse } from '#domain/course/packs.ts'
import type { SeenObservation } from '#db/observations.ts'
import { ownCoordinatorQuery, type OwnCoordinator } from '#db/own-coordinators.ts'
import { packagesOfQuery } from '#db/packages.ts'
import { pairingNeedsQuery } from '#db/pairing-needs.ts'
import { programmeRulesQuery } from '#db/programme-rules.ts'
import { recordsQuery } from '#db/records.ts'
import { profileQuery } from '#db/profiles.ts'
import { repliesQuery, type SeenReply } from '#db/replies.ts'
import { reviewLineQuery } from '#db/reviews.ts'
import { timelineQuery, type TimelinePage } from '#db/timeline.ts'
import { cohortNameQuery } from '#db/trainees.ts'
import { dataAskedSinceQuery } from '#db/data-requests.ts'
import { unreachedSinceQuery } from '#db/unreached.ts'
import type { Language } from '#domain/course/language.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import type { PackageWithResults } from '#domain/packages/seen.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { standingAt, type Standing } from '#domain/readiness/standing.ts'
import { findProgramme, loadCompetencies } from '#server/course/load-course.ts'
import { learnerFrom, learnerQueries, type Learner } from '#server/learning/learner.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { endOfDay, isDay, type Day } from '#domain/calendar/days.ts'
import { needsOf, type TraineeNeed } from '#server/reviews/needs-of-trainee.ts'
import { profileFrom, type Profile } from '#server/people/profile.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'
import { stateFrom, stateQueries, type TraineeState } from '#server/readiness/readiness.ts'

export interface TraineeRecord {
  readonly learner: Learner
  readonly state: TraineeState
  readonly competencies: readonly Competency[]
  /** Name of the trainee's programme. */
  readonly programme: string
  /** Areas of the trainee's programme by slug. */
  readonly areas: Readonly<Record<string, string>>
  readonly cohort: string | null
  /** Only for who coordinates there. */
  readonly profile: Profile | null
  /** By which they came in, newest first; for the same readers. */
  readonly applications: readonly { readonly id: string; readonly sentAt: number }[]
  /** Who looks after them, or null. */
  readonly own: OwnCoordinator | null
  /** When they last did something, milliseconds since 1970, or null. */
  readonly lastAt: number | null
  readonly needs: readonly TraineeNeed[]
  /** The observation that was just written down, or null. */
  readonly observed: SeenObservation | null
  readonly standingOn: StandingOn
  /** What the quizzes were answered. */
  readonly answers: readonly LearningRecord[]
  readonly replies: readonly SeenReply[]
  /** Only shared ones. */
  readonly notes: readonly SeenNote[]
  readonly timeline: TimelinePage
  readonly packages: readonly PackageWithResults[]
  readonly attended: readonly GroupSessionRow[]
  /** What lists said of their time before: no evidence. */
  readonly imported: readonly SeenFact[]
  /** Whether the programme shows attendance as evidence. */
  readonly attendanceCounts: boolean
}

export interface StandingOn {
  /** As it was typed; '' where nothing was asked. */
  readonly asked: string
  /** Null where no day was asked for, or none up to today. */
  readonly standing: Standing | null
  /** The last day that can be asked for, by the programme's clock. */
  readonly today: Day
}

export interface RecordWish {
  /** Of the timeline, from 1. */
  readonly page: number
  /** Id of an observation, or null. */
  readonly observed: string | null
  /** The day whose standing is asked for, as typed. */
  readonly on: string
}

export async function showTraineeRecord(
  { by, trainee, course, mayDecide }: OpenRecord,
  { page, observed, on }: RecordWish,
  language: Language,
  now: number,
): Promise<TraineeRecord> {
  const { id, programme } = trainee
  const quizzes = quizzesOf(wholeCourse(course)).map(({ id }) => id)
  const found = await together({
    ...learnerQueries(id),
    ...stateQueries(id),
    answers: recordsQuery(id, quizzes),
    replies: repliesQuery(id),
    notes: notesQuery(id, programme, 'shared'),
    timeline: timelineQuery(id, programme, page),
    cohort: cohortNameQuery(id, programme),
    own: ownCoordinatorQuery(id, programme),
    profile: profileQuery(id),
    applications: applicationsOfQuery(id, programme),
    matters: mattersQuery(id, programme, momentOf(programme, now).today),
    reviewLine: reviewLineQuery(id, programme),
    incidents: incidentsQuery(id, programme),
    packages: packagesOfQuery(programme, id),
    attended: attendedSessionsQuery(id, programme, now),
    rules: programmeRulesQuery(programme),
    imported: importedFactsQuery(id, programme),
    pairing: pairingNeedsQuery(id, programme),
    unreachedSince: unreachedSinceQuery(id),
    dataSince: dataAskedSinceQuery(id, programme),
  })
  const { overview, matters, reviewLine, answers, replies, notes, timeline, cohort } = found
  const learner = learnerFrom(id, course, found)
  const state = stateFrom(learner, found, language, now)
  const { progress } = learner
  const of = findProgramme(programme, language)
  return {
    learner,
    state,
    competencies: loadCompetencies(language),
    programme: of?.name ?? '',
    areas: of?.areas ?? {},
    cohort,
    own: found.own,
    profile: mayDecide ? profileFrom(id, found.profile, trainee, of?.areas ?? {}) : null,
    applications: mayDecide ? found.applications : [],
    lastAt: overview?.lastAt ?? null,
    needs: needsOf(
      {
        by: by.id,
        trainee,
        state,
        overview,
        progress,
        matters,
        reviewLine,
        incidents: found.incidents,
        pairing: found.pairing,
        unreachedSince: found.unreachedSince,
        dataSince: found.dataSince,
        programmeDay: momentOf(programme, now).today,
        timeZone: momentOf(programme, now).timeZone,
        course,
      },
      now,
    ),
    observed: state.observations.find((one) => one.id === observed) ?? null,
    standingOn: standingOn(state, on, programme, now),
    answers,
    replies,
    notes,
    timeline,
    packages: found.packages,
    attended: found.attended,
    imported: found.imported,
    attendanceCounts: found.rules.groupSessionsCount,
  }
}

function standingOn(
  state: TraineeState,
  typed: string,
  programme: string,
  now: number,
): StandingOn {
  const asked = typed.trim().slice(0, 20)
  const { today, timeZone } = momentOf(programme, now)
  const end = isDay(asked) ? endOfDay(asked, timeZone) : null
  const standing =
    end !== null && asked <= today ? standingAt(state.facts, Math.min(end - 1, now)) : null
  return { asked, standing, today }
}
