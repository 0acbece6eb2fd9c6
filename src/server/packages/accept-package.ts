/** A coordinator takes a part of a package for done, where the package says nothing of it. It signs nobody off. */
import { acceptResult, packagesOf } from '#db/packages.ts'
import { write } from '#db/client.ts'
import { isAcceptable } from '#domain/packages/part.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/access/audited.ts'

/**
 * @param by may decide about this trainee: whoever calls has asked
 * @param what `<package> <item>`, as the form has it
 * @returns whether there was something to accept
 */
export async function acceptPackage(
  by: Person,
  trainee: { readonly id: string; readonly programme: string },
  what: string,
  now: number,
): Promise<boolean> {
  const all = await packagesOf(trainee.programme, trainee.id)
  const found = all
    .flatMap(({ results }) => results)
    .filter((one) => acceptanceOf(one) === what && isAcceptable(one))
    .at(-1)
  if (!found) return false
  await write([
    acceptResult(found, by.id, now),
    audited(now, by.id, 'package-accepted', trainee.id, trainee.programme),
  ])
  return true
}

export const acceptanceOf = (result: { readonly package: string; readonly item: string }): string =>
  `${result.package} ${result.item}`
