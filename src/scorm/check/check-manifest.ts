/** What is wrong in a manifest although it can be read. */
import { finding, type Finding } from '#domain/packages/finding.ts'
import type { Manifest } from './manifest.ts'
import { checkSchemas } from './check-schemas.ts'
import { allOf, attributeOf, childrenOf, type XmlNode } from './read-xml.ts'

const FILE = 'imsmanifest.xml'

/** @param names every file of the archive */
export const checkManifest = (
  root: XmlNode,
  manifest: Manifest,
  names: ReadonlySet<string>,
): Finding[] => [
  ...checkIdentifiers(root),
  ...checkTypes(root, manifest),
  ...checkFiles(root, manifest, names),
  ...checkSchemas(root, manifest.standard, names, FILE),
  ...checkSequencing(root),
  ...(allOf(root).some(
    ({ name, attributes }) => name === 'map' && attributes.some((one) => one.name === 'targetID'),
  )
    ? [finding('shared-data', FILE)]
    : []),
  ...(allOf(root).some(({ name }) => name === 'masteryscore')
    ? [finding('mastery-score', FILE)]
    : []),
]

function checkIdentifiers(root: XmlNode): Finding[] {
  const all = allOf(root)
  const ids = all.flatMap((node) => {
    const id = node.namespace.includes('imsss') ? null : attributeOf(node, 'identifier')
    return id === null ? [] : [id]
  })
  const known = new Set(ids)
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at))
  const references = all.flatMap((node) => {
    const to = attributeOf(node, 'identifierref')
    return to ? [to] : []
  })
  const [organizations] = childrenOf(root, 'organizations')
  const chosen = organizations ? attributeOf(organizations, 'default') : null
  return [
    ...[...twice].map((id) => finding('identifier-twice', FILE, id)),
    ...[...known]
      .filter((id) => !/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(id))
      .map((id) => finding('identifier-malformed', FILE, id)),
    ...[...new Set([...references, ...(chosen ? [chosen] : [])])]
      .filter((id) => !known.has(id))
      .map((id) => finding('reference-dangling', FILE, id)),
  ]
}

/** 1.2 says `adlcp:scormtype`, 2004 `adlcp:scormType`; neither schema of 2004 notices the other. */
function checkTypes(root: XmlNode, { standard }: Manifest): Finding[] {
  const right = standard === '1.2' ? 'scormtype' : 'scormType'
  const wrong = allOf(root)
    .flatMap(({ attributes }) => attributes.map(({ name }) => name))
    .filter((name) => name.toLowerCase() === 'scormtype' && name !== right)
  return [...new Set(wrong)].map((name) => finding('type-case', FILE, `${name} – ${right}`))
}

function checkFiles(
  root: XmlNode,
  { items, listed }: Manifest,
  names: ReadonlySet<string>,
): Finding[] {
  const other = new Map([...names].map((name) => [name.toLowerCase(), name]))
  const missing = (
    name: string,
    rules: readonly ['launch-case' | 'file-case', 'launch-missing' | 'file-missing'],
  ) => {
    if (names.has(name)) return []
    const twin = other.get(name.toLowerCase())
    return [twin ? finding(rules[0], name, twin) : finding(rules[1], name)]
  }
  const launched = new Set(items.map(({ path }) => path))
  // Files of metadata are named where they belong to, not among the resources.
  const metadata = allOf(root).flatMap(({ name, text }) =>
    name === 'location' ? [text.trim()] : [],
  )
  const known = new Set([...listed, ...metadata, FILE])
  return [
    ...[...launched].flatMap((name) => missing(name, ['launch-case', 'launch-missing'])),
    ...[...new Set(listed)]
      .filter((name) => !launched.has(name))
      .flatMap((name) => missing(name, ['file-case', 'file-missing'])),
    ...[...names]
      .filter((name) => !known.has(name) && !isControlDocument(name))
      .map((name) => finding('file-unlisted', name)),
  ]
}

const isControlDocument = (name: string): boolean => /\.(xsd|dtd)$/i.test(name)

const RULES =
  /^(preConditionRule|postConditionRule|exitConditionRule|rollupRule|limitConditions|randomizationControls|mapInfo|prerequisites)$/

function checkSequencing(root: XmlNode): Finding[] {
  const used = allOf(root).filter(
    (node) =>
      RULES.test(node.name) ||
      (node.name === 'controlMode' &&
        (attributeOf(node, 'forwardOnly') === 'true' || attributeOf(node, 'choice') === 'false')),
  )
  const names = [...new Set(used.map(({ name }) => name))]
  return names.length ? [finding('sequencing-ignored', FILE, names.join(', '))] : []
}
