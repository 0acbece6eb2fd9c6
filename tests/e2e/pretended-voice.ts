/** A voice for the browser of a test: it says nothing, and the test ends each sentence. */
import type { Page } from '@playwright/test'

/** What the pretended voice was told, and a way to come to the end of a sentence. */
export interface Pretended {
  readonly said: {
    readonly text: string
    readonly lang: string
    readonly rate: number
    readonly voice: string
  }[]
  cancelled: number
  end(): void
  /** It falls silent, and tells nobody. */
  fallSilent(): void
  /** The next one is not spoken at all, and nobody is told. */
  swallow(): void
}
declare global {
  interface Window {
    pretended: Pretended
  }
}

/** @param voices language tags of the device's voices, known only after a while; with " far", one that sends text away */
export async function pretendVoices(page: Page, voices: readonly string[]): Promise<void> {
  await page.addInitScript((tags) => {
    type Utterance = {
      text: string
      lang: string
      rate: number
      voice: { name: string } | null
      onstart: (() => void) | null
      onend: (() => void) | null
    }
    let isSwallowed = false
    let open: Utterance | null = null
    let known: { name: string; lang: string; localService: boolean; default: boolean }[] = []
    const pretended: Pretended = {
      said: [],
      cancelled: 0,
      end: () => {
        const ended = open
        open = null
        ended?.onend?.()
      },
      fallSilent: () => {
        open = null
      },
      swallow: () => {
        isSwallowed = true
      },
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => known,
      pending: false,
      paused: false,
      speak: (utterance: Utterance) => {
        // Nothing to say: it only lets an iPhone speak later.
        if (!utterance.text) return
        const { text, lang, rate, voice } = utterance
        pretended.said.push({ text, lang, rate, voice: voice?.name ?? '' })
        if (isSwallowed) isSwallowed = false
        else {
          open = utterance
          utterance.onstart?.()
        }
      },
      // As browsers do: what is cancelled ends, late.
      cancel: () => {
        pretended.cancelled++
        const ended = open
        open = null
        if (ended) setTimeout(() => ended.onend?.())
      },
    })
    Object.defineProperty(synthesis, 'speaking', { get: () => open !== null })
    Object.assign(window, { pretended })
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        text: string
        lang = ''
        rate = 1
        voice = null
        onstart = null
        onend = null
        onerror = null
        constructor(text: string) {
          this.text = text
        }
      },
    })
    addEventListener('load', () => {
      known = tags.map((tag) => {
        const [lang = '', where] = tag.split(' ')
        return { name: `Voice ${lang}`, lang, localService: where !== 'far', default: false }
      })
      synthesis.dispatchEvent(new Event('voiceschanged'))
    })
  }, voices)
}
