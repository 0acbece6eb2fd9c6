/**
 * The learner's page around a package: hears what the package commits, sends it to the server, and says what
 * the server said. Nothing that comes from the frame is trusted: it only ever becomes this launch's own result.
 */
import type { Elements } from '#domain/packages/runtime-data.ts'
import type { Leave, Open } from '#scorm/host/messages.ts'
import type { PackagesWords } from '#i18n/en/packages.ts'
import { findCallView } from './call-view.ts'
import { offerFile, offerMade, sayOutside } from './package-offer.ts'
import { isReady, readTold } from './package-told.ts'
import { takeTurn } from './package-turn.ts'

/** Between two commits that are sent, in milliseconds: a package that floods only replaces what waits. */
const PAUSE = 2000
const RETRY = 5000
/** A package that does not say good-bye by then is left without. */
const PATIENCE = 1500

type Says = PackagesWords['learn']['says']
/** How the line looks, not by its words alone; the names of styles/foundation/_tones.scss. */
type Tone = 'wait' | 'done' | 'warn'

class PackagePlayer extends HTMLElement {
  private waiting: { elements: Elements; sequence: number } | null = null
  private sequence = 0
  private sending = false
  private over = false
  /** The last try did not reach the server, or it did not take it: it is tried again. */
  private unsaved = false
  private ended = false
  private nextAt = 0
  private timer = 0
  private port: MessagePort | null = null
  /** Where the person wants to go, once what the package said last is saved. */
  private goingTo = ''
  private readonly view = findCallView()

  connectedCallback(): void {
    const frame = this.querySelector('iframe')
    if (!frame) return
    this.foldAway()
    void this.begin(frame)
  }

