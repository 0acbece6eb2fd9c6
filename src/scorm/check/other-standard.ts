/** Courses in other formats, known by the files that only they have: so that whoever uploads one knows what to ask for. */

export type OtherStandard = 'cmi5' | 'aicc' | 'xapi' | 'h5p' | 'common-cartridge' | 'web'

/** The first that fits; where it lies. */
const SIGNS: readonly (readonly [OtherStandard, RegExp])[] = [
  ['cmi5', /(?:^|\/)cmi5\.xml$/i],
  ['xapi', /(?:^|\/)tincan\.xml$/i],
  ['aicc', /\.(?:crs|au|des|cst)$/i],
  ['h5p', /(?:^|\/)h5p\.json$/i],
  ['web', /(?:^|\/)[^/]*\.html?$/i],
]

/** @param names of an archive without imsmanifest.xml */
export function otherStandard(
  names: readonly string[],
): { readonly kind: OtherStandard; readonly file: string } | null {
  for (const [kind, sign] of SIGNS) {
    const file = names.find((name) => sign.test(name))
    if (file !== undefined) return { kind, file }
  }
  return null
}

/** @param source of a manifest of neither standard of SCORM */
export const otherManifest = (source: string): OtherStandard | null =>
  /imsccv?\d|common cartridge/i.test(source) ? 'common-cartridge' : null
