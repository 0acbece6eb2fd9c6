/** What somebody of the staff has for the second step. */
import { together } from '#db/client.ts'
import { codeAppQuery, codesLeftQuery, factorResetQuery, type FactorReset } from '#db/factors.ts'
import { passkeysQuery } from '#db/passkeys.ts'
import type { Person } from '#domain/people/person.ts'

export interface OwnFactor {
  readonly hasApp: boolean
  readonly passkeys: number
  /** Recovery codes that nobody used; null where none were made. */
  readonly codesLeft: number | null
}

export interface ShownFactor extends OwnFactor {
  /** That it was taken away for them, where they have none since. */
  readonly reset: FactorReset | null
}

export async function showFactor(by: Person): Promise<ShownFactor> {
  const { app, passkeys, codesLeft, reset } = await together({
    app: codeAppQuery(by.id),
    passkeys: passkeysQuery(by.id),
    codesLeft: codesLeftQuery(by.id),
    reset: factorResetQuery(by.id),
  })
  const own = { hasApp: app !== null, passkeys: passkeys.length, codesLeft }
  return { ...own, reset: own.hasApp || own.passkeys > 0 ? null : reset }
}
