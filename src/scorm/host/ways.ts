/** Where a link in a package leads, and what is done about it: pure, so that it is tested without a browser. */

export type Way =
  /** The browser does what it does. */
  | { readonly kind: 'stay' }
  /** A page of the package in a window of its own: it is shown above the course. */
  | { readonly kind: 'page'; readonly address: string }
  /** A link out of the frames, as to the whole window: it becomes the package's whole window. */
  | { readonly kind: 'root'; readonly address: string }
  /** A file of the package that a person may take. */
  | { readonly kind: 'file'; readonly address: string; readonly name: string }
  /** A file that the package's own script made. */
  | { readonly kind: 'made'; readonly address: string; readonly name: string }
  | { readonly kind: 'outside'; readonly host: string }

export interface Link {
  /** As written. */
  readonly href: string
  /** The page that it stands in. */
  readonly base: string
  readonly target: string
  /** Of the attribute; null where there is none. */
  readonly download: string | null
  /** Whether the target is a frame of the package. */
  readonly isFrame: boolean
}

/** What a frame shows; anything else is a file to take. */
const SHOWN =
  /(?:^|\/)[^/.]*$|\.(?:x?html?|svg|png|jpe?g|gif|webp|avif|bmp|mp3|m4a|ogg|oga|aac|wav|mp4|m4v|mov|webm|ogv)$/i

const STAY: Way = { kind: 'stay' }

/** @param files the folder of this opening: `https://host/files/<token>/` */
export function wayOf(link: Link, files: string): Way {
  const url = URL.canParse(link.href, link.base) ? new URL(link.href, link.base) : null
  if (!url) return STAY
  const target = link.target.toLowerCase()
  const isOwn = target === '' || target === '_self'
  const address = url.href
  const name = (link.download ?? '') || nameIn(url)
  if (url.protocol === 'blob:' || url.protocol === 'data:')
    return link.download === null && (isOwn || link.isFrame)
      ? STAY
      : { kind: 'made', address, name: link.download || 'file' }
  if (!/^https?:$/.test(url.protocol)) return STAY
  if (url.origin !== new URL(files).origin) return { kind: 'outside', host: url.host }
  if (!address.startsWith(files)) return STAY
  if (link.download !== null || !SHOWN.test(url.pathname)) return { kind: 'file', address, name }
  if (isOwn || link.isFrame) return STAY
  if (target === '_top' || target === '_parent') return { kind: 'root', address }
  return { kind: 'page', address }
}

function nameIn({ pathname }: URL): string {
  const last = pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
