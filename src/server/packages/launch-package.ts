/** Opens one part of a package for one person: a launch of its own each time. */
import { findResult, insertLaunch, noteOpened, putResult, type PackageInUse } from '#db/packages.ts'
import { write } from '#db/client.ts'
import type { Part } from '#domain/packages/part.ts'
import { pseudonymOf } from '#domain/packages/pseudonym.ts'
import { elementsAtLaunch, type Elements } from '#domain/packages/runtime-data.ts'
import type { Person } from '#domain/people/person.ts'
import { contentOf } from './import-package.ts'
import { newId } from '#server/running/new-id.ts'
import { hashOfSecret, newSecret } from '#server/access/secret.ts'

/** How long the content can be read after an opening, and results be sent. */
export const LAUNCH_MS = 12 * 3_600_000

export interface Launch {
  readonly id: string
  /** Path of the shell on the content host. */
  readonly shell: string
  /** Path of the content there. */
  readonly address: string
  readonly elements: Elements
}

/** @param nameOf what the package calls the person, from a number: it never learns more (R27) */
export async function launchPackage(
  person: Person,
  { row, version }: PackageInUse,
  part: Part,
  preview: boolean,
  now: number,
  nameOf: (number: string) => string,
): Promise<Launch> {
  const id = newId(now)
  const token = newSecret()
  const before = preview
    ? null
    : await findResult(person.id, row.id, part.identifier, row.generation)
  const launch = {
    id,
    tokenHash: hashOfSecret(token),
    package: row.id,
    version: version.id,
    item: part.identifier,
    person: person.id,
    preview,
    generation: row.generation,
    startedAt: now,
    expiresAt: now + LAUNCH_MS,
  }
  const where = {
    person: person.id,
    package: row.id,
    item: part.identifier,
    generation: row.generation,
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
  const pseudonym = pseudonymOf(hashOfSecret(`${person.id} ${row.id}`))
  const elements = elementsAtLaunch(contentOf(version).standard, {
    part,
    learner: { id: pseudonym.id, name: nameOf(pseudonym.number) },
    mode: preview ? 'browse' : 'normal',
    // To have been opened is nothing to resume.
    before:
      before && before.state !== '{}'
        ? {
            elements: JSON.parse(before.state) as Elements,
            exit: before.exit,
            seconds: before.seconds,
          }
        : null,
  })
  return {
    id,
    shell: `/shell/${token}`,
    address: `/files/${token}/${part.path.split('/').map(encodeURIComponent).join('/')}${/^[?#]/.test(part.query) ? part.query : ''}`,
    elements,
  }
}
