/** A coordinator answers a question, or says whether a shared reflection shows what it should. */
import { GuardFailed, write, isTaken } from '#db/client.ts'
import { closeForm } from '#db/open-forms.ts'
import { findProgress } from '#db/records.ts'
import { guardReplies, insertReply, repliesTo, updateWaiting, type Message } from '#db/replies.ts'
import { findStep, type Course } from '#domain/course/course.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { TEXT_LENGTH } from '#domain/readiness/evidence-rules.ts'
import { newId } from '#server/trail/new-id.ts'

export interface AnswerToMessage {
  readonly id: string
  readonly text: string
  /** Only for a reflection. */
  readonly accepted: boolean | null
  /** Item id of a lesson, or ''. */
  readonly lesson: string
  /** How many answers of others the form showed. */
  readonly seen: number
}

export type AnswerProblem = 'text-missing' | 'too-long' | 'decision-missing' | 'oneself'

export type AnswerMessageOutcome =
  | NotAllowed
  | { readonly kind: 'saved' }
  /** Another coordinator answered since the form was opened: nothing is sent before their answer was seen. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'refused'; readonly problems: readonly AnswerProblem[] }
  /** A reflection that its trainee took back: nobody reads it any more. */
  | { readonly kind: 'taken-back' }

/** A question is; a reflection is until its trainee takes it back. */
export async function isShared(message: Message): Promise<boolean> {
  if (message.kind !== 'reflection-sent') return true
  if (!message.value.shared) return false
  const have = (await findProgress(message.person))[message.item]
  return have?.kind !== 'written' || have.shared
}

/** The same form sent twice is saved once; changed after browser Back it is one more answer, and the last word counts. */
export async function answerMessage(
  coordinator: Person,
  trainee: { readonly id: string; readonly programme: string },
  course: Course,
  message: Message,
  form: AnswerToMessage,
  now: number,
): Promise<AnswerMessageOutcome> {
  if (!mayDecideIn(coordinator, trainee.programme) || message.person !== trainee.id)
    return NOT_ALLOWED
  if (!(await isShared(message))) return { kind: 'taken-back' }
  const isReflection = message.kind === 'reflection-sent'
  const problems: AnswerProblem[] = []
  if (coordinator.id === trainee.id) problems.push('oneself')
  if (!form.text.trim()) problems.push('text-missing')
  if (form.text.length > TEXT_LENGTH) problems.push('too-long')
  if (isReflection && form.accepted === null) problems.push('decision-missing')
  if (problems.length) return { kind: 'refused', problems }
  const said = {
    text: form.text.trim(),
    accepted: isReflection ? form.accepted : null,
    lesson: findStep(course, form.lesson)?.kind === 'lesson' ? form.lesson : '',
  }
  const before = (await repliesTo(message.id)).find(({ id }) => id === form.id)
  if (
    before?.text === said.text &&
    before.accepted === said.accepted &&
    before.lesson === said.lesson
  )
    return { kind: 'saved' }
  try {
    await write([
      guardReplies(message.id, coordinator.id, form.seen),
      insertReply({
        ...said,
        id: before ? newId(now) : form.id,
        record: message.id,
        person: trainee.id,
        coordinator: coordinator.id,
        repliedAt: now,
      }),
      updateWaiting(trainee.id),
      closeForm(message.id, coordinator.id),
      audited(
        now,
        coordinator.id,
        isReflection
          ? `reflection-answered:${form.accepted ? 'accepted' : 'not-yet'}`
          : 'question-answered',
        trainee.id,
        trainee.programme,
      ),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    if (!isTaken(error, 'replies')) throw error
  }
  return { kind: 'saved' }
}
