/** The public check page of a certificate: off until the mentor turns it on. */
import { certificateCode } from '#db/certificate-code.ts'
import { write } from '#db/client.ts'
import { closeChecks, findPublicCheck, openCheck } from '#db/public-checks.ts'
import type { Mentor } from '#db/register-mentor.ts'
import { findMentor } from '#db/register.ts'
import type { SeenSignOff } from '#db/sign-offs.ts'
import { nameOnCertificate } from '#domain/people/certificate-name.ts'
import { isOwn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { isUnderEarlierNeeds } from './earlier-needs.ts'

/** Theirs alone: nobody else says whether others may look. */
export async function setPublicCheck(
  by: Person,
  signOff: SeenSignOff,
  open: boolean,
  now: number,
): Promise<{ readonly kind: 'done' } | NotAllowed> {
  const { id, person, programme } = signOff
  if (!isOwn(by, signOff)) return NOT_ALLOWED
  await write([
    open
      ? openCheck({ code: certificateCode(id), person, signOff: id, openedAt: now })
      : closeChecks(person, now),
    audited(now, by.id, open ? 'public-check-opened' : 'public-check-closed', person, programme),
  ])
  return { kind: 'done' }
}

export interface Checked {
  readonly name: string
  readonly programme: string
  /** Milliseconds since 1970. */
  readonly signedOffAt: number
  /** Whether they may be matched at this moment; never why not. */
  readonly ready: boolean
  /** Whether the sign-off in force was made under earlier needs; false where none is. */
  readonly earlierNeeds: boolean
  /** How many areas they support people with, by what these rest on; which ones is not told: they may tell of an illness. */
  readonly areas: Readonly<Record<'pack' | 'talk' | 'before', number>>
}

function countGrounds(mentor: Mentor | null): Checked['areas'] {
  const by = (mentor?.comfortAreas ?? []).map((area) =>
    mentor?.areaGrounds ? (mentor.areaGrounds[area]?.by ?? null) : 'before',
  )
  const count = (wanted: string): number => by.filter((one) => one === wanted).length
  return { pack: count('pack'), talk: count('talk'), before: count('before') }
}

/** @param code 12 signs @returns null for a code that is unknown or turned off */
export async function checkCertificate(code: string, now: number): Promise<Checked | null> {
  const row = await findPublicCheck(code)
  if (!row) return null
  const { person, programme, signedOffAt } = row
  const name = nameOnCertificate(row, row.name)
  const mentor = await findMentor(person, programme, momentOf(programme, now))
  const earlierNeeds = mentor !== null && isUnderEarlierNeeds(mentor)
  const areas = countGrounds(mentor)
  return { name, programme, signedOffAt, ready: mentor !== null, earlierNeeds, areas }
}
