/** A coordinator takes a part of a package for done, where the package says nothing of it. It signs nobody off. */
import { packagesOf } from '#db/packages.ts'
import { acceptResult } from '#db/package-results.ts'
import { write } from '#db/client.ts'
import { acceptanceOf, isAcceptable } from '#domain/packages/part.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

/** @param what as `acceptanceOf` writes it into the form */
export async function acceptPackage(
  by: Person,
  trainee: { readonly id: string; readonly programme: string },
  what: string,
  now: number,
): Promise<{ readonly kind: 'accepted' } | { readonly kind: 'nothing-to-accept' } | NotAllowed> {
  if (!mayDecideIn(by, trainee.programme)) return NOT_ALLOWED
  const all = await packagesOf(trainee.programme, trainee.id)
  const found = all
    .flatMap(({ id, results }) => results.map((result) => ({ ...result, package: id })))
    .filter((one) => acceptanceOf(one.package, one.item) === what && isAcceptable(one))
    .at(-1)
  if (!found) return { kind: 'nothing-to-accept' }
  await write([
    acceptResult({ ...found, person: trainee.id }, by.id, now),
    audited(now, by.id, 'package-accepted', trainee.id, trainee.programme),
  ])
  return { kind: 'accepted' }
}
