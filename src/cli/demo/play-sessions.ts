/** Group sessions of each kind: one that was, one that is full and has a waiting list, and one that comes again. */
import { findGroupSession } from '#db/group-sessions.ts'
import { findPerson } from '#db/people.ts'
import type { Person } from '#domain/people/person.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'
import { planGroupSession } from '#server/people/group-sessions.ts'
import { markAttendance } from '#server/people/mark-attendance.ts'
import { typedStart, type GroupSessionForm } from '#server/people/read-group-session.ts'
import { signUp } from '#server/people/sign-up.ts'
import { newId } from '#server/trail/new-id.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

/** @param id person id by sign-in name */
export async function playSessions(id: (name: string) => string, now: number): Promise<void> {
  const carla = await findPerson(id('carla'))
  if (!carla) return
  const plan = planning(carla, now)
  const wasAt = now - 12 * DAY
  const practice = await plan(
    'Listening practice',
    'Room 2, Community Center',
    wasAt,
    {},
    wasAt - DAY,
  )
  const session = await findGroupSession(practice, ['kidney'])
  if (session)
    await markAttendance(
      carla,
      session,
      [
        { person: id('ray'), was: 'none', is: 'came' },
        { person: id('luz'), was: 'none', is: 'came' },
        { person: id('nadia'), was: 'none', is: 'absent' },
      ],
      wasAt + HOUR,
    )
  await plan('Questions after the course', 'https://meet.example.org/questions', now + 6 * DAY)
  const walk = await plan('A walk around the lake', 'Main gate of Lakeside Park', now + 9 * DAY, {
    ...{ kind: 'activity', places: '2', minutes: '60' },
  })
  const evening = await plan('Mentors’ evening', 'Kitchen, Community Center', now + 3 * DAY, {
    ...{ kind: 'friendship', repeat: 'two-weeks', times: '6', minutes: '120' },
  })
  for (const [name, what] of [
    ['marcus', walk],
    ['ines', walk],
    ['luz', walk],
    ['ray', walk],
    ['ines', evening],
    ['luz', evening],
  ] as const) {
    const person = await findPerson(id(name))
    if (person) await signUp(person, what, 'waiting', now)
  }
}

const planning =
  (by: Person, now: number) =>
  async (
    title: string,
    place: string,
    startsAt: number,
    more: Partial<GroupSessionForm> = {},
    at = now,
  ): Promise<string> => {
    const session = newId(at)
    // On the hour, as people plan.
    const start = typedStart(startsAt - (startsAt % HOUR), timeZoneOf('kidney'))
    await planGroupSession(by, 'kidney', session, { title, place, ...start, ...more }, at)
    return session
  }
