import { GuardFailed, write, type Query } from '#db/client.ts'
import { guardTrainee } from '#db/trainees.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'

/**
 * Writes what is done about a trainee in one batch. Who acts was asked for the programme that stands with the trainee;
 * where they never were a trainee of it, nothing is written.
 * @throws as `write`
 */
export async function writeAbout(
  trainee: { readonly id: string; readonly programme: string },
  queries: readonly Query[],
): Promise<{ readonly kind: 'written' } | NotAllowed> {
  try {
    await write([guardTrainee(trainee.id, trainee.programme), ...queries])
    return { kind: 'written' }
  } catch (error) {
    if (error instanceof GuardFailed && error.position === 0) return NOT_ALLOWED
    throw error
  }
}
