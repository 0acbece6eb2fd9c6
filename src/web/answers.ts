/** How pages answer; only they and the front door speak HTTP. */

export const notFound = (): Response => new Response(null, { status: 404 })

/** A 303 answers a form, so that reloading the page sends nothing twice. @param to a path; any letters */
export const seeOther = (to: string): Response =>
  new Response(null, { status: 303, headers: { location: inHeader(to) } })

/** A header takes neither letters beyond ASCII nor line ends. */
const inHeader = (path: string): string =>
  path.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent)

/** Only paths of ours; anything else leads home. */
export const localPath = (to: string | null, otherwise: string): string =>
  to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : otherwise
