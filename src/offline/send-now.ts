/** Sends what waits for a person on this device, one tab at a time, and asks anew what is known of them. */
import { forgetPerson } from './forget-person.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { refresh } from './refresh.ts'
import { sendQueue, type Line, type Sent } from './send.ts'
import { deviceShelf } from './shelf.ts'

export const line: Line = { fetch: (address, init) => fetch(address, init), now: () => Date.now() }

/** @returns null where another tab is at it */
export const sendNow = (person: string): Promise<Sent | null> =>
  oneAtATime(async () => {
    if (!navigator.onLine) return { kind: 'unreached' }
    const sent = await sendQueue(deviceShelf, person, line)
    if (sent.kind === 'erased') await forgetPerson(person)
    if (sent.kind === 'saved') await refresh(deviceShelf, person, line)
    return sent
  })
