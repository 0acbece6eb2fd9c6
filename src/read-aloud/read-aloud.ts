/** Reads a page aloud, one sentence at a time, where the device has a voice for its language. */
import { isShown, turnTo } from './cards.ts'
import { choosePlace } from './choose-place.ts'
import { showSentence } from './highlight.ts'
import { languageOf, offer } from './offer.ts'
import { sentencesOf, type Sentence } from './places.ts'
import { speak } from './speak.ts'
import { voiceFor, voicesFor } from './voice.ts'
import { inThisWindow, type Keeper } from './wishes.ts'

type State = 'silent' | 'reading' | 'paused'

/**
 * Brings the buttons that view/read-aloud.ts drew to life; nothing happens on a page without them.
 * @returns what silences the voice and takes the listeners away, for a page that is drawn anew
 */
export function readAloud(page: ParentNode, keeper: Keeper = inThisWindow): () => void {
  const controls = page.querySelector<HTMLElement>('[data-read-controls]')
  const texts = [...page.querySelectorAll<HTMLElement>('[data-read-aloud]')]
  const off = offer(page)
  if (!controls || !off || !('speechSynthesis' in window)) return () => off?.()
  const silence = bringToLife(controls, texts, keeper)
  return () => {
    off()
    silence()
  }
}

function bringToLife(
  controls: HTMLElement,
  texts: readonly HTMLElement[],
  keeper: Keeper,
): () => void {
  const engine = window.speechSynthesis
  const part = <T extends HTMLElement>(name: string): T => {
    const found = controls.querySelector<T>(`[data-read="${name}"]`)
    if (!found) throw new Error(`The controls have no "${name}".`)
    return found
  }
  const [main, stop, from] = [part('main'), part('stop'), part('from')]
  const [rate, voice] = [part<HTMLSelectElement>('rate'), part<HTMLSelectElement>('voice')]
  const language = languageOf(texts[0] ?? controls)
  let wishes = keeper.read()
  let sentences: readonly Sentence[] = []
  let at = 0
  let state: State = 'silent'
  let hushVoice = (): void => undefined
  let takeAway: (() => void) | null = null

  const show = (next: State): void => {
    state = next
    main.textContent = main.dataset[next] ?? ''
    if (next === 'silent' && document.activeElement === stop) main.focus()
    stop.hidden = next === 'silent'
  }

  // Pausing is stopping and beginning the sentence again: Android has no real pause.
  const hush = (next: State): void => {
    hushVoice()
    hushVoice = () => undefined
    if (next === 'silent') showSentence(null)
    show(next)
  }

  const say = (): void => {
    const sentence = sentences[at]
    const found = voiceFor(engine.getVoices(), language, wishes.voices[language])
    if (!sentence || !found) return hush('silent')
    turnTo(sentence.range.startContainer)
    showSentence(sentence)
    hushVoice = speak({ text: sentence.text, voice: found, rate: wishes.rate }, (wasSaid) => {
      if (!wasSaid) return hush('silent')
      at++
      say()
    })
  }

  const begin = (isFirst: (one: Sentence) => boolean): void => {
    hushVoice()
    sentences = texts.flatMap((text) => sentencesOf(text, language))
    at = Math.max(0, sentences.findIndex(isFirst))
    show('reading')
    say()
  }

  const choosing = (isOn: boolean): void => {
    from.setAttribute('aria-pressed', String(isOn))
    takeAway?.()
    takeAway = isOn
      ? choosePlace(texts, from.dataset['here'] ?? '', (place) => {
          choosing(false)
          begin(({ range }) => place.contains(range.startContainer))
          main.focus({ preventScroll: true })
        })
      : null
  }

  const pressed = (): void => {
    if (state === 'reading') return hush('paused')
    choosing(false)
    if (state === 'silent') return begin(({ range }) => isShown(range.startContainer))
    show('reading')
    say()
  }
  const stopped = (): void => hush('silent')
  const escaped = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || !takeAway) return
    choosing(false)
    from.focus()
  }

  const listVoices = (): void => {
    const voices = voicesFor(engine.getVoices(), language)
    part('voices').hidden = voices.length < 2
    voice.replaceChildren(...voices.map(({ name }) => new Option(name, name)))
    voice.value = voiceFor(voices, language, wishes.voices[language])?.name ?? ''
  }
  const wished = (): void => {
    wishes = {
      rate: Number(rate.value),
      voices: { ...wishes.voices, [language]: voice.value },
    }
    keeper.keep(wishes)
    // Heard at once: the sentence begins again.
    if (state !== 'reading') return
    hushVoice()
    say()
  }

  listVoices()
  // Chosen while this script was on its way, it counts.
  if (rate.selectedOptions[0]?.defaultSelected) rate.value = String(wishes.rate)
  else wished()
  main.addEventListener('click', pressed)
  stop.addEventListener('click', stopped)
  from.addEventListener('click', () => choosing(!takeAway))
  rate.addEventListener('change', wished)
  voice.addEventListener('change', wished)
  // Some browsers know their voices only after a while.
  engine.addEventListener?.('voiceschanged', listVoices)
  window.addEventListener('pagehide', stopped)
  document.addEventListener('keydown', escaped)
  show('silent')
  return () => {
    engine.removeEventListener?.('voiceschanged', listVoices)
    window.removeEventListener('pagehide', stopped)
    document.removeEventListener('keydown', escaped)
    takeAway?.()
    hush('silent')
  }
}
