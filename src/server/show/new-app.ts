/** What an app that makes codes is told when it is set up: as a picture, as an address and as text. */
import type { Person } from '#domain/people/person.ts'
import { appAddress } from '#server/access/one-time-code.ts'
import { newAppSecret } from '#server/access/set-up-app.ts'
import { qrOf } from '#server/files/qr.ts'

export interface NewApp {
  /** In groups of 4. */
  readonly key: string
  readonly address: string
  /** SVG. */
  readonly picture: string
}

/** @param id of the form */
export async function showNewApp(by: Person, id: string, now: number): Promise<NewApp> {
  const secret = await newAppSecret(by.id, id, now)
  const address = appAddress(secret, by.signInName, 'Alongside')
  const key = (secret.match(/.{1,4}/g) ?? []).join(' ')
  return { key, address, picture: qrOf(address) }
}
