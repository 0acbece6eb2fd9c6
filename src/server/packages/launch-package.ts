/** Opens one part of a package for one person: a launch of its own each time. */
import { elementsIn } from '#db/package-content.ts'
import { insertLaunch } from '#db/package-launches.ts'
import { findResult, noteOpened, putResult } from '#db/package-results.ts'
import type { PackageInUse } from '#db/packages.ts'
import { write } from '#db/client.ts'
import type { Part } from '#domain/packages/part.ts'
import { isPlaced } from '#domain/packages/seen.ts'
import { pseudonymOf } from '#domain/packages/pseudonym.ts'
import { elementsAtLaunch, type Elements } from '#domain/packages/runtime-data.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { hasRole, type Person } from '#domain/people/person.ts'
import { importProgrammes } from './may-import.ts'
import { SANDBOX } from './sandbox.ts'
import { newId } from '#server/trail/new-id.ts'
import { hashOfSecret, newSecret } from '#server/access/secret.ts'

/** How long the content can be read after an opening, and results be sent. */
const LAUNCH_MS = 12 * 3_600_000

export interface Launch {
  readonly kind: 'launched'
  readonly id: string
  /** Path of the shell on the content host. */
  readonly shell: string
  /** Path of the content there. */
  readonly address: string
  readonly elements: Elements
  /** What the content's frame may do. */
  readonly sandbox: string
}

/** A trainee opens what their programme has placed; whoever may import looks at it as nobody. */
const mayOpen = (person: Person, used: PackageInUse, preview: boolean): boolean =>
  preview
    ? importProgrammes(person).includes(used.programme)
    : isPlaced(used) && hasRole(person, 'trainee', used.programme)

/** @param nameOf what the package calls the person, from a number: it never learns more (R27) */
export async function launchPackage(
  person: Person,
  used: PackageInUse,
  part: Part,
  preview: boolean,
  now: number,
  nameOf: (number: string) => string,
): Promise<Launch | NotAllowed> {
  if (!mayOpen(person, used, preview)) return NOT_ALLOWED
  const id = newId(now)
  const token = newSecret()
  const before = preview
    ? null
    : await findResult(person.id, used.id, part.identifier, used.generation)
  const launch = {
    id,
    tokenHash: hashOfSecret(token),
    package: used.id,
    version: used.version.id,
    item: part.identifier,
    person: person.id,
    preview,
    generation: used.generation,
    startedAt: now,
    expiresAt: now + LAUNCH_MS,
  }
  const where = {
    person: person.id,
    package: used.id,
    item: part.identifier,
    generation: used.generation,
  }
  const looked = {
    ...where,
    state: '{}',
    exit: '',
    completed: true,
    success: '' as const,
    score: null,
    interactions: '[]',
    firstAt: before?.firstAt ?? now,
    updatedAt: now,
  }
  // An asset never speaks: to have opened it is all there is. Of a SCO that never does, a coordinator says what it was.
  const opened = part.kind === 'asset' ? putResult(looked, id, 0) : noteOpened(where, now)
  await write([insertLaunch(launch), ...(preview ? [] : [opened])])
  const pseudonym = pseudonymOf(hashOfSecret(`${person.id} ${used.id}`))
  const elements = elementsAtLaunch(used.content.standard, {
    part,
    learner: { id: pseudonym.id, name: nameOf(pseudonym.number) },
    mode: preview ? 'browse' : 'normal',
    // To have been opened is nothing to resume.
    before:
      before && before.state !== '{}'
        ? {
            elements: elementsIn(before.state),
            exit: before.exit,
            seconds: before.seconds,
          }
        : null,
  })
  return {
    kind: 'launched',
    id,
    shell: `/shell/${token}`,
    address: `/files/${token}/${part.path.split('/').map(encodeURIComponent).join('/')}${/^[?#]/.test(part.query) ? part.query : ''}`,
    elements,
    sandbox: SANDBOX,
  }
}
