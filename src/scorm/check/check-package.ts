/** The whole check of one archive, ours or not: for the command line and for the import. */
import { LIMITS } from './limits.ts'
import { openArchive, type Archive } from './archive.ts'
import { checkContent, checkNames } from './check-content.ts'
import { checkManifest } from './check-manifest.ts'
import { finding, inBrief, isStopped, type Finding } from '#domain/packages/finding.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { checkSchemas } from './check-schemas.ts'
import { otherManifest, otherStandard } from './other-standard.ts'
import { allOf, readXml, type XmlNode } from './read-xml.ts'
import { schemaProblem } from './schema.ts'
import { readWhole, unpack } from './unpack.ts'

export interface Checked {
  /** Worst first, at most ten of a rule. */
  readonly findings: readonly Finding[]
  /** Null where something stops it. */
  readonly manifest: Manifest | null
  /** Bytes of the archive, bytes unpacked as declared, number of files; null for what cannot be opened. */
  readonly facts: {
    readonly zipped: number
    readonly unpacked: number
    readonly files: number
  } | null
}

const FILE = 'imsmanifest.xml'

/**
 * Reads every file once; unpacks into `folder` what is read, also where a later rule stops it:
 * who called removes the folder then.
 * @param folder empty; null unpacks nothing
 */
export async function checkPackage(path: string, folder: string | null): Promise<Checked> {
  const opened = await openArchive(path)
  if (opened.kind === 'refused')
    return { findings: inBrief(opened.findings), manifest: null, facts: null }
  const { archive } = opened
  try {
    const { manifest, findings } = await checkOpened(archive)
    const broken = isStopped(findings) ? null : await unpack(archive, folder)
    const all = [...findings, ...archive.notes, ...(broken ? [broken] : [])]
    return {
      findings: inBrief(all),
      manifest: isStopped(all) ? null : manifest,
      facts: {
        zipped: archive.size,
        unpacked: archive.files.reduce((sum, { size }) => sum + size, 0),
        files: archive.files.length,
      },
    }
  } finally {
    archive.close()
  }
}

async function checkOpened(
  archive: Archive,
): Promise<{ manifest: Manifest | null; findings: Finding[] }> {
  const stop = (found: Finding) => ({ manifest: null, findings: [found] })
  const file = archive.files.find(({ name }) => name === FILE)
  if (!file) return stop(whereIsManifest(archive.files.map(({ name }) => name)))
  if (file.size > LIMITS.manifest) return stop(finding('manifest-size', FILE, file.size))
  const bytes = await readWhole(file, LIMITS.manifest)
  if (!bytes) return stop(finding('damaged', FILE))
  const xml = readXml(bytes, FILE)
  if (xml.kind === 'refused') return stop(xml.finding)
  const { manifest, findings } = readManifest(xml.root)
  if (findings.some(({ rule }) => rule === 'standard-unknown')) {
    const kind = otherManifest(xml.source)
    if (kind) return stop(finding('other-standard', FILE, kind))
  }
  if (!manifest) return { manifest, findings: [...findings] }
  const problem = schemaProblem(manifest.standard, xml.source)
  const names = new Set(archive.files.map(({ name }) => name))
  return {
    manifest,
    findings: [
      ...findings,
      ...(problem === null ? [] : [finding('schema-invalid', FILE, problem)]),
      ...checkManifest(xml.root, manifest, names),
      ...(manifest.standard === '2004' ? await checkMetadata(xml.root, archive) : []),
      ...checkNames(archive),
      ...(await checkContent(archive, manifest)),
    ],
  }
}

/** What 2004 says in files of their own is held to the same rule. */
async function checkMetadata(root: XmlNode, { files }: Archive): Promise<Finding[]> {
  const names = new Set(files.map(({ name }) => name))
  const named = allOf(root).flatMap(({ name, text }) => (name === 'location' ? [text.trim()] : []))
  const found: Finding[] = []
  for (const file of files) {
    if (!named.includes(file.name)) continue
    const bytes = await readWhole(file, LIMITS.manifest)
    const xml = bytes && readXml(bytes, file.name)
    if (xml?.kind === 'read') found.push(...checkSchemas(xml.root, '2004', names, file.name))
  }
  return found
}

function whereIsManifest(names: readonly string[]): Finding {
  const like = names.filter((name) => /(^|\/)imsmanifest\.xml$/i.test(name))
  const atRoot = like.find((name) => !name.includes('/'))
  if (atRoot) return finding('manifest-case', atRoot)
  if (like[0]) return finding('manifest-in-folder', like[0])
  const other = otherStandard(names)
  return other ? finding('other-standard', other.file, other.kind) : finding('no-manifest')
}
