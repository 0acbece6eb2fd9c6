/** The sign-ins of a time as a file. */
import type { APIRoute } from 'astro'
import { tableFile } from '#server/files/csv.ts'
import { showSecurityFile } from '#server/show/manage/security.ts'
import { notFound } from '#web/answers.ts'
import { deviceInWords } from '#web/device-words.ts'
import { requireAdministrator } from '#web/enter.ts'
import { readSecurityWish } from '#web/security-wish.ts'

export const GET: APIRoute = async (context) => {
  const person = requireAdministrator(context)
  if (person instanceof Response) return person
  const { words, locale, display, now } = context.locals
  const { log, kinds, ways } = words.security
  const { filter } = readSecurityWish(context.url.searchParams, locale.timeZone)
  const shown = await showSecurityFile(person, filter, now)
  if (!shown) return notFound()
  const { when, what, who, device, network } = log.columns
  const file = await tableFile(
    display.table,
    [`${when} (UTC)`, what, log.way, who, device, network, log.route],
    [
      ...shown.events.map((event) => [
        new Date(event.at).toISOString(),
        kinds[event.kind],
        event.way ? ways[event.way] : '',
        event.name ?? (event.nobody ? log.nobody(event.nobody) : ''),
        deviceInWords(event.device, words),
        event.network,
        event.route,
      ]),
      ...(shown.isCut
        ? [[log.cut(shown.events.length.toLocaleString(locale.tag)), '', '', '', '', '', '']]
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
