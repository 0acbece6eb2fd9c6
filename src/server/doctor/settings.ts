/** What settings and files of programmes say, held against what is there. */
import { lookup } from 'node:dns/promises'
import { finding, type Finding } from '#domain/doctor/finding.ts'
import { judgeProxy } from '#domain/doctor/judge.ts'
import { exampleFields } from '#domain/programme/examples.ts'
import { findProgramme, loadProgrammes } from '#server/course/load-course.ts'
import { seenRequests } from '#server/seen/seen-requests.ts'
import { settings } from '#settings.ts'

export function lookAtProxy(): Finding[] {
  const { trustedProxyHops: hops, origin } = settings()
  const { seen, refusedHost } = seenRequests()
  return judgeProxy(seen, refusedHost, { hops, origin })
}

/** Asked of this machine's own names; what a browser elsewhere finds there nobody here can say. */
export async function lookAtPackages(): Promise<Finding[]> {
  const { contentOrigin: origin } = settings()
  if (!origin) return [finding('packages-off', {})]
  const host = new URL(origin.replace('*', 'any')).hostname
  // Names of this machine itself need no entry anywhere.
  if (/(^|\.)localhost$/.test(host)) return [finding('packages-fine', { origin })]
  const isThere = await lookup(host).then(
    () => true,
    () => false,
  )
  return [isThere ? finding('packages-fine', { origin }) : finding('packages-nowhere', { host })]
}

export function lookAtExamples(): Finding[] {
  const kind = settings().production ? 'examples-open' : 'examples-left'
  const left = loadProgrammes('en')
    .filter(({ state }) => state !== 'draft' && state !== 'archived')
    .map((programme) => ({
      programme: programme.slug,
      names: {
        en: programme.name,
        es: findProgramme(programme.slug, 'es')?.name ?? programme.name,
      },
      fields: exampleFields(programme),
    }))
    .filter(({ fields }) => fields.length > 0)
  return left.length ? left.map((one) => finding(kind, one)) : [finding('examples-none', {})]
}
