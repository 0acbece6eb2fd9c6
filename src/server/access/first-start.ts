import { write } from '#db/client.ts'
import { withdrawSetupLinks } from '#db/links.ts'
import { hasAdministrator } from '#db/people.ts'
import { prepareLink } from './make-link.ts'

/** A new set-up link while there is no administrator; earlier ones stop working. Null once there is one. */
export async function firstStart(now: number): Promise<string | null> {
  if (await hasAdministrator()) return null
  const { url, query } = prepareLink({ kind: 'setup', createdBy: null }, now)
  await write([withdrawSetupLinks(now), query])
  return `There is no administrator yet. Open this link within 24 hours to become the first one:\n\n  ${url}\n`
}
