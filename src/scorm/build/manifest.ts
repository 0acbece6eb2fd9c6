/** imsmanifest.xml for both standards: one SCO, every file listed. Element order counts in all schemas. */
import { version } from '#builds.mjs'
import { editionsOf, type Packed, type Standard } from '#domain/packages/packed.ts'
import { Markup, markup } from './markup.ts'

export interface ManifestFacts {
  readonly packed: Packed
  /** An xs:ID, stable across releases: an LMS knows a new version of a course by it. */
  readonly identifier: string
  /** Paths of the SCO's files, its page first. */
  readonly files: readonly string[]
  /** Paths of the control documents. */
  readonly schemas: readonly string[]
}

/** What made it stands in a comment: neither standard has a place for it that every learning system takes. */
export const manifestOf = (facts: ManifestFacts): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- Made by Alongside ${version()} -->\n${MANIFESTS[facts.packed.standard](facts).text}\n`

const MANIFESTS: Record<Standard, (facts: ManifestFacts) => Markup> = {
  '1.2': manifest12,
  '2004': manifest2004,
}

/**
 * The release and its day, as on the title page. Only in 1.2: in 2004 a description asks for 12 more control documents
 * (16 KB), inside the manifest as in a file of its own, or ADL's checker refuses the package. `version` has the release.
 */
const describe = ({ course, release, builtOn, programme }: Packed): string =>
  `${course.summary.trim()} (${programme.name}, ${programme.organisation}. Version ${release}, ${builtOn})`

const languages = (packed: Packed): Markup =>
  markup`${editionsOf(packed).map(
    ({ course }) => markup`<imsmd:language>${course.language}</imsmd:language>`,
  )}`

// No mastery score: a partial 60 became "failed", and the next launch a review without credit.
function manifest12({ packed, identifier, files, schemas }: ManifestFacts): Markup {
  const { course } = packed
  return markup`<manifest identifier="${identifier}" version="${packed.release}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <imsmd:lom>
      <imsmd:general>
        <imsmd:title>
          <imsmd:langstring xml:lang="${course.language}">${course.title}</imsmd:langstring>
        </imsmd:title>
        ${languages(packed)}
        <imsmd:description>
          <imsmd:langstring xml:lang="${course.language}">${describe(packed)}</imsmd:langstring>
        </imsmd:description>
      </imsmd:general>
      <imsmd:lifecycle>
        <imsmd:version>
          <imsmd:langstring xml:lang="${course.language}">${packed.release}</imsmd:langstring>
        </imsmd:version>
      </imsmd:lifecycle>
    </imsmd:lom>
  </metadata>
${bodyOf({ packed, identifier, files, schemas }, 'adlcp:scormtype', null, null)}
</manifest>`
}

function manifest2004({ packed, identifier, files, schemas }: ManifestFacts): Markup {
  return markup`<manifest identifier="${identifier}" version="${packed.release}"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
${bodyOf({ packed, identifier, files, schemas }, 'adlcp:scormType', COMPLETION, CHOICE)}
</manifest>`
}

const COMPLETION = markup`
        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>`
const CHOICE = markup`
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>`

/** @param type the attribute that says what a resource is @param inItem, inOrganization sequencing; null for none */
function bodyOf(
  { packed, identifier, files, schemas }: ManifestFacts,
  type: string,
  inItem: Markup | null,
  inOrganization: Markup | null,
): Markup {
  const { title } = packed.course
  return markup`  <organizations default="${identifier}-organization">
    <organization identifier="${identifier}-organization">
      <title>${title}</title>
      <item identifier="${identifier}-item" identifierref="${identifier}-course" isvisible="true">
        <title>${title}</title>${inItem}
      </item>${inOrganization}
    </organization>
  </organizations>
  <resources>
    <resource identifier="${identifier}-course" type="webcontent" ${type}="sco" href="${files[0] ?? ''}">${listed(files)}
      <dependency identifierref="${identifier}-schemas"/>
    </resource>
    <resource identifier="${identifier}-schemas" type="webcontent" ${type}="asset">${listed(schemas)}
    </resource>
  </resources>`
}

const listed = (files: readonly string[]): Markup =>
  markup`${files.map(
    (file) => markup`
      <file href="${file}"/>`,
  )}`
