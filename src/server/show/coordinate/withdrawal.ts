/** The page on which a sign-off is taken back. */
import { listSignOffs, type SeenSignOff } from '#db/sign-offs.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'

/** The newest decision, where it says ready, withdrawn or not; else null. */
export async function showWithdrawal({ trainee }: OpenRecord): Promise<SeenSignOff | null> {
  const [newest] = await listSignOffs(trainee.id)
  return newest?.decision === 'ready' ? newest : null
}
