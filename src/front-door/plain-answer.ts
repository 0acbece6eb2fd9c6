/** What is said when the application itself does not answer: plain, in both languages, and readable without its small style. */
import type { Failure } from './failure.ts'
import type { Refusal } from './checks.ts'

export type Status = Refusal | Failure | 408 | 431

interface Words {
  readonly en: string
  readonly es: string
}

const WORDS: Readonly<Record<Status, Words>> = {
  400: {
    en: 'This address or request cannot be read. Check the address, or go back and try again.',
    es: 'No se puede leer esta dirección o solicitud. Revise la dirección, o vuelva atrás e inténtelo de nuevo.',
  },
  403: {
    en: 'This was not sent from a page of this site, so nothing was saved. Open the page again and send it from there.',
    es: 'Esto no se envió desde una página de este sitio, así que no se guardó nada. Abra la página de nuevo y envíelo desde ahí.',
  },
  405: {
    en: 'This cannot be asked for in this way.',
    es: 'Esto no se puede pedir de esta manera.',
  },
  408: {
    en: 'The request took too long to arrive. Try again.',
    es: 'La solicitud tardó demasiado en llegar. Inténtelo de nuevo.',
  },
  410: {
    en: 'Whom this was about has been erased, so nothing was saved.',
    es: 'La persona de quien se trataba se ha borrado, así que no se guardó nada.',
  },
  413: {
    en: 'What you sent is too large, so nothing was saved. Go back and make it shorter.',
    es: 'Lo que envió es demasiado grande, así que no se guardó nada. Vuelva atrás y acórtelo.',
  },
  417: {
    en: 'This cannot be asked for in this way.',
    es: 'Esto no se puede pedir de esta manera.',
  },
  421: {
    en: 'This site has another address: ',
    es: 'Este sitio tiene otra dirección: ',
  },
  431: {
    en: 'The address or the cookies are too long. Delete the cookies of this site and try again.',
    es: 'La dirección o las cookies son demasiado largas. Borre las cookies de este sitio e inténtelo de nuevo.',
  },
  500: {
    en: 'Something went wrong on our side. What you sent may not have been saved. Go back and try again.',
    es: 'Algo falló de nuestro lado. Puede que no se haya guardado lo que envió. Vuelva atrás e inténtelo de nuevo.',
  },
  503: {
    en: 'The site is busy and may not have saved what you sent. Wait a few seconds, go back and try again.',
    es: 'El sitio está ocupado y puede que no haya guardado lo que envió. Espere unos segundos, vuelva atrás e inténtelo de nuevo.',
  },
  507: {
    en: 'The site has no room to save anything right now. Go back, keep what you wrote, and tell your coordinator.',
    es: 'El sitio no tiene espacio para guardar nada en este momento. Vuelva atrás, conserve lo que escribió y avise a su coordinador o coordinadora.',
  },
}

export interface PlainAnswer {
  readonly status: Status
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What a call of ours reads; the words are for whoever looks at the line. */
const CODES: Readonly<Record<Status, string>> = {
  400: 'unreadable',
  403: 'elsewhere',
  405: 'method',
  408: 'too-slow',
  410: 'erased',
  413: 'too-large',
  417: 'method',
  421: 'other-host',
  431: 'too-large',
  500: 'failed',
  503: 'busy',
  507: 'full',
}

/** Addresses that only programs ask, our own scripts among them: these are answered in JSON. */
const isCall = (url: string): boolean => /^\/api(\/|$)/.test(url)

const AS_JSON = 'application/json'

/** What is answered to an address: JSON to a call, else what the request accepts. */
export const acceptedBy = (url: string, accept: string | null | undefined): string =>
  isCall(url) ? AS_JSON : (accept ?? '')

/**
 * @param accept the request's Accept header: a browser gets a page, a program gets text; see `acceptedBy`
 * @param below HTML under the words, on a page
 * @param request its id: whoever reports the error can say it, and the log has it
 */
export function plainAnswer(
  status: Status,
  accept: string,
  origin: string,
  below = '',
  request = '',
): PlainAnswer {
  const { en, es } = WORDS[status]
  const html = accept.includes('text/html')
  const json = accept === AS_JSON
  const link = status === 421 ? (html ? `<a href="${origin}">${origin}</a>` : origin) : ''
  return {
    status,
    headers: {
      'Content-Type': json ? AS_JSON : `text/${html ? 'html' : 'plain'}; charset=utf-8`,
      ...(status === 405 ? { Allow: 'GET, HEAD, POST' } : {}),
      ...(status === 503 ? { 'Retry-After': '5' } : {}),
    },
    body: json
      ? JSON.stringify({
          error: CODES[status],
          en: en + link,
          es: es + link,
          ...(request ? { request } : {}),
        })
      : html
        ? page(en + link, es + link, below, request)
        : `${en}${link}\n${es}${link}\n${request && `${request}\n`}`,
  }
}

const page = (en: string, es: string, below: string, request: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Alongside</title>
<link rel="stylesheet" href="/plain.css">
<main>
<h1>Alongside</h1>
<p>${en}</p>
<p lang="es">${es}</p>
${below}${request && `<p>If you report this: <strong>${request}</strong></p>\n<p lang="es">Si avisa de esto: <strong>${request}</strong></p>\n`}</main>
</html>
`
