/** The sign-ins of a time as a file: names and addresses of people leave with it. */
import type { APIContext } from 'astro'
import { tableFile } from '#server/files/csv.ts'
import type { SeenSecurityEvent } from '#db/security.ts'
import { deviceInWords } from './device-words.ts'

/** @param isCut whether there are more than it holds */
export async function securityFile(
  { locals }: APIContext,
  events: readonly SeenSecurityEvent[],
  isCut: boolean,
): Promise<Response> {
  const { words, locale, display } = locals
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
