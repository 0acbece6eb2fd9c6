/**
 * Runs in the shell page on the content host, around the package's own frame: the API stands there before the
 * frame gets its address. A package can reach all of this, so nothing here is secret and nothing is trusted.
 */
import type { Standard } from '#domain/course/packed.ts'
import type { Open, Ready, Told } from './messages.ts'
import { API_NAME, startRuntime, type ScormAgainClass } from './runtime.ts'

const ASK_EVERY_MS = 200

export function runShell(standard: Standard, Class: ScormAgainClass): void {
  const origin = document.querySelector<HTMLMetaElement>('meta[name=platform]')?.content ?? ''
  const frame = document.querySelector('iframe')
  if (!frame || window.parent === window) return
  forgetOthers()
  const ready: Ready = { kind: 'alongside-ready' }
  const asking = setInterval(() => window.parent.postMessage(ready, origin), ASK_EVERY_MS)
  window.parent.postMessage(ready, origin)
  const listen = (event: MessageEvent<unknown>): void => {
    const port = event.ports[0]
    if (event.source !== window.parent || event.origin !== origin || !port) return
    const open = event.data as Open
    if (open.kind !== 'alongside-open' || !open.address.startsWith('/files/')) return
    clearInterval(asking)
    window.removeEventListener('message', listen)
    const tell = (told: Told): void => port.postMessage(told)
    const api = startRuntime(Class, {
      standard,
      elements: open.elements,
      onCommit: ({ elements, ended }) => tell({ kind: 'commit', elements, ended }),
    })
    Reflect.set(window, API_NAME[standard], api)
    frame.src = open.address
    tell({ kind: 'started' })
  }
  window.addEventListener('message', listen)
}

/** All packages share one host: what another one left in the browser is not for this one. */
function forgetOthers(): void {
  try {
    window.localStorage.clear()
    window.sessionStorage.clear()
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
