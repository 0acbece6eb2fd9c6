/** The sign-ins of a time as a file: names and addresses of people leave with it. */
import type { APIContext } from 'astro'
import type { Person } from '#domain/people/person.ts'
import { tableFile } from '#server/files/csv.ts'
import { showSecurityFile, type SecurityFilter } from '#server/show/manage/security.ts'
import { deviceInWords } from './device-words.ts'

/** Null for who is no administrator. */
export async function securityFile(
  { locals }: APIContext,
  by: Person,
  filter: SecurityFilter,
): Promise<Response | null> {
  const { words, locale, display, now } = locals
  const shown = await showSecurityFile(by, filter, now)
  if (!shown) return null
  const { events, isCut } = shown
  const { log, kinds, ways } = words.security
  const { when, what, who, device, network } = log.columns
  const file = await tableFile(
    display.table,
    [`${when} (UTC)`, what, log.way, who, device, network, log.route],
    [
      ...events.map((event) => [
        new Date(event.at).toISOString(),
        kinds[event.kind],
        event.way ? ways[event.way] : '',
        event.name ?? (event.nobody ? log.nobody(event.nobody) : ''),
        deviceInWords(event.device, words),
        event.network,
        event.route,
      ]),
      ...(isCut
        ? [[log.cut(events.length.toLocaleString(locale.tag)), '', '', '', '', '', '']]
        : []),
    ],
  )
  return new Response(file.body, {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="sign-ins.${file.extension}"`,
      'cache-control': 'no-store',
    },
  })
}
