/**
 * One sentence, by an engine that may lie. Known faults, and what holds against them:
 * - what is spoken right after a cancel is dropped without a word (Chrome, Safari): a moment is left between the two;
 * - the end is never told, since the utterance was thrown away meanwhile (Chrome, Safari), or since the engine fell silent
 *   (Chrome, after 15 seconds): the utterance is held, and who hears nothing for a while goes on by himself;
 * - an engine stands paused from another page (Chrome): it is told to resume;
 * - on an iPhone the first sentence must come within the press: without a cancel before it, it does.
 */
export interface Spoken {
  readonly text: string
  readonly voice: SpeechSynthesisVoice
  readonly rate: number
}

const AFTER_CANCEL_MS = 60
const LOOK_MS = 1000
/** A slow voice says more than that in a second. */
const LETTERS_A_SECOND = 5
const PATIENCE_MS = 8000

let held: SpeechSynthesisUtterance | null = null

/**
 * @param over it was said, or nothing more will come of it; false where the engine refuses to speak
 * @returns what silences it; `over` is not called then
 */
export function speak({ text, voice, rate }: Spoken, over: (wasSaid: boolean) => void): () => void {
  const { speechSynthesis: engine } = window
  let isOver = false
  let looks = 0
  let silent = 0
  let hasBegun = false
  let isAgain = false
  const end = (wasSaid: boolean, tells = true): void => {
    if (isOver) return
    isOver = true
    held = null
    clearTimeout(starting)
    clearInterval(looking)
    if (tells) over(wasSaid)
  }
  const start = (): void => {
    const utterance = new SpeechSynthesisUtterance(text)
    held = utterance
    Object.assign(utterance, { voice, lang: voice.lang, rate })
    utterance.onstart = () => (hasBegun = true)
    utterance.onend = () => held === utterance && end(true)
    utterance.onerror = () => held === utterance && end(false)
    engine.speak(utterance)
    if (engine.paused) engine.resume()
  }
  const look = (): void => {
    looks++
    silent = engine.speaking || engine.pending ? 0 : silent + 1
    const isLate = looks * LOOK_MS > PATIENCE_MS + (text.length / LETTERS_A_SECOND / rate) * 1000
    if (!isLate && silent < 2) return
    engine.cancel()
    if (hasBegun || isAgain || isLate) return end(true)
    isAgain = true
    silent = 0
    starting = setTimeout(start, AFTER_CANCEL_MS)
  }
  const isBusy = engine.speaking || engine.pending
  if (isBusy) engine.cancel()
  let starting: ReturnType<typeof setTimeout> | undefined
  if (isBusy) starting = setTimeout(start, AFTER_CANCEL_MS)
  else start()
  const looking = setInterval(look, LOOK_MS)
  return () => {
    end(false, false)
    engine.cancel()
  }
}
