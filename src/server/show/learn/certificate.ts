/** A mentor's own certificate. */
import { together } from '#db/client.ts'
import { openCodesQuery } from '#db/public-checks.ts'
import type { SeenSignOff } from '#db/sign-offs.ts'
import type { Language } from '#domain/course/language.ts'
import { nameOnCertificate } from '#domain/people/certificate-name.ts'
import { inGroups } from '#domain/people/code.ts'
import { findProgramme } from '#server/course/load-course.ts'
import type { OwnLearner } from '#server/learning/learner.ts'
import { stateFrom, stateQueries } from '#server/readiness/readiness.ts'
import { settings } from '#settings.ts'
import { certificateCode } from '#db/certificate-code.ts'

export interface Certificate {
  /** The one that holds: a renewal that waits for a signature has a certificate of its own once it is complete. */
  readonly signOff: SeenSignOff
  readonly conditions: string
  /** The name that stands on it, which may be an older one. */
  readonly name: string
  readonly decidedBy: string
  readonly programme: string
  readonly organisation: string | undefined
  readonly code: string
  /** Of the platform, for people to type. */
  readonly origin: string
  /** Whether the check page of this code is open. */
  readonly isOpen: boolean
}

/** Null for whoever is not on the register now. */
export async function showCertificate(
  learner: OwnLearner,
  language: Language,
  now: number,
): Promise<Certificate | null> {
  const { openCodes, ...rows } = await together({
    ...stateQueries(learner.by.id),
    openCodes: openCodesQuery(learner.by.id),
  })
  const { told } = stateFrom(learner, rows, language, now)
  const signOff = told.inForce
  if (!signOff || !told.onRegister) return null
  const code = certificateCode(signOff.id)
  const programme = findProgramme(signOff.programme, language)
  return {
    signOff,
    conditions: told.conditions,
    name: nameOnCertificate(signOff, learner.by.name),
    decidedBy: nameOnCertificate(
      { committedName: signOff.declaredName || null, reissuedName: null },
      signOff.decidedByName,
    ),
    programme: programme?.name ?? signOff.programme,
    organisation: programme?.organisation,
    code: inGroups(code),
    origin: settings().origin,
    isOpen: openCodes.includes(code),
  }
}
