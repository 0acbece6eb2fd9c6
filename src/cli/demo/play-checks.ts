/** Checks in different states: looked at, to be looked at again soon, received, asked for, waived. */
import { findPerson } from '#db/people.ts'
import type { CheckAct, CheckLine } from '#domain/readiness/checks.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { recordCheck } from '#server/readiness/record-check.ts'
import { newId } from '#server/trail/new-id.ts'

const DAY = 86_400_000

type Entry = readonly [
  who: string,
  check: string,
  line: CheckLine,
  act: CheckAct,
  daysAgo: number,
  why?: string,
]

const ENTRIES: readonly Entry[] = [
  ['marcus', 'background-check', 'seen', 'accepted', 200],
  ['marcus', 'background-check', 'status', 'accepted', 190],
  ['marcus', 'references', 'seen', 'accepted', 210],
  ['marcus', 'immunization', 'seen', 'accepted', 150],
  // To be looked at again in about a month.
  ['ines', 'background-check', 'seen', 'accepted', 1064],
  ['ines', 'background-check', 'status', 'accepted', 330],
  ['ines', 'references', 'seen', 'waived', 300, 'She was a mentor elsewhere for four years.'],
  ['walt', 'background-check', 'seen', 'received', 3],
  ['walt', 'references', 'seen', 'accepted', 20],
  ['luz', 'background-check', 'seen', 'asked', 8],
  ['luz', 'references', 'seen', 'asked', 8],
]

/** @param id person id by sign-in name */
export async function playChecks(id: (name: string) => string, now: number): Promise<void> {
  const carla = await findPerson(id('carla'))
  if (!carla) return
  for (const [who, check, line, act, daysAgo, why = ''] of ENTRIES) {
    const onDay = momentOf('kidney', now - daysAgo * DAY).today
    const form = { act, onDay, number: '', recheckOn: '', why }
    const outcome = await recordCheck(
      carla,
      { id: id(who), programme: 'kidney' },
      { id: newId(now), check, line, newest: '', ...form },
      now - 2 * DAY,
    )
    if (outcome.kind !== 'saved') throw new Error(`${who}, ${check}: the check was ${outcome.kind}`)
  }
}
