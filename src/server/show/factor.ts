/** What somebody of the staff has for the second step. */
import { together } from '#db/client.ts'
import { codeAppQuery, codesLeftQuery } from '#db/factors.ts'
import { passkeysQuery } from '#db/passkeys.ts'
import type { Person } from '#domain/people/person.ts'

export interface OwnFactor {
  readonly hasApp: boolean
  readonly passkeys: number
  /** Recovery codes that nobody used; null where none were made. */
  readonly codesLeft: number | null
}

export async function showFactor(by: Person): Promise<OwnFactor> {
  const { app, passkeys, codesLeft } = await together({
    app: codeAppQuery(by.id),
    passkeys: passkeysQuery(by.id),
    codesLeft: codesLeftQuery(by.id),
  })
  return { hasApp: app !== null, passkeys: passkeys.length, codesLeft }
}
