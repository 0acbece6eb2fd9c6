/** Takes an uploaded package in: checked, unpacked, kept, written down; or nothing of it stays. */
import {
  insertPackage,
  insertPackageVersion,
  raiseGeneration,
  updatePackage,
} from '#db/packages.ts'
import { write, type Query, isTaken } from '#db/client.ts'
import type { Content } from '#domain/packages/part.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { checkPackage, type Checked } from '#scorm/check/check-package.ts'
import { finding, type Finding } from '#domain/packages/finding.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import { findOwnPackage, importProgrammes, isImportOn } from './may-import.ts'
import { discard, keepContent, placeForContent } from './package-store.ts'
import type { Upload } from '#server/forms/receive-upload.ts'

export type Imported =
  | { readonly kind: 'imported' }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | NotAllowed

/** @param id the form's own, so that sending it twice imports once */
export async function importPackage(
  by: Person,
  programme: string,
  id: string,
  upload: Upload,
  now: number,
): Promise<Imported> {
  if (!isImportOn() || !importProgrammes(by).includes(programme)) return NOT_ALLOWED
  return takeIn(
    upload,
    (version) => [
      insertPackage({ id, programme, version, createdBy: by.id, createdAt: now }),
      insertPackageVersion({
        ...rowOf(upload),
        id: version,
        package: id,
        uploadedBy: by.id,
        uploadedAt: now,
      }),
      audited(now, by.id, 'package-imported', id, programme),
    ],
    now,
  )
}

/**
 * @param id of the package, as the address has it
 * @param again everybody starts afresh; else they carry on where they left off. Results stay in both cases.
 */
export async function replacePackage(
  by: Person,
  id: string | undefined,
  upload: Upload,
  again: boolean,
  now: number,
): Promise<Imported> {
  const own = isImportOn() ? await findOwnPackage(by, id) : null
  if (!own) return NOT_ALLOWED
  return takeIn(
    upload,
    (version) => [
      insertPackageVersion({
        ...rowOf(upload),
        id: version,
        package: own.id,
        uploadedBy: by.id,
        uploadedAt: now,
      }),
      updatePackage(own.id, { version }),
      ...(again ? [raiseGeneration(own.id)] : []),
      audited(
        now,
        by.id,
        again ? 'package-replaced:again' : 'package-replaced',
        own.id,
        own.programme,
      ),
    ],
    now,
  )
}

/** What the check of this upload found, for the row. */
const checks = new WeakMap<Upload, Checked>()

async function takeIn(
  upload: Upload,
  queries: (version: string) => Query[],
  now: number,
): Promise<Imported> {
  if (upload.cut) return { kind: 'refused', findings: [finding('archive-size', '', upload.size)] }
  const folder = placeForContent(upload.file)
  try {
    const checked = await checkPackage(upload.file, folder)
    if (!checked.manifest) return { kind: 'refused', findings: checked.findings }
    checks.set(upload, checked)
    keepContent(folder, upload.sha256, now)
    await write(queries(newId(now)))
    return { kind: 'imported' }
  } catch (error) {
    if (isTaken(error, 'packages') || isTaken(error, 'package_versions'))
      return { kind: 'imported' }
    throw error
  } finally {
    // What was kept and not written down stays for a day: another import may have found it there (sweepContent).
    discard(folder)
  }
}

function rowOf(upload: Upload) {
  const checked = checks.get(upload)
  if (!checked?.manifest || !checked.facts)
    throw new Error('Bug: written down before it was checked.')
  const { standard, schemaVersion, title, items } = checked.manifest
  const content: Content = { standard, schemaVersion, title, items }
  return {
    sha256: upload.sha256,
    fileName: upload.name,
    manifest: JSON.stringify(content),
    findings: JSON.stringify(checked.findings),
    zippedBytes: checked.facts.zipped,
    unpackedBytes: checked.facts.unpacked,
    files: checked.facts.files,
  }
}
