/** A coordinator answers one question of a sign-off. */
import { write } from '#db/client.ts'
import { updateDraft, type Draft } from '#db/sign-off-drafts.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import {
  problemsWith,
  slugOf,
  type Answers,
  type FoundProblem,
  type Ground,
  type Step,
} from '#domain/readiness/sign-off-journey.ts'
import { withSaid } from '#domain/readiness/with-said.ts'

export type AnswerSignOffOutcome =
  | { readonly kind: 'saved'; readonly answers: Answers }
  | { readonly kind: 'refused'; readonly problems: readonly FoundProblem[] }
  | NotAllowed

/** @param draft this coordinator's own */
export async function answerSignOff(
  by: Person,
  trainee: { readonly id: string; readonly programme: string },
  { draft, ground }: { readonly draft: Draft; readonly ground: Ground },
  step: Step,
  said: Answers,
  now: number,
): Promise<AnswerSignOffOutcome> {
  if (!mayDecideIn(by, trainee.programme)) return NOT_ALLOWED
  const answers = withSaid(step, draft.answers, said)
  const problems = problemsWith(answers, ground).filter((one) => one.step === slugOf(step))
  if (problems.length) return { kind: 'refused', problems }
  await write([updateDraft(draft.id, by.id, said, now)])
  return { kind: 'saved', answers }
}
