/** Links, `window.open` and files in a page of a package. Without a shell above, everything stays as it is. */
import { DESK, type Desk } from './desk.ts'
import { bytesOf, rememberFiles } from './made-files.ts'
import { wayOf, type Link, type Way } from './ways.ts'

export function guardLinks(window: Window & typeof globalThis): void {
  const desk = deskAbove(window)
  const files = /^\/files\/[^/]+\//.exec(window.location.pathname)?.[0]
  if (!desk || files === undefined) return
  const folder = window.location.origin + files
  const opener = desk.openerOf(window)
  if (opener) {
    window.opener = opener
    window.close = () => desk.close()
  }
  const lead = (link: Omit<Link, 'base' | 'isFrame'>): Way =>
    wayOf({ ...link, base: window.document.baseURI, isFrame: desk.isFrame(link.target) }, folder)
  const follow = (way: Way): void => {
    if (way.kind === 'page') desk.open(way.address, window)
    if (way.kind === 'root') desk.go(way.address)
    if (way.kind === 'file') desk.offer(way.address, way.name)
    if (way.kind === 'outside') desk.outside(way.host)
    if (way.kind === 'made') void hand(desk, way.address, way.name)
  }
  /** True where it was ours to follow. */
  const take = (anchor: Element): boolean => {
    const href = anchor.getAttribute('href')
    if (href === null) return false
    const target =
      anchor.getAttribute('target') ??
      window.document.querySelector('base[target]')?.getAttribute('target') ??
      ''
    const way = lead({ href, target, download: anchor.getAttribute('download') })
    follow(way)
    return way.kind !== 'stay'
  }
  // Said by a page that the server sends in the place of a file (front-door/guarded-page.ts).
  window.addEventListener('alongside-file', () =>
    desk.offer(window.location.href, window.document.title),
  )
  window.addEventListener('click', (event) => {
    const at = event.composedPath()[0]
    const anchor = at instanceof window.Element ? at.closest('a[href], area[href]') : null
    if (!event.defaultPrevented && anchor && take(anchor)) event.preventDefault()
  })
  guardLooseLinks(window, take)
  rememberFiles(window, desk.made)
  window.open = (url, target = '_blank') => {
    const href = String(url ?? '')
    if (href === '' || href === 'about:blank') return desk.open('', window)
    const way = lead({ href, target: target === '' ? '_blank' : target, download: null })
    if (way.kind === 'page') return desk.open(way.address, window)
    follow(way)
    if (way.kind !== 'stay' || /^javascript:/i.test(href.trim())) return null
    if (/^_self$/i.test(target)) window.location.assign(href)
    else {
      // A frame of the package, by its name.
      const link = window.document.createElement('a')
      link.href = href
      link.target = target
      link.click()
    }
    return window
  }
}

/** The usual way to hand out a file that was made: a link that never stands in the page, and is pressed by script. */
function guardLooseLinks(
  window: Window & typeof globalThis,
  take: (link: Element) => boolean,
): void {
  const { HTMLElement, HTMLAnchorElement, EventTarget } = window
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own element below
  const { click } = HTMLElement.prototype
  // eslint-disable-next-line @typescript-eslint/unbound-method -- the same
  const { dispatchEvent } = EventTarget.prototype
  const isLoose = (of: unknown): of is HTMLAnchorElement =>
    of instanceof HTMLAnchorElement && !of.isConnected
  HTMLElement.prototype.click = function () {
    if (!isLoose(this) || !take(this)) click.call(this)
  }
  EventTarget.prototype.dispatchEvent = function (event) {
    if (isLoose(this) && event.type === 'click' && take(this)) return false
    return dispatchEvent.call(this, event)
  }
}

async function hand(desk: Desk, address: string, name: string): Promise<void> {
  const bytes = await bytesOf(address, desk.made)
  if (bytes) desk.hand(bytes, name)
}

function deskAbove(window: Window): Desk | null {
  for (let at: Window = window; ; at = at.parent) {
    try {
      const desk: unknown = Reflect.get(at, DESK)
      if (desk) return desk as Desk
    } catch {
      return null
    }
    if (at === at.parent) return null
  }
}
