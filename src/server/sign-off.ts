/** A coordinator's decision: append-only, with a snapshot and hash of the evidence it rests on (R32). */
import { createHash } from 'node:crypto'
import { insertAudit } from '#db/audit.ts'
import { GuardFailed, write } from '#db/client.ts'
import { guardSignOffCount, insertSignOff, listSignOffs } from '#db/sign-offs.ts'
import type { Person } from '#domain/people/person.ts'
import type { Readiness } from '#domain/readiness/assess.ts'
import type { Decision } from '#domain/readiness/standing.ts'
import { newId } from './new-id.ts'
import type { TraineeState } from './readiness.ts'

export interface SignOffForm {
  readonly id: string
  readonly decision: Decision | null
  readonly reason: string
  readonly conditions: string
  readonly internalNote: string
  readonly otherwise: string
  /** `YYYY-MM-DD` */
  readonly expiresOn: string
  /** Hash of the evidence that the coordinator was shown. */
  readonly evidenceHash: string
}

export type SignOffProblem =
  | 'decision-missing'
  | 'reason-missing'
  | 'otherwise-missing'
  | 'expiry-malformed'
  | 'expiry-past'
  | 'expiry-too-far'
  | 'too-long'

export type SignOffOutcome =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'refused'; readonly problems: readonly SignOffProblem[] }
  /** The evidence or the decisions changed while the form was open: look again. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'oneself' }

export const TEXT_LENGTH = 4000

/** @param options `checkOnly`: the rest of the page is not in order yet; say what is wrong here, save nothing */
export async function signOff(
  coordinator: Person,
  trainee: { readonly id: string; readonly programme: string },
  state: TraineeState,
  form: SignOffForm,
  now: number,
  { checkOnly = false } = {},
): Promise<SignOffOutcome | { readonly kind: 'fine' }> {
  if (coordinator.id === trainee.id) return { kind: 'oneself' }
  if (state.signOffs.some((one) => one.id === form.id)) return { kind: 'saved', id: form.id }
  const problems = problemsWith(form, state.readiness, now)
  if (problems.length || !form.decision) return { kind: 'refused', problems }
  if (checkOnly) return { kind: 'fine' }
  const evidence = evidenceOf(state.readiness)
  if (hashOfEvidence(evidence) !== form.evidenceHash) return { kind: 'changed' }
  const before =
    state.signOffs.length + state.signOffs.filter((one) => one.withdrawnAt !== null).length
  try {
    await write([
      guardSignOffCount(trainee.id, before),
      insertSignOff({
        id: form.id,
        person: trainee.id,
        programme: trainee.programme,
        decidedBy: coordinator.id,
        decidedAt: now,
        decision: form.decision,
        reason: form.reason.trim(),
        conditions: form.decision === 'ready' ? form.conditions.trim() : '',
        internalNote: form.internalNote.trim(),
        otherwise: isOtherwise(form.decision, state.readiness) ? form.otherwise.trim() : '',
        expiresOn: form.decision === 'ready' ? form.expiresOn : null,
        evidence,
        evidenceHash: form.evidenceHash,
      }),
      insertAudit({
        id: newId(now),
        at: now,
        actor: coordinator.id,
        act: `signed-off:${form.decision}`,
        subject: trainee.id,
        programme: trainee.programme,
      }),
    ])
  } catch (error) {
    const isTaken = String(error).includes('sign_offs.id')
    if (!(error instanceof GuardFailed) && !isTaken) throw error
    // A double click meets itself here: then the decision is written.
    const mine = (await listSignOffs(trainee.id)).some(({ id }) => id === form.id)
    return mine ? { kind: 'saved', id: form.id } : { kind: 'changed' }
  }
  return { kind: 'saved', id: form.id }
}

/** Readiness is advice: to sign off against it takes a reason of its own. */
export const isOtherwise = (decision: Decision, readiness: Readiness): boolean =>
  decision === 'ready' && !readiness.ready

function problemsWith(form: SignOffForm, readiness: Readiness, now: number): SignOffProblem[] {
  const problems: SignOffProblem[] = []
  if (!form.decision) problems.push('decision-missing')
  if (!form.reason.trim()) problems.push('reason-missing')
  if (form.decision && isOtherwise(form.decision, readiness) && !form.otherwise.trim())
    problems.push('otherwise-missing')
  if (form.decision === 'ready') {
    const problem = problemWithExpiry(form.expiresOn, now)
    if (problem) problems.push(problem)
  }
  const texts = [form.reason, form.conditions, form.internalNote, form.otherwise]
  if (texts.some((text) => text.length > TEXT_LENGTH)) problems.push('too-long')
  return problems
}

function problemWithExpiry(day: string, now: number): SignOffProblem | null {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    return 'expiry-malformed'
  if (time <= now) return 'expiry-past'
  return time > now + 366 * 86_400_000 ? 'expiry-too-far' : null
}

/** The readiness lines with what each rests on, ids and content revisions; JSON with a fixed order. */
export const evidenceOf = (readiness: Readiness): string =>
  JSON.stringify(
    readiness.lines.map((line) => ({
      competency: line.competency.id,
      met: line.met,
      evidence: line.needs.flatMap((need) => need.evidence),
    })),
  )

/** SHA-256, hex. */
export const hashOfEvidence = (evidence: string): string =>
  createHash('sha256').update(evidence).digest('hex')
