/** Shows the buttons where the device has a voice for the page, and one sentence where it has none. */
import { isLanguage, type Language } from '#domain/course/language.ts'
import { mayRead } from './of-language.ts'

/** Some browsers know their voices only after a while; before that nothing is said. */
const LATE_MS = 3000

export const languageOf = (text: Element): Language => {
  const lang = text.closest('[lang]')?.getAttribute('lang')
  return isLanguage(lang) ? lang : 'en'
}

/** @returns what takes the listener away, for a page that is drawn anew; null where nothing is read */
export function offer(page: ParentNode): (() => void) | null {
  const controls = page.querySelector<HTMLElement>('[data-read-controls]')
  const none = page.querySelector<HTMLElement>('[data-read-none]')
  const text = page.querySelector('[data-read-aloud]')
  if (!controls || !none || !text) return null
  const engine = (window as Partial<Window>).speechSynthesis
  const language = languageOf(text)
  const look = (): void => {
    controls.hidden = !engine?.getVoices().some((voice) => mayRead(voice, language))
    if (!controls.hidden) none.hidden = true
  }
  look()
  const late = setTimeout(() => {
    look()
    none.hidden = !controls.hidden
  }, LATE_MS)
  // Older Safari has the event, and no way to listen to it.
  engine?.addEventListener?.('voiceschanged', look)
  return () => {
    clearTimeout(late)
    engine?.removeEventListener?.('voiceschanged', look)
  }
}
