/** A coordinator's decision: append-only, with a snapshot and hash of the evidence it rests on (R32). */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { GuardFailed, isTaken } from '#db/client.ts'
import { countEvidence, guardEvidence, type EvidenceSeen } from '#db/evidence-seen.ts'
import { deleteDraft } from '#db/sign-off-drafts.ts'
import { guardHappened, insertSignOff, listSignOffs, type SeenSignOff } from '#db/sign-offs.ts'
import type { Moment } from '#domain/calendar/days.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { chosenGrounds } from '#domain/readiness/area-grounds.ts'
import { openChecks } from '#domain/readiness/checks.ts'
import { askedOf } from '#domain/readiness/earlier-needs.ts'
import { happened, happenedSince } from '#domain/readiness/meanwhile.ts'
import { NO_OFFER } from '#domain/readiness/offer.ts'
import {
  isAgainst,
  isMet,
  isSameName,
  problemsWith,
  type Answers,
  type FoundProblem,
  type Ground,
} from '#domain/readiness/sign-off-journey.ts'
import { changedLines, evidenceOf } from '#domain/readiness/snapshot.ts'
import { audited } from '#server/trail/audited.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { loadCompetencies } from '#server/course/load-course.ts'
import type { TraineeState } from './readiness.ts'
import { writeAbout } from '#server/access/write-about.ts'

export interface SignOffForm {
  readonly id: string
  readonly answers: Answers
  /** The evidence that the coordinator looked at, as `evidenceOf` gives it. */
  readonly evidence: string
  /** How much had happened then; see `happenedIn`. */
  readonly decisions: number
  /** The coordinator's name, as typed under the declaration. */
  readonly declaredName: string
}

export type SignOffOutcome =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'refused'; readonly problems: readonly FoundProblem[] }
  | { readonly kind: 'wrong-name' }
  /** The evidence of these competencies changed since it was looked at; of none where it did so in this very moment. */
  | { readonly kind: 'changed'; readonly lines: readonly string[] }
  /** Somebody decided or withdrew in between; their decision is the newest. */
  | { readonly kind: 'decided'; readonly newest: SeenSignOff | null }
  /** Somebody stopped them in between, ended that, or wrote an incident. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'oneself' }
  | NotAllowed

/** Sent twice it is written once; of two coordinators at the same moment one is told who decided. */
export async function signOff(
  coordinator: Person,
  trainee: { readonly id: string; readonly programme: string },
  state: TraineeState,
  form: SignOffForm,
  now: number,
): Promise<SignOffOutcome> {
  if (!mayDecideIn(coordinator, trainee.programme)) return NOT_ALLOWED
  if (coordinator.id === trainee.id) return { kind: 'oneself' }
  if (state.signOffs.some((one) => one.id === form.id)) return { kind: 'saved', id: form.id }
  const ground = groundOf(state, momentOf(trainee.programme, now))
  const problems = problemsWith(form.answers, ground)
  const { decision } = form.answers
  if (problems.length || !decision) return { kind: 'refused', problems }
  if (form.decisions !== happenedIn(state)) return meanwhile(state)
  const evidence = evidenceOf(state)
  if (form.evidence !== evidence)
    return { kind: 'changed', lines: changedLines(form.evidence, evidence) }
  if (!isSameName(form.declaredName, coordinator.name)) return { kind: 'wrong-name' }
  try {
    const written = await writeAbout(trainee, [
      guardHappened(trainee.id, form.decisions),
      guardEvidence(trainee.id, seenIn(state)),
      insertSignOff({
        ...rowOf(form.answers, ground),
        id: form.id,
        decision,
        person: trainee.id,
        programme: trainee.programme,
        decidedBy: coordinator.id,
        decidedAt: now,
        declaredName: form.declaredName.trim(),
        evidence,
        evidenceHash: hashOfEvidence(evidence),
      }),
      deleteDraft(coordinator.id, trainee.id),
      audited(now, coordinator.id, `signed-off:${decision}`, trainee.id, trainee.programme),
    ])
    if (written.kind === 'not-allowed') return written
  } catch (error) {
    if (!(error instanceof GuardFailed) && !isTaken(error, 'sign_offs')) throw error
    // A double click meets itself here: then the decision is written.
    const theirs = await listSignOffs(trainee.id)
    const mine = theirs.some(({ id }) => id === form.id)
    if (mine) return { kind: 'saved', id: form.id }
    const seen = await countEvidence(trainee.id)
    if (!isDeepStrictEqual(seen, seenIn(state))) return { kind: 'changed', lines: [] }
    return error instanceof GuardFailed && theirs.length === state.signOffs.length
      ? { kind: 'meanwhile' }
      : { kind: 'decided', newest: theirs[0] ?? null }
  }
  return { kind: 'saved', id: form.id }
}

const seenIn = ({ observations, talks, outside }: TraineeState): EvidenceSeen => ({
  observations: observations.length,
  talks: talks.length,
  outside: outside.length,
})

function meanwhile(state: TraineeState): SignOffOutcome {
  const [newest] = happened(pastOf(state))
  return newest?.kind === 'decided' || newest?.kind === 'withdrawn'
    ? { kind: 'decided', newest: newest.signOff }
    : { kind: 'meanwhile' }
}

/** What stands in the row besides ids and times; what a decision does not need is left empty. */
function rowOf(answers: Answers, ground: Ground) {
  const offer = { ...NO_OFFER, ...(answers.decision === 'ready' ? answers : {}) }
  const { conditions = '', expiresOn = null } = answers.decision === 'ready' ? answers : {}
  return {
    reason: (answers.reason ?? '').trim(),
    internalNote: (answers.internalNote ?? '').trim(),
    otherwise: isAgainst(answers, isMet(ground)) ? (answers.otherwise ?? '').trim() : '',
    conditions: conditions.trim(),
    expiresOn,
    comfortAreas: JSON.stringify(offer.comfortAreas),
    noGoAreas: JSON.stringify(offer.noGoAreas),
    languages: JSON.stringify(offer.languages),
    contactWays: JSON.stringify(offer.contactWays),
    capacity: offer.capacity,
    place: offer.place.trim(),
    judgements: JSON.stringify(answers.judgements ?? {}),
    needs: JSON.stringify(askedOf(loadCompetencies('en'))),
    areaGrounds: JSON.stringify(chosenGrounds(ground.areas, offer.comfortAreas)),
  }
}

/** A required check that does not count stands open like a line: who decides differently says why. @param moment by the programme's clock */
export const groundOf = (
  { readiness, checks, areas }: Pick<TraineeState, 'readiness' | 'checks' | 'areas'>,
  { now, today, timeZone }: Moment,
): Ground => ({
  lines: readiness.lines.map(({ competency }) => competency.id),
  met: readiness.lines.flatMap(({ competency, met }) => (met ? [competency.id] : [])),
  openChecks: openChecks(checks, now, timeZone).map(({ check }) => check),
  areas,
  today,
})

type Past = Pick<TraineeState, 'signOffs' | 'facts' | 'incidents'>
const pastOf = ({ signOffs, facts, incidents }: Past) => ({
  ...{ signOffs, incidents },
  stops: facts.stops,
})

/** How many decisions, withdrawals, stops, ends of stops and incidents: it grows with each. */
export const happenedIn = (state: Past): number => happened(pastOf(state)).length

/** Those that came since a draft looked, newest first. */
export const happenedSinceIn = (state: Past, then: number) => happenedSince(pastOf(state), then)

/** SHA-256, hex. */
export const hashOfEvidence = (evidence: string): string =>
  createHash('sha256').update(evidence).digest('hex')
