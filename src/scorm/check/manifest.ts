/** What a manifest says, read as manifests are in the wild (S7). */
import type { Standard } from '#domain/packages/packed.ts'
import type { Part } from '#domain/packages/part.ts'
import { finding, type Finding } from '#domain/packages/finding.ts'
import { LIMITS } from './limits.ts'
import { resolveHref, withParameters } from './href.ts'
import { allOf, attributeOf, childrenOf, type XmlNode } from './read-xml.ts'

export interface Manifest {
  readonly standard: Standard
  /** As written; '' where it is missing. */
  readonly schemaVersion: string
  readonly identifier: string
  readonly title: string
  readonly items: readonly Part[]
  /** Every `<file>`, resolved. */
  readonly listed: readonly string[]
}

export interface ReadManifest {
  /** Null where a finding stops it. */
  readonly manifest: Manifest | null
  readonly findings: readonly Finding[]
}

const FILE = 'imsmanifest.xml'
const stop = (...findings: Finding[]): ReadManifest => ({ manifest: null, findings })

export function readManifest(root: XmlNode): ReadManifest {
  if (root.name !== 'manifest') return stop(finding('not-a-manifest', FILE, root.name))
  const schemaVersion = textAt(root, 'metadata', 'schemaversion')
  const standard = standardOf(root, schemaVersion)
  if (!standard) return stop(finding('standard-unknown', FILE, schemaVersion))
  const found: Finding[] = []
  if (!schemaVersion) found.push(finding('version-missing', FILE, standard))
  const organization = chooseOrganization(root, found)
  const resources = readResources(root, found)
  const listed = organization ? launchItems(organization, resources, found) : []
  // A content package for others to arrange: its SCOs are all there is to open.
  const isEmpty = listed.length === 0 && !allOf(root).some(({ name }) => name === 'item')
  const items = isEmpty ? itemsOfResources(resources) : listed
  if (isEmpty && items.length > 0) found.push(finding('no-organization', FILE, items.length))
  if (items.length === 0 && !found.some(({ level }) => level === 'stop'))
    found.push(finding('nothing-to-launch', FILE))
  if (items.length > LIMITS.items) found.push(finding('too-many-items', FILE, items.length))
  const manifest: Manifest = {
    standard,
    schemaVersion,
    identifier: attributeOf(root, 'identifier') ?? '',
    title: organization ? textAt(organization, 'title') : '',
    items,
    listed: resources.flatMap(({ files }) => files),
  }
  return {
    manifest: found.some(({ level }) => level === 'stop') ? null : manifest,
    findings: found,
  }
}

function textAt(node: XmlNode, ...path: string[]): string {
  const [name, ...rest] = path
  if (name === undefined) return node.text.replace(/\s+/g, ' ').trim()
  const child = childrenOf(node, name)[0]
  return child ? textAt(child, ...rest) : ''
}

function standardOf(root: XmlNode, version: string): Standard | null {
  if (/^1\.2/.test(version)) return '1.2'
  if (/1\.3|2004/.test(version)) return '2004'
  if (version) return null
  const spaces = new Set(allOf(root).flatMap(spacesOf))
  if ([...spaces].some((space) => /adlcp_v1p3|imscp_v1p1$/.test(space))) return '2004'
  return [...spaces].some((space) => /adlcp_rootv1p2|imscp_rootv1p1p2/.test(space)) ? '1.2' : null
}

const spacesOf = ({ namespace, attributes }: XmlNode): string[] => [
  namespace,
  ...attributes.map((one) => one.namespace),
]

/** The one that is named as default, else the first. */
function chooseOrganization(root: XmlNode, found: Finding[]): XmlNode | null {
  const [organizations] = childrenOf(root, 'organizations')
  const all = organizations ? childrenOf(organizations, 'organization') : []
  const wanted = organizations ? attributeOf(organizations, 'default') : null
  const chosen = all.find((one) => attributeOf(one, 'identifier') === wanted) ?? all[0] ?? null
  if (all.length > 1)
    found.push(finding('several-organizations', FILE, chosen ? textAt(chosen, 'title') : ''))
  if (childrenOf(root, 'manifest').length) found.push(finding('submanifest', FILE))
  return chosen
}

interface Resource {
  readonly identifier: string
  readonly kind: 'sco' | 'asset'
  /** Null where there is nothing to open, 'outside' where it leads out of the package. */
  readonly href: { readonly path: string; readonly query: string } | 'outside' | null
  readonly files: readonly string[]
}

