/**
 * Runs in the shell page on the content host, around the package's own frame: the API stands there before the
 * frame gets its address. A package can reach all of this, so nothing here is secret and nothing is trusted.
 */
import type { Standard } from '#domain/packages/packed.ts'
import { DESK, layDesk } from './desk.ts'
import type { Leave, Open, Ready, Told } from './messages.ts'
import { withoutCalls } from './no-calls.ts'
import { API_NAME, startRuntime, type ScormAgainClass } from './runtime.ts'

const ASK_EVERY_MS = 200
const COMMIT = { '1.2': 'LMSCommit', '2004': 'Commit' } as const

export function runShell(standard: Standard, Class: ScormAgainClass): void {
  const origin = document.querySelector<HTMLMetaElement>('meta[name=platform]')?.content ?? ''
  const frame = document.querySelector('iframe')
  if (!frame || window.parent === window) return
  // A package could take them from here as well.
  withoutCalls(window, '')
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
    const tell = (told: Told, handed: Transferable[] = []): void => port.postMessage(told, handed)
    Reflect.set(window, DESK, layDesk(frame, open.over, tell))
    const api = startRuntime(Class, {
      standard,
      elements: open.elements,
      automatic: true,
      onCommit: ({ elements, ended }) => tell({ kind: 'commit', elements, ended }),
      onLost: () => tell({ kind: 'lost' }),
      onCall: open.watched ? (call) => tell({ kind: 'call', call }) : undefined,
    })
    Reflect.set(window, API_NAME[standard], api)
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if ((data as Leave | null)?.kind !== 'leave') return
      const left = (): void => {
        // Of a package that ended nothing, what it set last; of one that did, this is refused.
        api[COMMIT[standard]]?.('')
        tell({ kind: 'left' })
      }
      frame.addEventListener('load', left, { once: true })
      frame.src = 'about:blank'
    }
    frame.src = open.address
    tell({ kind: 'started' })
  }
  window.addEventListener('message', listen)
}

/**
 * Several packages may share one host: what another one left in the browser is not for this one. The shell's own
 * `Clear-Site-Data` does more, where there is TLS; cookies it does not touch, since it would take the platform's too.
 */
function forgetOthers(): void {
  try {
    window.localStorage.clear()
    window.sessionStorage.clear()
    for (const cookie of document.cookie.split('; '))
      for (const kind of ['', '; SameSite=None; Secure'])
        document.cookie = `${cookie.split('=')[0] ?? ''}=; path=/; max-age=0${kind}`
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
