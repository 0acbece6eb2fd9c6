/** Reads a lesson aloud, one sentence at a time, where the device has a voice for its language. */
import { isLanguage } from '#domain/course/language.ts'
import { isShown, turnTo } from './cards.ts'
import { showSentence } from './highlight.ts'
import { sentencesOf, type Sentence } from './places.ts'
import { voiceFor } from './voice.ts'

type State = 'silent' | 'reading' | 'paused'

/**
 * Brings the buttons that view/lesson.ts drew to life; nothing happens on a page without them.
 * @returns what silences the voice and takes the listeners away, for a page that is drawn anew
 */
export function readAloud(page: ParentNode): () => void {
  const controls = page.querySelector<HTMLElement>('[data-read-controls]')
  const text = page.querySelector<HTMLElement>('[data-read-aloud]')
  if (!controls || !text || !('speechSynthesis' in window)) return () => undefined
  return bringToLife(controls, text)
}

function bringToLife(controls: HTMLElement, text: HTMLElement): () => void {
  const synthesis = window.speechSynthesis
  const button = (name: string): HTMLButtonElement => {
    const found = controls.querySelector<HTMLButtonElement>(`[data-read="${name}"]`)
    if (!found) throw new Error(`The controls have no button "${name}".`)
    return found
  }
  const [main, stop] = [button('main'), button('stop')]
  const lang = text.closest('[lang]')?.getAttribute('lang')
  const language = isLanguage(lang) ? lang : 'en'
  let sentences: readonly Sentence[] = []
  let at = 0
  let state: State = 'silent'
  /** What an older utterance still says is not listened to. */
  let turn = 0

  const show = (next: State): void => {
    state = next
    main.textContent = main.dataset[next] ?? ''
    if (next === 'silent' && document.activeElement === stop) main.focus()
    stop.hidden = next === 'silent'
  }

  // Pausing is stopping and beginning the sentence again: Android has no real pause.
  const hush = (next: State): void => {
    turn++
    synthesis.cancel()
    if (next === 'silent') showSentence(null)
    show(next)
  }

  const say = (): void => {
    const sentence = sentences[at]
    const voice = voiceFor(synthesis.getVoices(), language)
    if (!sentence || !voice) return hush('silent')
    const mine = ++turn
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.onend = () => {
      if (mine !== turn) return
      at++
      say()
    }
    utterance.onerror = () => {
      if (mine === turn) hush('silent')
    }
    turnTo(sentence.range.startContainer)
    showSentence(sentence)
    synthesis.speak(utterance)
  }

  const pressed = (): void => {
    if (state === 'reading') return hush('paused')
    if (state === 'silent') {
      sentences = sentencesOf(text, language)
      at = Math.max(
        0,
        sentences.findIndex(({ range }) => isShown(range.startContainer)),
      )
    }
    synthesis.cancel()
    show('reading')
    say()
  }
  const stopped = (): void => hush('silent')
  const offer = (): void => {
    controls.hidden = voiceFor(synthesis.getVoices(), language) === null
  }

  main.addEventListener('click', pressed)
  stop.addEventListener('click', stopped)
  // Some browsers know their voices only after a while.
  synthesis.addEventListener('voiceschanged', offer)
  window.addEventListener('pagehide', stopped)
  show('silent')
  offer()
  return () => {
    synthesis.removeEventListener('voiceschanged', offer)
    window.removeEventListener('pagehide', stopped)
    hush('silent')
  }
}
