/** One's own passkeys: all that their pages show. */
import { together } from '#db/client.ts'
import { passkeysQuery } from '#db/passkeys.ts'
import { personRowQuery } from '#db/people.ts'
import { isOnlyWay, MOST_PASSKEYS } from '#domain/people/passkey.ts'
import type { Person } from '#domain/people/person.ts'
import type { SignedIn } from '#server/access/session.ts'
import { passkeySite } from '#server/access/webauthn.ts'

export interface OwnPasskeys {
  readonly hasPassword: boolean
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly createdAt: number
    readonly usedAt: number | null
  }[]
  /** The one passkey is all that they have. */
  readonly isOnlyWay: boolean
  /** Why none can be made here and now, or null. */
  readonly cannotAdd: 'no-site' | 'shared' | 'enough' | null
}

export async function showPasskeys(by: Person, signedIn: SignedIn | null): Promise<OwnPasskeys> {
  const { row, passkeys } = await together({
    row: personRowQuery(by.id),
    passkeys: passkeysQuery(by.id),
  })
  const hasPassword = row?.passwordHash != null
  return {
    hasPassword,
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt })),
    isOnlyWay: isOnlyWay({ passkeys: passkeys.length, hasPassword }),
    cannotAdd: !passkeySite()
      ? 'no-site'
      : signedIn?.shared
        ? 'shared'
        : passkeys.length >= MOST_PASSKEYS
          ? 'enough'
          : null,
  }
}