function readResources(root: XmlNode, found: Finding[]): Resource[] {
  const bases = [root, ...childrenOf(root, 'resources')].map(baseOf)
  const all = childrenOf(root, 'resources').flatMap((one) => childrenOf(one, 'resource'))
  return all.map((resource) => {
    const base = [...bases, baseOf(resource)].join('')
    const href = attributeOf(resource, 'href')
    const type = attributeOf(resource, 'scormtype')
    if (type === null)
      found.push(finding('type-missing', FILE, attributeOf(resource, 'identifier') ?? ''))
    const to = href === null || href.trim() === '' ? null : resolveHref(base, href)
    const files = childrenOf(resource, 'file').flatMap((file) => {
      const path = resolveHref(base, attributeOf(file, 'href') ?? '')
      if (path === 'outside')
        found.push(finding('href-outside', FILE, attributeOf(file, 'href') ?? ''))
      return path === 'outside' ? [] : [path.path]
    })
    if (to && to !== 'outside' && !files.includes(to.path))
      found.push(finding('href-unlisted', to.path, attributeOf(resource, 'identifier') ?? ''))
    return {
      identifier: attributeOf(resource, 'identifier') ?? '',
      // A resource that does not say what it is may report all the same.
      kind: type?.trim().toLowerCase() === 'asset' ? 'asset' : 'sco',
      href: to,
      files,
    }
  })
}

const baseOf = (node: XmlNode): string =>
  node.attributes.find(({ name }) => name === 'base')?.value ?? ''

const itemsOfResources = (resources: readonly Resource[]): Part[] =>
  resources.flatMap(({ identifier, kind, href }) =>
    kind === 'sco' && href !== null && href !== 'outside'
      ? [{ ...NO_LIMITS, identifier, title: identifier, kind, ...href, launchData: '' }]
      : [],
  )

const NO_LIMITS = {
  masteryScore: '',
  timeLimitAction: '',
  maxTimeAllowed: '',
  completionThreshold: '',
  passingScore: '',
} as const

/** In the order of the tree; items that only hold others are not opened. */
function launchItems(parent: XmlNode, resources: readonly Resource[], found: Finding[]): Part[] {
  return childrenOf(parent, 'item').flatMap((item) => {
    const reference = attributeOf(item, 'identifierref')
    const resource = resources.find(({ identifier }) => identifier === reference)
    const inner = launchItems(item, resources, found)
    if (!reference || !resource) return inner
    if (attributeOf(item, 'isvisible') === 'false' && inner.length === 0 && !resource.href)
      return []
    if (resource.href === 'outside') {
      found.push(finding('launch-outside', FILE, reference))
      return inner
    }
    if (!resource.href) return inner
    const { path, query } = resource.href
    const limits = (name: string): string => textAt(item, name)
    return [
      {
        identifier: attributeOf(item, 'identifier') ?? reference,
        title: textAt(item, 'title'),
        kind: resource.kind,
        path,
        query: withParameters(query, attributeOf(item, 'parameters') ?? ''),
        launchData: item.children.find(({ name }) => /^datafromlms$/i.test(name))?.text ?? '',
        masteryScore: limits('masteryscore'),
        timeLimitAction:
          item.children.find(({ name }) => /^timelimitaction$/i.test(name))?.text.trim() ?? '',
        maxTimeAllowed: limits('maxtimeallowed') || durationLimitOf(item),
        completionThreshold: thresholdOf(item),
        passingScore: passingScoreOf(item),
      },
      ...inner,
    ]
  })
}

/** 2004 keeps it with the rules of sequencing. */
function durationLimitOf(item: XmlNode): string {
  const [sequencing] = childrenOf(item, 'sequencing')
  const [limits] = sequencing ? childrenOf(sequencing, 'limitConditions') : []
  return (limits && attributeOf(limits, 'attemptAbsoluteDurationLimit')) ?? ''
}

function thresholdOf(item: XmlNode): string {
  const [node] = childrenOf(item, 'completionThreshold')
  return node ? (attributeOf(node, 'minProgressMeasure') ?? textAt(node)) : ''
}

function passingScoreOf(item: XmlNode): string {
  const [sequencing] = childrenOf(item, 'sequencing')
  const primary = sequencing && allOf(sequencing).find(({ name }) => name === 'primaryObjective')
  if (!primary || attributeOf(primary, 'satisfiedByMeasure') !== 'true') return ''
  return textAt(primary, 'minNormalizedMeasure') || '1'
}
