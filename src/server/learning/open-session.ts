import { insertOpenedSession } from '#db/opened-sessions.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { Session } from '#domain/course/session.ts'
import { audited } from '#server/trail/audited.ts'
import { writeAbout } from '#server/access/write-about.ts'

/** Opens a practice session for one trainee before its modules are done; only sessions that allow it. */
export async function openSession(
  coordinator: Person,
  trainee: { readonly id: string; readonly programme: string },
  session: Session,
  now: number,
): Promise<{ readonly kind: 'opened' | 'not-openable' } | NotAllowed> {
  if (!mayDecideIn(coordinator, trainee.programme)) return NOT_ALLOWED
  if (!session.openedByCoordinator) return { kind: 'not-openable' }
  const written = await writeAbout(trainee, [
    insertOpenedSession({
      person: trainee.id,
      session: session.id,
      openedBy: coordinator.id,
      openedAt: now,
    }),
    audited(now, coordinator.id, 'session-opened', trainee.id, trainee.programme),
  ])
  if (written.kind === 'not-allowed') return written
  return { kind: 'opened' }
}
