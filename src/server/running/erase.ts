/** Erases a person for good, on their word; an administrator sees first what goes and what stays (docs/decisions/erasure.md). */
import { insertAudit } from '#db/audit.ts'
import { GuardFailed, write } from '#db/client.ts'
import { countErased, eraseQueries, guardNoOpenPairing, type Count } from '#db/erasure.ts'
import { ERASURE } from '#db/erasure-table.ts'
import { findBySignInName } from '#db/people.ts'
import { guardAnotherAdministrator } from '#db/role-guards.ts'
import { requireFolder } from '#server/several/data-folder.ts'
import { noteErasures, rewriteFile } from './erasure-log.ts'
import { newId } from '#server/trail/new-id.ts'

export interface ErasurePreview {
  readonly person: string
  readonly name: string
  readonly goes: readonly Count[]
  /** Tables of which something stays, and why. */
  readonly stays: readonly { readonly table: string; readonly why: string }[]
}

export async function previewErasure(signInName: string): Promise<ErasurePreview | null> {
  const found = await findBySignInName(signInName)
  if (!found || found.signInName.startsWith('erased:')) return null
  const stays = ERASURE.filter(({ fate }) => fate === 'nameless')
  return {
    person: found.id,
    name: found.name,
    goes: await countErased(found.id),
    stays: stays.map(({ table, why }) => ({ table, why })),
  }
}

export type ErasureAnswer = 'erased' | 'last-administrator' | 'open-pairing'

/** Of the command line, which is an administrator's by itself. Whole or not at all; then the file is written anew and the log too. */
export async function erasePerson(person: string, now: number): Promise<ErasureAnswer> {
  const answer = await eraseRows(person, '', now)
  if (answer === 'erased') await rewriteFile()
  return answer
}

/**
 * The act itself, and the log of it; the file is not written anew yet.
 * @param by person id of the administrator; '' for the command line
 */
export async function eraseRows(person: string, by: string, now: number): Promise<ErasureAnswer> {
  // Who was erased is written down there: without it an older copy would bring them back.
  requireFolder()
  try {
    await write([
      guardAnotherAdministrator(person),
      guardNoOpenPairing(person),
      ...eraseQueries(person, now),
      insertAudit({
        id: newId(now),
        at: now,
        actor: by,
        act: 'person-erased',
        subject: person,
        programme: '',
      }),
    ])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    return error.position === 0 ? 'last-administrator' : 'open-pairing'
  }
  await noteErasures()
  return 'erased'
}
