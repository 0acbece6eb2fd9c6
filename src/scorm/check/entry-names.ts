/** What the names in an archive must be, so that nothing lands outside and nothing lands on something else. */
import { finding, type Finding } from '#domain/packages/finding.ts'
import { LIMITS } from './limits.ts'

/** What a Mac's archiver adds; left out when unpacking. */
export const isLeftover = (name: string): boolean =>
  /^__MACOSX(\/|$)|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(name)

/** Letters that are not seen, or that turn the others round: `gpj.exe` that looks like `exe.jpg`. */
const UNSEEN =
  /[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u

/** What Windows takes for a device, a stream of another file, or a name without its end. */
const RESERVED =
  /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)|[:*?"<>|]|[. ]$/i

/** What a web server obeys or runs, should the files ever lie where one looks. */
const SERVER =
  /(?:^|\/)(?:\.ht(?:access|passwd|groups?|digest)|\.user\.ini|web\.config|global\.asax)$|\.(?:php\d?|phps|pht|phtml|phar|aspx?|ashx|asmx|ascx|cshtml|jspx?|jspf|cfml?|cgi|fcgi|shtml?|stm)$/i

/** @param name as the archive has it, with backslashes turned; folders end with a slash */
export function nameFinding(name: string): Finding | null {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (name === '' || /[\u0000-\u001f\u007f]/.test(name)) return finding('name-control', name)
  if (UNSEEN.test(name)) return finding('name-unseen', name)
  const parts = name.replace(/\/$/, '').split('/')
  if (/^([A-Za-z]:|\/)/.test(name) || parts.includes('..')) return finding('name-outside', name)
  if (parts.some((part) => part === '' || part === '.')) return finding('name-control', name)
  if (name.length > LIMITS.path || parts.some((part) => Buffer.byteLength(part) > LIMITS.name))
    return finding('name-long', name, name.length)
  if (parts.some((part) => RESERVED.test(part))) return finding('name-reserved', name)
  return SERVER.test(name) ? finding('name-server', name) : null
}

const sameOnDisk = (name: string): string => name.normalize('NFC').toLowerCase()

/** Two files of one name, of names that some disks hold for one, or a file where a folder is needed. */
export function clashes(names: readonly string[]): Finding[] {
  const found: Finding[] = []
  const seen = new Map<string, string>()
  for (const name of names) {
    const key = sameOnDisk(name)
    const twin = seen.get(key)
    if (twin === name) found.push(finding('duplicate', name))
    else if (twin !== undefined) found.push(finding('case-twin', name, twin))
    seen.set(key, name)
  }
  const folders = new Map<string, string>()
  for (const name of names)
    for (let at = name.indexOf('/'); at > 0; at = name.indexOf('/', at + 1)) {
      const folder = name.slice(0, at)
      const twin = folders.get(sameOnDisk(folder))
      if (twin !== undefined && twin !== folder) found.push(finding('case-twin', name, `${twin}/`))
      if (seen.has(sameOnDisk(folder)) && twin === undefined)
        found.push(finding('file-and-folder', folder, name))
      folders.set(sameOnDisk(folder), twin ?? folder)
    }
  return found
}
