/** Somebody's own checks: what is asked here, what is recorded, by whom, and until when it counts. */
import { checksQuery } from '#db/checks.ts'
import { read } from '#db/client.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { CheckLine } from '#domain/readiness/checks.ts'
import { checksShown, type ShownLine } from '#server/readiness/checks-shown.ts'

/** In the programme's order. @param nameOf as `checksShown` */
export const showMyChecks = async (
  person: string,
  { checks, timeZone }: Programme,
  nameOf: Readonly<Record<CheckLine, string>>,
  now: number,
): Promise<readonly ShownLine[]> =>
  checksShown(checks, await read(checksQuery(person)), nameOf, now, timeZone)
