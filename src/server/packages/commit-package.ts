/** Takes what a package reports, once for each sequence number; a stranger's word, labelled as such (R28). */
import { z } from 'zod'
import { findLaunch, moveLaunch, type LaunchInUse } from '#db/package-launches.ts'
import { findResult, putResult } from '#db/package-results.ts'
import { guard, GuardFailed, write } from '#db/client.ts'
import { mergeResult, readReport } from '#domain/packages/reported.ts'
import { readElements } from '#domain/packages/runtime-data.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { hasRole, type Person } from '#domain/people/person.ts'

/** Commits of one launch in a minute; the learner's page sends at most one every two seconds. */
const PER_MINUTE = 60
const MINUTE = 60_000

const body = z.object({
  sequence: z.int().min(1).max(1_000_000),
  elements: z.record(z.string().max(200), z.unknown()),
})

export type CommitAnswer =
  | { readonly kind: 'saved'; readonly isNew: boolean }
  /** A preview: nothing is kept. */
  | { readonly kind: 'not-kept' }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 413 | 429; readonly error: string }

const refused = (status: 400 | 404 | 413 | 429, error: string): CommitAnswer => ({
  kind: 'refused',
  status,
  error,
})

export async function commitPackage(
  person: Person,
  id: string | undefined,
  sent: unknown,
  now: number,
): Promise<CommitAnswer> {
  const found = isUuid(id) ? await findLaunch(id, person.id, now) : null
  if (!found) return refused(404, 'there is no such launch')
  const { launch, opened } = found
  if (!launch.preview && !hasRole(person, 'trainee', opened.programme))
    return refused(404, 'there is no such launch')
  const read = body.safeParse(sent)
  if (!read.success) return refused(400, 'send {"sequence": 1…, "elements": {…}}')
  if (tooOften(launch.id, now)) return refused(429, 'too many commits')
  const elements = readElements(opened.content.standard, read.data.elements)
  if (!elements) return refused(413, 'the package keeps more than fits')
  if (launch.preview) return { kind: 'not-kept' }
  return save(found, read.data.sequence, elements, now)
}

async function save(
  { launch, opened }: LaunchInUse,
  sequence: number,
  elements: Readonly<Record<string, string>>,
  now: number,
): Promise<CommitAnswer> {
  const report = readReport(opened.content.standard, elements)
  const before = await findResult(launch.person, launch.package, launch.item, launch.generation)
  const isNewer = guard('(SELECT sequence FROM package_launches WHERE id = ?) < ?', [
    launch.id,
    sequence,
  ])
  // Two openings of one part may send at the same moment: neither may write over what it has not read.
  const isUntouched = guard(
    `(SELECT coalesce(max(updated_at), 0) FROM package_results
      WHERE person = ? AND package = ? AND item = ? AND generation = ?) = ?`,
    [launch.person, launch.package, launch.item, launch.generation, before?.updatedAt ?? 0],
  )
  try {
    await write([
      isNewer,
      isUntouched,
      putResult(
        {
          person: launch.person,
          package: launch.package,
          item: launch.item,
          generation: launch.generation,
          state: JSON.stringify(elements),
          exit: report.exit,
          ...mergeResult(before, report),
          interactions: JSON.stringify(report.interactions),
          firstAt: before?.firstAt ?? now,
          updatedAt: Math.max(now, (before?.updatedAt ?? 0) + 1),
        },
        launch.id,
        report.seconds,
      ),
      moveLaunch(launch.id, sequence, report.seconds),
    ])
    return { kind: 'saved', isNew: true }
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    return error.position === 0 ? { kind: 'saved', isNew: false } : refused(429, 'try again')
  }
}

const recent = new Map<string, { readonly until: number; count: number }>()

/** Counted in this process: it protects the database, not the result. */
function tooOften(launch: string, now: number): boolean {
  if (recent.size > 5000) for (const [key, { until }] of recent) if (until < now) recent.delete(key)
  const known = recent.get(launch)
  const current = known && known.until > now ? known : { until: now + MINUTE, count: 0 }
  current.count++
  recent.set(launch, current)
  return current.count > PER_MINUTE
}
