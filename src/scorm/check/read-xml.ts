/** XML from strangers: no document type, so no entities; a plain tree that outlives the parser. */
import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm'
import { finding, type Finding } from '#domain/packages/finding.ts'

export interface XmlNode {
  /** Without prefix. */
  readonly name: string
  /** '' for none. */
  readonly namespace: string
  readonly attributes: readonly {
    readonly name: string
    readonly namespace: string
    readonly value: string
  }[]
  readonly children: readonly XmlNode[]
  /** Of itself and everything in it. */
  readonly text: string
}

export type ReadXml =
  | { readonly kind: 'read'; readonly root: XmlNode; readonly source: string }
  | { readonly kind: 'refused'; readonly finding: Finding }

/** @param file name for the finding */
export function readXml(bytes: Uint8Array, file: string): ReadXml {
  const refused = (found: Finding): ReadXml => ({ kind: 'refused', finding: found })
  const source = decode(bytes)
  if (source === null) return refused(finding('encoding', file))
  if (hasDocumentType(source)) return refused(finding('dtd', file))
  let document: XmlDocument | null = null
  try {
    document = XmlDocument.fromString(source, {
      option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET,
    })
    if (document.dtd) return refused(finding('dtd', file))
    return { kind: 'read', root: treeOf(document.root), source }
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : ''
    return refused(finding('not-xml', file, said))
  } finally {
    document?.dispose()
  }
}

/** The declared encoding of those that manifests come in; the declaration goes, since the text is decoded. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-16be'
  const hasWideMark = wide === 'utf-16le' || (first === 0xfe && second === 0xff)
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^(?:ï»¿)?\s*<\?xml[^>]*\sencoding=["']([\w.-]+)["']/.exec(start)?.[1]
  const name = hasWideMark ? wide : (declared ?? 'utf-8').toLowerCase()
  if (!/^(utf-?8|utf-16(le|be)?|us-ascii|iso-8859-(1|15)|windows-1252)$/.test(name)) return null
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(bytes)
    return text.replace(/^\s*<\?xml\b[^>]*\?>/, '')
  } catch {
    return null
  }
}

/** It can only stand before the first element, between comments and instructions. */
function hasDocumentType(text: string): boolean {
  const between = /\s*(?:<!--[^]*?-->|<\?[^]*?\?>)?/y
  for (let at = 0; ; at = between.lastIndex) {
    between.lastIndex = at
    between.test(text)
    if (between.lastIndex === at) return text.startsWith('<!', at)
  }
}

function treeOf(element: XmlElement): XmlNode {
  const children: XmlNode[] = []
  for (let child = element.firstChild; child; child = child.next)
    if (child instanceof XmlElement) children.push(treeOf(child))
  return {
    name: element.name,
    namespace: element.namespaceUri,
    attributes: element.attrs.map((one) => ({
      name: one.name,
      namespace: one.namespaceUri,
      value: one.value,
    })),
    children,
    text: children.length ? '' : element.content,
  }
}

/** The first attribute of this name, in whatever namespace and case. */
export const attributeOf = (node: XmlNode, name: string): string | null =>
  node.attributes.find((one) => one.name.toLowerCase() === name.toLowerCase())?.value ?? null

export const childrenOf = (node: XmlNode, name: string): XmlNode[] =>
  node.children.filter((child) => child.name === name)

/** Itself and everything below. */
export const allOf = (node: XmlNode): XmlNode[] => [node, ...node.children.flatMap(allOf)]
