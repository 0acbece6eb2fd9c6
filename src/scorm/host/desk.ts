/**
 * What the shell does for the package's pages, which find it by name in a window above them: a page of its own above
 * the course, a file that is offered, a word about a link that leads nowhere. A package can call it as it likes:
 * all that comes of it is an offer that a person may take or leave.
 */
import type { OverWords, Told } from './messages.ts'

export interface Desk {
  /** Opens a page of the package above the course. @param address '' for a blank one */
  open(address: string, opener: Window): Window | null
  /** Takes the topmost away again. */
  close(): void
  openerOf(window: Window): Window | null
  /** A file of the package, by its address. */
  offer(address: string, name: string): void
  /** Files that the package made, by their addresses. */
  readonly made: Map<string, Blob>
  /** Offers one of them. */
  hand(bytes: ArrayBuffer, name: string): void
  outside(host: string): void
  /** Goes to an address in the package's whole window. */
  go(address: string): void
  isFrame(name: string): boolean
}

export const DESK = 'alongsideDesk'

const MOST_OPEN = 5

/** @param frame the package's own */
export function layDesk(
  frame: HTMLIFrameElement,
  words: OverWords,
  tell: (told: Told, with_?: Transferable[]) => void,
): Desk {
  const over: HTMLElement[] = []
  const openers = new WeakMap<Window, Window>()
  const close = (): void => {
    over.pop()?.remove()
    const below = over.at(-1)?.querySelector('iframe') ?? frame
    below.focus()
  }
  return {
    made: new Map<string, Blob>(),
    open: (address, opener) => {
      if (over.length >= MOST_OPEN) close()
      const page = document.createElement('iframe')
      page.title = words.title
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = words.close
      button.addEventListener('click', close)
      const whole = document.createElement('section')
      whole.className = 'over'
      whole.lang = words.language
      whole.append(button, page)
      document.body.append(whole)
      over.push(whole)
      button.focus()
      const opened = page.contentWindow
      if (!opened) return null
      openers.set(opened, opener)
      // A blank page that is written into has none of our scripts.
      Reflect.set(opened, 'close', close)
      if (address !== '') page.src = address
      return opened
    },
    close,
    openerOf: (window) => openers.get(window) ?? null,
    offer: (address, name) => {
      const { origin, pathname } = new URL(address)
      if (origin === location.origin) tell({ kind: 'file', path: pathname, name })
    },
    hand: (bytes, name) => tell({ kind: 'made', bytes, name }, [bytes]),
    outside: (host) => tell({ kind: 'outside', host }),
    go: (address) => {
      while (over.length) close()
      frame.contentWindow?.location.assign(address)
    },
    isFrame: (name) =>
      name !== '' &&
      [frame, ...over.map((one) => one.querySelector('iframe'))].some(
        (one) => one?.contentWindow && hasFrame(one.contentWindow, name),
      ),
  }
}

function hasFrame(window: Window, name: string): boolean {
  try {
    if (window.name === name) return true
    return Array.from({ length: window.length }, (_, at) => window[at]).some(
      (one) => one !== undefined && hasFrame(one, name),
    )
  } catch {
    return false
  }
}
