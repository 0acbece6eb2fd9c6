/** Validates a manifest against the control documents, without a network. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm'
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { codeFolder } from '#builds.mjs'
import type { Standard } from '#domain/packages/packed.ts'

const DRIVERS: Record<Standard, string> = { '1.2': '1.2.xsd', '2004': '2004-4th.xsd' }

// libxml2 stumbles over the official copies of these two: see src/scorm/schemas/README.md.
const mended = (name: string): string =>
  name.replace(/\/1\.2\/(ims_xml|imsmd_rootv1p2p1)\.xsd$/, '/validate/$1.xsd')

/** Only schemas of ours are ever read; registered once for the process. */
let registered = false
function register(folder: string): void {
  if (registered) return
  registered = true
  const isOurs = (name: string): boolean =>
    path.resolve(name.replace(/^file:\/\//, '')).startsWith(folder) && name.endsWith('.xsd')
  xmlRegisterInputProvider({
    ...fsInputProviders,
    match: (name) => !/^https?:/.test(name) && isOurs(name) && fsInputProviders.match(mended(name)),
    open: (name) => fsInputProviders.open(mended(name)),
  })
}

/**
 * @param manifest without a document type
 * @param schemas the folder src/scorm/schemas
 * @returns the first thing that is wrong, or null
 */
export function schemaProblem(
  standard: Standard,
  manifest: string,
  schemas = path.resolve(codeFolder(), 'src/scorm/schemas'),
): string | null {
  register(schemas + path.sep)
  const file = path.join(schemas, 'validate', DRIVERS[standard])
  const schema = XmlDocument.fromBuffer(readFileSync(file), { url: file })
  const validator = XsdValidator.fromDoc(schema)
  try {
    const document = XmlDocument.fromString(manifest)
    try {
      validator.validate(document)
      return null
    } finally {
      document.dispose()
    }
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
  } finally {
    validator.dispose()
    schema.dispose()
  }
}