  /** Nothing of the package is asked for before it is its turn. */
  private async begin(frame: HTMLIFrameElement): Promise<void> {
    // Back from where they went, the package's page is no longer there, and its turn is over.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) window.location.reload()
    })
    const turn = await takeTurn(this.dataset['origin'] ?? '')
    if (turn.kind === 'never') return this.say(this.says.cannotKeepApart, 'warn')
    if (turn.kind === 'waits') {
      this.say(this.says.waits, 'warn')
      await turn.turn
      this.say(this.says.opening, 'wait')
    }
    const listen = (event: MessageEvent<unknown>): void => {
      // Source and origin first: another frame, another site or a page that took the frame's place is not heard.
      if (event.source !== frame.contentWindow || event.origin !== this.dataset['origin']) return
      if (!isReady(event.data)) return
      window.removeEventListener('message', listen)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }: MessageEvent<unknown>) => this.hear(data)
      this.port = port1
      const message: Open = { kind: 'alongside-open', ...this.open }
      frame.contentWindow?.postMessage(message, event.origin, [port2])
    }
    window.addEventListener('message', listen)
    window.addEventListener('pagehide', () => this.sendAtTheEnd())
    // Only while something would be lost: the browser asks, in its own words.
    window.addEventListener('beforeunload', (event) => {
      if (this.unsaved) event.preventDefault()
    })
    window.addEventListener('online', () => this.unsaved && this.hurry())
    document.addEventListener('click', (event) => this.leave(event))
    this.offerWholeScreen()
    frame.src = this.dataset['shell'] ?? ''
  }

  /** What is folded away again when somebody goes back to the package. */
  private foldAway(): void {
    const more = this.querySelector<HTMLDetailsElement>('[data-more]')
    const fold = (): void => more?.removeAttribute('open')
    window.addEventListener('blur', fold)
    this.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !more?.open) return
      fold()
      more.querySelector('summary')?.focus()
    })
  }

  /** What is ours is in every commit as well. */
  private withoutGiven(elements: Elements): Elements {
    const given = this.open.elements
    return Object.fromEntries(Object.entries(elements).filter(([name]) => !(name in given)))
  }

  /** Not on an iPhone, which has none for a page. */
  private offerWholeScreen(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-whole-screen]')
    if (!button || !document.fullscreenEnabled) return
    const [enter, leave] = [button.textContent, button.dataset['leave'] ?? '']
    button.hidden = false
    button.addEventListener('click', () => {
      void (document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen())
    })
    this.addEventListener('fullscreenchange', () => {
      button.textContent = document.fullscreenElement ? leave : enter
    })
  }

  /**
   * Many packages tell their result only when their page goes. When ours goes with it, nobody hears them:
   * so theirs goes first. A second click goes at once.
   */
  private leave(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (
      !link ||
      !/^https?:/.test(link.href) ||
      link.target ||
      event.defaultPrevented ||
      event.button !== 0
    )
      return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (link.hash && link.pathname === location.pathname) return
    if (!this.port || this.over || this.goingTo) return
    event.preventDefault()
    this.goingTo = link.href
    this.say(this.says.saving, 'wait')
    const leave: Leave = { kind: 'leave' }
    this.port.postMessage(leave)
    window.setTimeout(() => this.finish(), PATIENCE)
  }

  private finish(): void {
    if (this.waiting) this.hurry()
    else this.go()
  }

  private hurry(): void {
    window.clearTimeout(this.timer)
    this.timer = 0
    this.plan(0)
  }

  private go(): void {
    if (this.goingTo && !this.sending) window.location.assign(this.goingTo)
  }

  private hear(data: unknown): void {
    const told = readTold(data)
    const { says } = this
    if (told?.kind === 'started') this.say(says.opened, 'wait')
    if (told?.kind === 'too-much') this.say(says.tooMuch, 'warn')
    if (told?.kind === 'lost') this.say(says.lost, 'warn')
    if (told?.kind === 'call') this.view?.tell(told.call)
    if (told?.kind === 'left') this.finish()
    const line = this.querySelector<HTMLElement>('[data-offer]')
    if (told?.kind === 'file' && line) offerFile(line, says, told, this.whereFilesAre)
    if (told?.kind === 'made' && line) offerMade(line, says, told)
    if (told?.kind === 'outside' && line) sayOutside(line, says, told)
    if (told?.kind !== 'commit' || this.over) return
    this.view?.showKept(this.withoutGiven(told.elements))
    this.ended ||= told.ended
    this.waiting = { elements: told.elements, sequence: ++this.sequence }
    this.plan(Math.max(0, this.nextAt - Date.now()))
  }

  private plan(ms: number): void {
    if (this.timer || this.sending || this.over) return
    this.timer = window.setTimeout(() => {
      this.timer = 0
      void this.send()
    }, ms)
  }

  private async send(): Promise<void> {
    const now = this.waiting
    if (!now) return
    this.sending = true
    this.nextAt = Date.now() + PAUSE
    const status = await this.post(now)
    this.sending = false
    const done = status === 200 || status === 202 || status === 413
    // What came meanwhile is newer, and is sent next.
    if (done && this.waiting === now) this.waiting = null
    if (status === 404) this.over = true
    this.unsaved = !done && !this.over
    this.tell(status)
    if (!this.waiting || this.over) this.go()
    else this.plan(status !== 200 ? RETRY : this.goingTo ? 0 : PAUSE)
  }

  /** @returns the status of an answer of ours; 0 for anything else, such as a page of a wireless network */
  private async post(what: object): Promise<number> {
    try {
      const response = await fetch(this.address, {
        method: 'POST',
        redirect: 'error',
        headers: this.headers,
        body: JSON.stringify(what),
      })
      const isOurs = /^application\/json/.test(response.headers.get('content-type') ?? '')
      const said = isOurs ? ((await response.json()) as { saved?: unknown }) : null
      if (!said) return 0
      return response.status === 200 && said.saved !== true ? 0 : response.status
    } catch {
      return 0
    }
  }

  private tell(status: number): void {
    const time = new Intl.DateTimeFormat(this.dataset['locale'], {
      hour: 'numeric',
      minute: '2-digit',
      hour12: true,
    })
      .format()
      .toLowerCase()
    const { says } = this
    if (status === 200)
      this.say(
        says.savedAt.replace('{time}', time) + (this.ended ? ` – ${says.ended}` : ''),
        'done',
      )
    else if (status === 202) this.say(says.notKept, 'wait')
    else if (status === 401) this.say(says.signedOut, 'warn')
    else if (status === 409) this.say(says.somebodyElse, 'warn')
    else if (status === 404) this.say(says.over, 'warn')
    else if (status === 413) this.say(says.tooMuch, 'warn')
    else this.say(says.notSaved, 'warn')
  }

  /** The page goes: what waits is sent without anybody to hear the answer. */
  private sendAtTheEnd(): void {
    if (!this.waiting || this.over) return
    const body = JSON.stringify(this.waiting)
    void fetch(this.address, {
      method: 'POST',
      keepalive: body.length < 60_000,
      headers: this.headers,
      body,
    }).catch(() => undefined)
  }

  /** Whose page this is: somebody else who signed in meanwhile gets nothing of it. */
  private get headers(): Record<string, string> {
    return { 'content-type': 'application/json', 'alongside-owner': this.dataset['owner'] ?? '' }
  }

  private get address(): string {
    return `/api/packages/${this.dataset['launch'] ?? ''}`
  }

  private get open(): Omit<Open, 'kind'> {
    return JSON.parse(this.dataset['open'] ?? '{}') as Omit<Open, 'kind'>
  }

  private get says(): Says {
    return JSON.parse(this.dataset['says'] ?? '{}') as Says
  }

  /** Of this opening, on the content host. */
  private get whereFilesAre(): { readonly origin: string; readonly folder: string } {
    const folder = /^\/files\/[^/]+\//.exec(this.open.address)?.[0] ?? ''
    return { origin: this.dataset['origin'] ?? '', folder }
  }

  private say(text: string, tone: Tone): void {
    const line = this.querySelector<HTMLElement>('[data-status]')
    if (!line) return
    line.dataset['tone'] = tone
    if (line.textContent !== text) line.textContent = text
  }
}

customElements.define('package-player', PackagePlayer)
