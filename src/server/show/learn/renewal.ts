/** The day on which somebody's own sign-off ends. */
import { listSignOffs } from '#db/sign-offs.ts'
import type { Person } from '#domain/people/person.ts'
import { mentorsUnder } from '#domain/readiness/standing.ts'
import { decisionsOf } from '#server/readiness/decisions-of.ts'

export interface Renewal {
  /** Id of the first sign-off: a renewed one moves the date instead of standing beside it. */
  readonly first: string
  /** `YYYY-MM-DD` */
  readonly endsOn: string
  readonly renewed: number
}

/** Null for whoever does not mentor, or without an end. */
export async function showRenewal(by: Person, now: number): Promise<Renewal | null> {
  const signOffs = await listSignOffs(by.id)
  const signOff = mentorsUnder(decisionsOf(signOffs), now)
  if (!signOff?.expiresOn) return null
  return {
    first: signOffs.at(-1)?.id ?? signOff.id,
    endsOn: signOff.expiresOn,
    renewed: signOffs.length - 1,
  }
}
