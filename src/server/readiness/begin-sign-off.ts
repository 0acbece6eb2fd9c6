/** A coordinator begins a sign-off, or looks at the evidence anew; a draft stands until it is decided or dropped. */
import { write } from '#db/client.ts'
import { deleteDraft, upsertDraft, type Draft, type Forgotten } from '#db/sign-off-drafts.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { Answers } from '#domain/readiness/sign-off-journey.ts'
import { evidenceOf, readSnapshot } from '#domain/readiness/snapshot.ts'
import { newId } from '#server/trail/new-id.ts'
import type { TraineeState } from './readiness.ts'
import { happenedIn, hashOfEvidence } from './sign-off.ts'
import { writeAbout } from '#server/access/write-about.ts'

export type BeginSignOffOutcome =
  /** With what stays answered. */
  | { readonly kind: 'begun'; readonly answers: Answers }
  /** The evidence is another one than the page showed. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'oneself' }
  | NotAllowed

type Trainee = { readonly id: string; readonly programme: string }

export interface Begun {
  readonly state: TraineeState
  readonly draft: Draft | null
  /** Answers that a new draft begins with: what a renewal takes over. */
  readonly begins: Answers
}

/**
 * What was answered stays. Asked again is what was said together of a line that is not met any more, and the decision itself
 * where somebody decided, withdrew, stopped them or wrote an incident meanwhile.
 * @param seen fingerprint of what the page showed, as `seenOf` gives it
 */
export async function beginSignOff(
  by: Person,
  trainee: Trainee,
  { state, draft, begins }: Begun,
  seen: string,
  now: number,
): Promise<BeginSignOffOutcome> {
  if (!mayDecideIn(by, trainee.programme)) return NOT_ALLOWED
  if (by.id === trainee.id) return { kind: 'oneself' }
  if (seen !== seenOf(state)) return { kind: 'changed' }
  const forgotten = draft ? askedAgain(draft, state) : {}
  const written = await writeAbout(trainee, [
    upsertDraft(
      {
        id: draft?.id ?? newId(now),
        coordinator: by.id,
        person: trainee.id,
        programme: trainee.programme,
        changedAt: now,
        evidence: evidenceOf(state),
        decisions: happenedIn(state),
      },
      begins,
      forgotten,
    ),
  ])
  if (written.kind === 'not-allowed') return written
  return { kind: 'begun', answers: draft ? without(draft.answers, forgotten) : begins }
}

/** Fingerprint of the evidence of today, and of how much happened. */
export const seenOf = (state: TraineeState): string =>
  hashOfEvidence(`${evidenceOf(state)}${happenedIn(state)}`)

function askedAgain(draft: Draft, state: TraineeState): Forgotten {
  const metThen = new Set(
    readSnapshot(draft.evidence).flatMap(({ competency, met }) => (met ? [competency] : [])),
  )
  const fell = state.readiness.lines.flatMap(({ competency, met }) =>
    !met && metThen.has(competency.id) ? [competency.id] : [],
  )
  return {
    judgements: Object.fromEntries(fell.map((line) => [line, null] as const)),
    ...(draft.decisions === happenedIn(state) ? {} : { decision: null }),
  }
}

function without(answers: Answers, forgotten: Forgotten): Answers {
  const { decision, ...others } = answers
  const judgements = Object.fromEntries(
    Object.entries(answers.judgements ?? {}).filter(
      ([line]) => forgotten.judgements?.[line] === undefined,
    ),
  )
  return {
    ...others,
    judgements,
    ...(decision && forgotten.decision === undefined ? { decision } : {}),
  }
}

/** Only one's own. */
export async function dropSignOff(
  by: Person,
  trainee: Trainee,
): Promise<{ readonly kind: 'dropped' } | NotAllowed> {
  if (!mayDecideIn(by, trainee.programme)) return NOT_ALLOWED
  await write([deleteDraft(by.id, trainee.id)])
  return { kind: 'dropped' }
}
