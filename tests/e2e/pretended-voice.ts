/** A voice for the browser of a test: it says nothing, and the test ends each sentence. */
import type { Page } from '@playwright/test'

/** What the pretended voice was told, and a way to come to the end of a sentence. */
export interface Pretended {
  readonly said: { readonly text: string; readonly lang: string }[]
  cancelled: number
  end(): void
}
declare global {
  interface Window {
    pretended: Pretended
  }
}

/** @param voices language tags of the device's own voices, known only after a while */
export async function pretendVoices(page: Page, voices: readonly string[]): Promise<void> {
  await page.addInitScript((tags) => {
    type Utterance = { text: string; lang: string; onend: (() => void) | null }
    let open: Utterance | null = null
    let known: { lang: string; localService: boolean; default: boolean }[] = []
    const pretended: Pretended = {
      said: [],
      cancelled: 0,
      end: () => {
        const ended = open
        open = null
        ended?.onend?.()
      },
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => known,
      speak: (utterance: Utterance) => {
        open = utterance
        pretended.said.push({ text: utterance.text, lang: utterance.lang })
      },
      // As browsers do: what is cancelled ends, late.
      cancel: () => {
        pretended.cancelled++
        const ended = open
        open = null
        if (ended) setTimeout(() => ended.onend?.())
      },
    })
    Object.assign(window, { pretended })
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        text: string
        lang = ''
        voice = null
        onend = null
        onerror = null
        constructor(text: string) {
          this.text = text
        }
      },
    })
    addEventListener('load', () => {
      known = tags.map((lang) => ({ lang, localService: true, default: false }))
      synthesis.dispatchEvent(new Event('voiceschanged'))
    })
  }, voices)
}
