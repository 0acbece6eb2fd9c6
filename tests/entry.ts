/** Somebody comes in without a page: by password, from a browser without a name. */
import type { Person } from '#domain/people/person.ts'
import type { Age } from '#domain/people/session-age.ts'
import { startSession } from '#server/access/session.ts'
import type { Whence } from '#server/access/throttle.ts'

export const HERE: Whence = { address: '192.0.2.7', device: '', session: null }

/** @returns what the cookie holds */
export const enter = (
  { id, signInName = id, roles = [] }: Pick<Person, 'id'> & Partial<Person>,
  age: Age,
  now: number,
): Promise<string> =>
  startSession({ id, signInName, roles }, age, { way: 'password', whence: HERE }, now)
