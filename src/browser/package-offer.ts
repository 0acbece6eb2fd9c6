/** What a package offers, in the bar above it: it arrives when the person presses, and only then. */
import type { Told } from '#scorm/host/messages.ts'

type Of<K extends Told['kind']> = Extract<Told, { kind: K }>
interface Says {
  readonly file: string
  readonly outside: string
}

/** @param files where this opening's files are: nothing else can be offered */
export function offerFile(
  line: HTMLElement,
  says: Says,
  { path, name }: Of<'file'>,
  { origin, folder }: { readonly origin: string; readonly folder: string },
): void {
  const url = new URL(path, origin)
  if (folder === '' || url.origin !== origin || !url.pathname.startsWith(folder)) return
  const link = linkTo(origin + url.pathname.replace('/files/', '/keep/'), name)
  // Not in this window, which might ask whether to leave, and not in a new one, which would stay open and empty.
  link.target = 'package-files'
  line.replaceChildren(`${says.file} `, link)
}

export function offerMade(line: HTMLElement, says: Says, { bytes, name }: Of<'made'>): void {
  // Bytes and nothing else: no browser may run it here.
  const file = new Blob([bytes], { type: 'application/octet-stream' })
  const link = linkTo(URL.createObjectURL(file), name)
  link.download = name || 'file'
  line.replaceChildren(`${says.file} `, link)
}

export const sayOutside = (line: HTMLElement, says: Says, { host }: Of<'outside'>): void =>
  line.replaceChildren(says.outside.replace('{host}', host))

function linkTo(address: string, name: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = address
  link.textContent = name || 'file'
  return link
}
