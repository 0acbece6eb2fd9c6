/** All that a trainee's home shows. */
import { together } from '#db/client.ts'
import { packagesOfQuery } from '#db/packages.ts'
import { mayOfferPasskeyQuery } from '#db/passkeys.ts'
import { mentorProposalsQuery } from '#db/proposals.ts'
import { reviewLineQuery } from '#db/reviews.ts'
import type { Step } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import { ratingToOffer } from '#domain/learning/confidence.ts'
import type { When } from '#domain/learning/ratings.ts'
import { recapOf, type Recap } from '#domain/learning/recap.ts'
import { cardsToday } from '#domain/learning/remembering.ts'
import { isModuleDone, nextStep, tallyOf } from '#domain/learning/steps.ts'
import type { PackageWithResults } from '#domain/packages/seen.ts'
import { programmesAs } from '#domain/people/person.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { reviewLineOf, type ReviewLine } from '#domain/reviews/review-line.ts'
import { loadCompetencies } from '#server/course/load-course.ts'
import { sessionsFrom, sessionsQueries, type SessionsOf } from '#server/people/sessions-of.ts'
import { stateFrom, stateQueries, type TraineeState } from '#server/readiness/readiness.ts'
import { asksThem } from '#domain/readiness/checks.ts'
import { passkeySite } from '#server/access/webauthn.ts'
import { meetingsOf } from '#server/reviews/note-meeting.ts'
import type { OwnLearner } from '#server/learning/learner.ts'
import { messageQueries, messagesFrom, type Exchange } from '#server/learning/messages.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { ownPairingsFrom, type OwnPairings } from './pairing.ts'
import { rememberingOf } from './remembering.ts'
import { sizesFor } from './saved.ts'

export interface Tasks {
  readonly state: TraineeState
  /** What comes next in the course, or null. */
  readonly next: Step | null
  /** After a while away, or null. */
  readonly recap: Recap | null
  readonly tally: { readonly done: number; readonly of: number }
  readonly modulesDone: number
  /** Of the programme in which they are a trainee. */
  readonly packages: readonly PackageWithResults[]
  readonly sessions: SessionsOf
  readonly pairings: OwnPairings
  /** The rating of confidence to ask for now, or null. */
  readonly offered: When | null
  /** A passkey: once somebody has finished a lesson, until they have one or said no. */
  readonly offersPasskey: boolean
  /** How many decision cards wait today; 0 in a pause, and once today's were looked at. */
  readonly cards: number
  readonly competencies: readonly Competency[]
  readonly reviews: ReviewLine | null
  /** Something of a check waits for them, or is about to keep them off the register. */
  readonly asksCheck: boolean
  /** Newest first. */
  readonly exchanges: readonly Exchange[]
  /** How many bytes each module takes on a device, by its slug; of nobody but a trainee. */
  readonly sizes: ReadonlyMap<string, number>
}

export async function showTasks(
  learner: OwnLearner,
  language: Language,
  now: number,
): Promise<Tasks> {
  const { by, course, progress, lastItem } = learner
  // No programme is called '': whoever is no trainee has nothing of one.
  const [programme = ''] = programmesAs(by, 'trainee')
  const moment = momentOf(programme, now)
  const { latest, packages, pairings, mayOfferPasskey, signedUp, coming, attended, ...rows } =
    await together({
      ...stateQueries(by.id),
      ...messageQueries(by.id),
      latest: reviewLineQuery(by.id, null),
      packages: packagesOfQuery(programme, by.id),
      pairings: mentorProposalsQuery(by.id, programme, moment),
      mayOfferPasskey: mayOfferPasskeyQuery(by.id),
      ...sessionsQueries(by.id, programme, now),
    })
  const state = stateFrom(learner, rows, language, now)
  const cards = rememberingOf(learner, state.facts, moment.timeZone, now)
  return {
    state,
    next: nextStep(course, progress, lastItem),
    recap: recapOf(course, progress, { ...learner, pauses: state.facts.pauses }, now),
    tally: tallyOf(course, progress),
    modulesDone: course.modules.filter((module) => isModuleDone(course, progress, module)).length,
    packages,
    sessions: sessionsFrom({ signedUp, coming, attended }),
    pairings: ownPairingsFrom(pairings, moment.today),
    offered: ratingToOffer(course, progress),
    offersPasskey:
      mayOfferPasskey &&
      passkeySite() !== null &&
      Object.values(progress).some((one) => one?.kind === 'lesson'),
    cards: state.pausedSince === null ? cardsToday(cards, moment.today) : 0,
    competencies: loadCompetencies(language),
    reviews: reviewLineOf(state.facts, latest, meetingsOf(learner), now),
    asksCheck: asksThem(state.checks, now, state.facts.timeZone),
    exchanges: messagesFrom(rows),
    sizes: sizesFor(by, language),
  }
}
