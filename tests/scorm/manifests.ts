/** Small packages and manifests as they are in the wild, written afresh. */
import type { Entry } from './make-zip.ts'

export interface Wish {
  readonly version?: string | null
  /** Attributes and children of <manifest> come from here when given whole. */
  readonly organizations?: string
  readonly resources?: string
  readonly prolog?: string
  readonly base?: string
}

const SPACES = {
  '1.2':
    'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
  '2004':
    'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
} as const

export const ONE_ITEM = `<organizations default="org"><organization identifier="org"><title>Tea with Rosa</title>
  <item identifier="item" identifierref="res"><title>Tea with Rosa</title></item></organization></organizations>`

export const resourceOf = (standard: '1.2' | '2004', href = 'index.html'): string =>
  `<resource identifier="res" type="webcontent" adlcp:${standard === '1.2' ? 'scormtype' : 'scormType'}="sco" href="${href}"><file href="${href}"/></resource>`

export function manifest(standard: '1.2' | '2004', wish: Wish = {}): string {
  const version =
    wish.version === undefined ? (standard === '1.2' ? '1.2' : '2004 4th Edition') : wish.version
  const metadata =
    version === null
      ? ''
      : `<metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>`
  return `${wish.prolog ?? '<?xml version="1.0" encoding="UTF-8"?>\n'}<manifest identifier="tea" version="1" ${SPACES[standard]}${wish.base ? ` xml:base="${wish.base}"` : ''}>
${metadata}${wish.organizations ?? ONE_ITEM}<resources>${wish.resources ?? resourceOf(standard)}</resources></manifest>`
}

export const PAGE = '<!doctype html><html lang="en"><title>Tea</title><p>Tea with Rosa.</p></html>'

/** A good package, and what is put in or put in place of something. */
export const entries = (
  standard: '1.2' | '2004' = '1.2',
  change: Readonly<Record<string, string | Uint8Array | null>> = {},
): Entry[] =>
  Object.entries({ 'imsmanifest.xml': manifest(standard), 'index.html': PAGE, ...change }).flatMap(
    ([name, content]) => (content === null ? [] : [{ name, content }]),
  )
