/** A code that staff made was not theirs: it is closed, and who coordinates is told, as a question that waits on their list. */
import { read } from '#db/client.ts'
import { linksIntoQuery } from '#db/links.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { answerNotice } from '#server/access/answer-notice.ts'
import type { SignedIn } from '#server/access/session.ts'
import { askCoordinator } from './ask-coordinator.ts'
import type { OwnLearner } from './learner.ts'

/**
 * Told first: pressed again after a failure it is told once, and closed.
 * @param tell what they are told, in the person's language. by: who made it; '' for nobody of whom one knows
 */
export async function disownCode(
  learner: OwnLearner,
  signedIn: SignedIn,
  { id, tell }: { readonly id: string; readonly tell: (by: string) => string },
  now: number,
): Promise<{ readonly kind: 'noted' } | NotAllowed> {
  // In the session that the code opened it may be whoever made it.
  if (signedIn.heldUntil !== null) return NOT_ALLOWED
  const [made] = (await read(linksIntoQuery(learner.by.id))).filter(({ toldAt }) => toldAt === null)
  if (made) await askCoordinator(learner, { id, page: '/learn', text: tell(made.by) }, now)
  return answerNotice(learner.by, signedIn, false, now)
}
