/** What somebody of the staff has for the second step. */
import { together } from '#db/client.ts'
import { codeAppQuery, codesLeftQuery, factorResetQuery, type FactorReset } from '#db/factors.ts'
import { passkeysQuery } from '#db/passkeys.ts'
import { isStaff, type Person } from '#domain/people/person.ts'

export interface OwnFactor {
  readonly hasApp: boolean
  readonly passkeys: number
  /** Recovery codes that nobody used; null where none were made. */
  readonly codesLeft: number | null
}

/** What it is read from, for `together`. */
export const factorReadings = ({ id }: Person) => ({
  app: codeAppQuery(id),
  passkeys: passkeysQuery(id),
  codesLeft: codesLeftQuery(id),
})

interface FactorRows {
  readonly app: unknown
  readonly passkeys: readonly unknown[]
  readonly codesLeft: number | null
}

const ownFactor = ({ app, passkeys, codesLeft }: FactorRows): OwnFactor => ({
  hasApp: app !== null,
  passkeys: passkeys.length,
  codesLeft,
})

/** @param found by `factorReadings` @returns null for whoever is asked for none */
export const factorIn = (by: Person, found: FactorRows): OwnFactor | null =>
  isStaff(by) ? ownFactor(found) : null

export interface ShownFactor extends OwnFactor {
  /** That it was taken away for them, where they have none since. */
  readonly reset: FactorReset | null
}

export async function showFactor(by: Person): Promise<ShownFactor> {
  const { reset, ...found } = await together({
    ...factorReadings(by),
    reset: factorResetQuery(by.id),
  })
  const own = ownFactor(found)
  return { ...own, reset: own.hasApp || own.passkeys > 0 ? null : reset }
}
