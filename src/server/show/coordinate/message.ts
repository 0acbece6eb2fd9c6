/** One question or reflection of a trainee, and the answers to it. */
import type { OpenForm } from '#db/open-forms.ts'
import { findMessage, repliesTo, type Message, type SeenReply } from '#db/replies.ts'
import { findTrainee } from '#db/trainees.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { noteSeen } from '#server/access/note-seen.ts'
import { openForm } from '#server/forms/open-form.ts'
import { isShared } from '#server/readiness/answer-message.ts'

export interface SentMessage {
  readonly message: Message
  readonly trainee: NonNullable<Awaited<ReturnType<typeof findTrainee>>>
}

export interface MessagePage extends SentMessage {
  /** False for a reflection that its trainee took back. */
  readonly isShown: boolean
  /** Oldest first. */
  readonly replies: readonly SeenReply[]
  /** Of these, those of other coordinators. */
  readonly others: readonly SeenReply[]
  /** Who else has the form of the answer open. */
  readonly writing: readonly OpenForm[]
}

/** Null for a foreign and an absent id alike (R15). That it was looked at is written down. */
export async function findSentMessage(
  by: Person,
  id: string | undefined,
  now: number,
): Promise<SentMessage | null> {
  const message = isUuid(id) ? await findMessage(id) : null
  const trainee = message && (await findTrainee(message.person, programmesAs(by, 'coordinator')))
  if (!message || !trainee) return null
  await noteSeen(by.id, 'record', trainee.id, trainee.programme, now)
  return { message, trainee }
}

/** @param isSent whether this person has just sent an answer: then they are not said to be writing one */
export async function showMessage(
  by: Person,
  id: string | undefined,
  isSent: boolean,
  now: number,
): Promise<MessagePage | null> {
  const sent = await findSentMessage(by, id, now)
  if (!sent) return null
  const about = sent.message.id
  const isShown = await isShared(sent.message)
  const replies = await repliesTo(about)
  return {
    ...sent,
    isShown,
    replies,
    others: replies.filter(({ coordinator }) => coordinator !== by.id),
    writing: isShown ? await openForm(by, sent.trainee.programme, about, now, isSent) : [],
  }
}
