/** Every try to come in leaves one row, right or wrong: the same work for a name that nobody has (R21). */
import { createHash, createHmac } from 'node:crypto'
import { write, type Query } from '#db/client.ts'
import {
  insertManyRefusals,
  insertSecurityEvent,
  insertSecurityEventOnce,
  type NewSecurityEvent,
} from '#db/security.ts'
import { uuidV7 } from '#domain/learning/uuid.ts'
import { deviceNameOf } from '#domain/people/device-name.ts'
import { shortenedAddress } from '#domain/people/network.ts'
import { asSignInName, isStaff, type Person } from '#domain/people/person.ts'
import type { EntryWay, SecurityKind } from '#domain/people/security.ts'
import { newId } from '#server/trail/new-id.ts'
import { findKnownDevice } from './known-device.ts'
import { serverKey } from './server-key.ts'
import type { Whence } from './throttle.ts'

const HOUR = 3_600_000

/** Their first device of all is no new one, nor is that of an invented person, who comes by the link on the screen. */
const EXPECTED_WAYS: readonly EntryWay[] = ['invitation', 'setup', 'link']

/** Somebody at the door. */
export interface Tried {
  readonly way: EntryWay
  /** Whose account it is; null for nobody's. */
  readonly person: string | null
  /** The name that was typed where it is nobody's. */
  readonly name?: string
  readonly whence: Pick<Whence, 'address' | 'agent'>
}

/** Turned away: a wrong password, an unknown code, a passkey of another site. */
export const noteRefused = (tried: Tried, now: number): Promise<void> =>
  noteTried('refused', tried, now)

/** The second step was not right: somebody knows the first one. */
export const noteFactorRefused = (tried: Tried, now: number): Promise<void> =>
  noteTried('factor-refused', tried, now)

/** Turned away unread, for the first time in this window. */
export async function noteThrottled(
  tries: { readonly isFirst: boolean },
  tried: Tried,
  now: number,
): Promise<void> {
  if (tries.isFirst) await noteTried('throttled', tried, now)
}

/** Somebody who is signed in could not show once more who they are. */
export async function noteUnproven(
  person: string,
  { way, whence }: Pick<Tried, 'way' | 'whence'>,
  now: number,
): Promise<void> {
  await write([securityEvent('unproven', { person, way }, whence, now)])
}

async function noteTried(
  kind: 'refused' | 'factor-refused' | 'throttled',
  tried: Tried,
  now: number,
): Promise<void> {
  const { way, person, name = '' } = tried
  const nobody = person === null && name ? await hashOfNobody(name, now) : ''
  const row = { ...eventOf(kind, tried.whence, now), way, person, nobody }
  await write([
    insertSecurityEvent(row),
    ...(person === null || kind === 'throttled'
      ? []
      : [insertManyRefusals({ ...row, id: newId(now), person })]),
  ])
}

/** That somebody came in, and where they are of the staff whether from a device that does not know them. */
export async function signedInEvents(
  person: Pick<Person, 'id' | 'signInName' | 'roles'>,
  way: EntryWay,
  whence: Whence,
  now: number,
): Promise<Query[]> {
  const about = { person: person.id, way }
  const isNew =
    isStaff(person) &&
    !EXPECTED_WAYS.includes(way) &&
    (await findKnownDevice(whence.device, person.signInName, now)) === null
  return [
    securityEvent('signed-in', about, whence, now),
    ...(isNew ? [securityEvent('new-device', about, whence, now)] : []),
  ]
}

/** For the batch of what it tells about. */
export const securityEvent = (
  kind: SecurityKind,
  about: { readonly person: string; readonly way?: EntryWay },
  whence: Pick<Whence, 'address' | 'agent'>,
  now: number,
): Query =>
  insertSecurityEvent({
    ...eventOf(kind, whence, now),
    way: about.way ?? '',
    person: about.person,
  })

/** Somebody who is signed in asked for what is not theirs: once an hour for each of them and each kind of page. */
export async function noteDenied(
  person: string,
  route: string,
  whence: Pick<Whence, 'address' | 'agent'>,
  now: number,
): Promise<void> {
  const hour = Math.floor(now / HOUR) * HOUR
  const chance = createHash('sha256').update(`${person}\n${route}`).digest()
  const row = { ...eventOf('denied', whence, now), id: uuidV7(hour, chance), person, route }
  await write([insertSecurityEventOnce({ ...row, way: '' })])
}

const eventOf = (
  kind: SecurityKind,
  { address, agent = '' }: Pick<Whence, 'address' | 'agent'>,
  now: number,
): Omit<NewSecurityEvent, 'way'> => ({
  ...{ id: newId(now), at: now, kind },
  ...{ device: deviceNameOf(agent), network: shortenedAddress(address) },
})

/** The same name looks the same for as long as the key is kept, and tells nobody what it was. */
const hashOfNobody = async (name: string, now: number): Promise<string> =>
  createHmac('sha256', await serverKey('security', now))
    .update(asSignInName(name))
    .digest('hex')
