/** A small package as another tool might make it, so that `npm run demo` has one to open. */
import { writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { findPerson } from '#db/people.ts'
import { schemasOf } from '#scorm/build/built.ts'
import { zipOf } from '#scorm/build/zip.ts'
import { importPackage } from '#server/packages/import-package.ts'
import { newId } from '#server/trail/new-id.ts'
import { discard, placeForUpload } from '#server/packages/package-store.ts'
import { placePackage } from '#server/packages/place-package.ts'
import { TEA_MANIFEST, TEA_PAGE, TEA_SCRIPT, TEA_STYLE } from './tea-package.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The archive's bytes. */
function samplePackage(): Uint8Array {
  const schemas = schemasOf('1.2')
  return zipOf(
    new Map([
      ['imsmanifest.xml', bytes(TEA_MANIFEST([...schemas.keys()]))],
      ['index.html', bytes(TEA_PAGE)],
      ['tea.js', bytes(TEA_SCRIPT)],
      ['tea.css', bytes(TEA_STYLE)],
      ...schemas,
    ]),
  )
}

/** Carla imports it and places it in the kidney programme. @param coordinator her id */
export async function importSample(coordinator: string, now: number): Promise<void> {
  const carla = await findPerson(coordinator)
  if (!carla) return
  const zip = samplePackage()
  const file = placeForUpload(newId(now), now)
  try {
    writeFileSync(file, zip)
    const sha256 = createHash('sha256').update(zip).digest('hex')
    const upload = { file, name: 'a-cup-of-tea.zip', size: zip.length, sha256, cut: false }
    const id = newId(now)
    const imported = await importPackage(carla, 'kidney', id, upload, now)
    if (imported.kind !== 'imported')
      throw new Error(`The sample package: ${JSON.stringify(imported)}`)
    const form = {
      titleEn: 'A cup of tea: a small course from elsewhere',
      titleEs: 'Una taza de té: un pequeño curso de otra parte',
      position: '1',
      required: false,
    }
    const placed = await placePackage(carla, id, form, now)
    if (placed.kind !== 'saved') throw new Error(`The sample package: ${JSON.stringify(placed)}`)
  } finally {
    discard(file)
  }
}
