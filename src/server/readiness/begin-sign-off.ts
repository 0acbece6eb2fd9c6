/** A coordinator begins a sign-off, or looks at the evidence anew; a draft stands until it is decided or dropped. */
import { write } from '#db/client.ts'
import { deleteDraft, upsertDraft, type Draft } from '#db/sign-off-drafts.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { evidenceOf } from '#domain/readiness/snapshot.ts'
import { newId } from '#server/trail/new-id.ts'
import type { TraineeState } from './readiness.ts'
import { decisionsIn, hashOfEvidence } from './sign-off.ts'
import { writeAbout } from '#server/access/write-about.ts'

export type BeginSignOffOutcome =
  | { readonly kind: 'begun' }
  /** The evidence is another one than the page showed. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'oneself' }
  | NotAllowed

type Trainee = { readonly id: string; readonly programme: string }

/** @param seen fingerprint of the evidence that the page showed */
export async function beginSignOff(
  by: Person,
  trainee: Trainee,
  { state, draft }: { readonly state: TraineeState; readonly draft: Draft | null },
  seen: string,
  now: number,
): Promise<BeginSignOffOutcome> {
  if (!mayDecideIn(by, trainee.programme)) return NOT_ALLOWED
  if (by.id === trainee.id) return { kind: 'oneself' }
  const evidence = evidenceOf(state)
  if (seen !== hashOfEvidence(evidence)) return { kind: 'changed' }
  const written = await writeAbout(trainee, [
    upsertDraft({
      id: draft?.id ?? newId(now),
      coordinator: by.id,
      person: trainee.id,
      programme: trainee.programme,
      changedAt: now,
      evidence,
      decisions: decisionsIn(state.signOffs),
    }),
  ])
  if (written.kind === 'not-allowed') return written
  return { kind: 'begun' }
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
