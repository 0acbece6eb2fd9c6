/** Writes a batch whose guards have names: of the one that failed, what is said. */
import { GuardFailed, write, type Query } from '#db/client.ts'

export interface Guarded<Why> {
  readonly guard: Query
  readonly why: Why
}

/**
 * @param guards in this order; the first that fails says why
 * @param before written first: what the guards then read
 * @returns null where all of it was written
 * @throws as `write`, but for its guards
 */
export async function writeUnless<Why>(
  guards: readonly Guarded<Why>[],
  queries: readonly Query[],
  before: readonly Query[] = [],
): Promise<Why | null> {
  try {
    await write([...before, ...guards.map(({ guard }) => guard), ...queries])
    return null
  } catch (error) {
    const why =
      error instanceof GuardFailed ? guards[error.position - before.length]?.why : undefined
    if (why === undefined) throw error
    return why
  }
}
