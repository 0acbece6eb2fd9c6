/**
 * Takes what browsers have for calls between people (WebRTC) away from a window and from every window made in it:
 * it could carry words out past the content policy. Chromium also forbids it by a header (content-policy.ts); in
 * other browsers this is all there is, and a page cannot be sure of every door (docs/decisions/imported-packages.md).
 */
const CALLS = /^(?:webkit|moz)?RTC/
const DONE = Symbol('without calls')

/** @param source of the script that runs this, to go first in a page that is made from text; '' for none */
export function withoutCalls(window: Window & typeof globalThis, source: string): void {
  if (Reflect.get(window, DONE) === true) return
  Object.defineProperty(window, DONE, { value: true })
  for (const name of Object.getOwnPropertyNames(window))
    if (CALLS.test(name)) Reflect.deleteProperty(window, name)
  const sweep = (): void => {
    for (let at = 0; at < window.length; at++)
      try {
        withoutCalls(window[at] as Window & typeof globalThis, source)
      } catch {
        // Another origin's, which cannot be reached from here either way.
      }
  }
  sweepAfter(window, sweep)
  guardTexts(window, source)
  // A frame that was made by the parser, or went to another blank page.
  const watch = new window.MutationObserver((changes) => {
    for (const { target, addedNodes } of changes)
      for (const node of [target, ...addedNodes]) guardTree(node, source)
    sweep()
  })
  const seen = { childList: true, subtree: true, attributes: true, attributeFilter: ['srcdoc'] }
  watch.observe(window.document, seen)
  // At the document: a load is not heard at the window.
  window.document.addEventListener('load', sweep, true)
  sweep()
}

type Method = (this: unknown, ...args: unknown[]) => unknown

const INSERTING: readonly (readonly [string, readonly string[]])[] = [
  ['Node', ['appendChild', 'insertBefore', 'replaceChild']],
  ['Element', ['append', 'prepend', 'before', 'after', 'replaceWith', 'replaceChildren']],
  ['Element', ['insertAdjacentElement', 'insertAdjacentHTML', 'setHTMLUnsafe', 'moveBefore']],
  ['CharacterData', ['before', 'after', 'replaceWith']],
  ['DocumentFragment', ['append', 'prepend', 'replaceChildren']],
  ['Document', ['append', 'prepend', 'replaceChildren', 'write', 'writeln', 'execCommand']],
  ['Range', ['insertNode', 'surroundContents']],
]
const SETTING = [
  ['Element', 'innerHTML'],
  ['Element', 'outerHTML'],
  ['ShadowRoot', 'innerHTML'],
] as const
const ASKING = ['HTMLIFrameElement', 'HTMLFrameElement', 'HTMLObjectElement', 'HTMLEmbedElement']

const prototypeIn = (window: Window, name: string): object | null => {
  const found: unknown = Reflect.get(window, name)
  return typeof found === 'function' ? (found.prototype as object) : null
}

/** A frame is a window from the moment that it stands in the page. */
function sweepAfter(window: Window, sweep: () => void): void {
  const after = (run: Method): Method =>
    function (...args) {
      try {
        return run.apply(this, args)
      } finally {
        sweep()
      }
    }
  for (const [name, methods] of INSERTING) {
    const prototype = prototypeIn(window, name)
    for (const method of methods) {
      const run: unknown = prototype && Reflect.get(prototype, method)
      if (prototype && typeof run === 'function')
        Reflect.set(prototype, method, after(run as Method))
    }
  }
  const wrap = (name: string, property: string, kind: 'get' | 'set'): void => {
    const prototype = prototypeIn(window, name)
    const found = prototype && Object.getOwnPropertyDescriptor(prototype, property)
    const run = found?.[kind]
    if (prototype && run)
      Object.defineProperty(prototype, property, { ...found, [kind]: after(run as Method) })
  }
  for (const [name, property] of SETTING) wrap(name, property, 'set')
  const before = (name: string, property: string): void => {
    const prototype = prototypeIn(window, name)
    const found = prototype && Object.getOwnPropertyDescriptor(prototype, property)
    // eslint-disable-next-line @typescript-eslint/unbound-method -- the same
    const get = found?.get
    if (!prototype || !get) return
    Object.defineProperty(prototype, property, {
      ...found,
      get(this: unknown) {
        sweep()
        return get.call(this) as unknown
      },
    })
  }
  for (const name of ASKING)
    for (const property of ['contentWindow', 'contentDocument']) before(name, property)
}

/** A page that is made from text runs its own scripts at once, so ours goes first. */
const guarded = (text: string, source: string): string => {
  const script = `<script>${source}</script>`
  return source === '' || text.startsWith(script) ? text : script + text
}

function guardTexts(window: Window, source: string): void {
  const prototype = prototypeIn(window, 'HTMLIFrameElement')
  const found = prototype && Object.getOwnPropertyDescriptor(prototype, 'srcdoc')
  // eslint-disable-next-line @typescript-eslint/unbound-method -- the same
  const set = found?.set
  if (!prototype || !set) return
  Object.defineProperty(prototype, 'srcdoc', {
    ...found,
    set(this: unknown, text: unknown) {
      set.call(this, guarded(String(text), source))
    },
  })
}

function guardTree(node: Node, source: string): void {
  if (node.nodeType !== 1) return
  const element = node as Element
  const frames = [element, ...element.querySelectorAll('iframe[srcdoc]')]
  for (const frame of frames) {
    const text = frame.localName === 'iframe' ? frame.getAttribute('srcdoc') : null
    if (text !== null && guarded(text, source) !== text)
      frame.setAttribute('srcdoc', guarded(text, source))
  }
}
