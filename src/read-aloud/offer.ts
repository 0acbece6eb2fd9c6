/** Shows the buttons where the device has a voice for the page, and one sentence where it has none. */
import { isLanguage, type Language } from '#domain/course/language.ts'
import { mayRead } from './of-language.ts'

/** Some browsers know their voices only after a while; before that nothing is said. */
const LATE_MS = 3000

export const languageOf = (text: Element): Language => {
  const lang = text.closest('[lang]')?.getAttribute('lang')
  return isLanguage(lang) ? lang : 'en'
}

/**
 * The buttons of what is read, and that of a clip whose words can be read.
 * @returns what takes the listener away, for a page that is drawn anew; null where nothing is read
 */
export function offer(page: ParentNode): (() => void) | null {
  const part = (name: string): HTMLElement | null => page.querySelector(`[data-${name}]`)
  const [controls, none, clip] = [part('read-controls'), part('read-none'), part('clip-voice')]
  const text = part('read-aloud') ?? clip
  if (!text || !(controls ?? clip)) return null
  const engine = (window as Partial<Window>).speechSynthesis
  const language = languageOf(text)
  let isHidden = true
  const look = (): void => {
    isHidden = !engine?.getVoices().some((voice) => mayRead(voice, language))
    for (const one of [controls, clip]) if (one) one.hidden = isHidden
    if (none && !isHidden) none.hidden = true
  }
  look()
  const late = setTimeout(() => {
    look()
    if (none) none.hidden = !isHidden
  }, LATE_MS)
  // Older Safari has the event, and no way to listen to it.
  engine?.addEventListener?.('voiceschanged', look)
  return () => {
    clearTimeout(late)
    engine?.removeEventListener?.('voiceschanged', look)
  }
}
