import { GuardFailed, write, type Query } from '#db/client.ts'

/** All of it, or nothing where a guard among them fails. @returns whether it was written */
export async function writeWhere(queries: readonly Query[]): Promise<boolean> {
  try {
    await write(queries)
    return true
  } catch (error) {
    if (error instanceof GuardFailed) return false
    throw error
  }
}
