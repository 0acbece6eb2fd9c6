/**
 * The captions of a clip without sound, read by a voice of the device while it plays. A voice that is slower than the picture
 * makes it wait; who stops the clip, or goes to another place in it, stops the voice.
 */
import { languageOf } from './offer.ts'
import { speak } from './speak.ts'
import { voiceFor } from './voice.ts'
import type { Keeper } from './wishes.ts'

/** @returns what takes the voice away, for a page that is drawn anew */
export function clipVoice(figure: Element, keeper: Keeper): () => void {
  const video = figure.querySelector('video')
  const button = figure.querySelector<HTMLButtonElement>('[data-clip-voice]')
  const engine = (window as Partial<Window>).speechSynthesis
  if (!video || !button || !engine) return () => undefined
  const language = languageOf(figure)
  const voice = (): SpeechSynthesisVoice | null =>
    voiceFor(engine.getVoices(), language, keeper.read().voices[language])
  const look = (): void => {
    button.hidden = !voice()
  }
  look()
  engine.addEventListener?.('voiceschanged', look)

  let silence: (() => void) | null = null
  let next: string | null = null
  /** It waits for the voice, and nobody stopped it. */
  let waits = false
  const isOn = (): boolean => button.getAttribute('aria-pressed') === 'true'
  const stop = (): void => {
    silence?.()
    silence = next = null
    waits = false
  }
  const say = (text: string): void => {
    const reader = voice()
    if (!reader) return
    silence = speak({ text, voice: reader, rate: keeper.read().rate }, () => {
      silence = null
      const waiting = next
      next = null
      if (waiting !== null) say(waiting)
      if (waits) {
        waits = false
        void video.play()
      }
    })
  }
  const track = [...video.textTracks].find((one) => one.language === language)
  const onCue = (): void => {
    const cue = track?.activeCues?.[0] as VTTCue | undefined
    if (!cue || !isOn()) return
    const text = cue.text.replace(/\s+/g, ' ')
    if (!silence) return say(text)
    next = text
    waits = true
    video.pause()
  }
  const onPause = (): void => {
    if (!waits && !video.ended) stop()
  }
  const onPress = (): void => {
    button.setAttribute('aria-pressed', String(!isOn()))
    if (isOn()) {
      // Captions that are not shown tell nobody when they change.
      if (track?.mode === 'disabled') track.mode = 'hidden'
      // An iPhone lets a page speak once it has spoken within a press.
      engine.speak(new SpeechSynthesisUtterance(''))
      if (video.paused) void video.play()
      else onCue()
      return
    }
    const waited = waits
    stop()
    if (waited) void video.play()
  }
  track?.addEventListener('cuechange', onCue)
  video.addEventListener('pause', onPause)
  video.addEventListener('seeking', stop)
  button.addEventListener('click', onPress)
  return () => {
    stop()
    engine.removeEventListener?.('voiceschanged', look)
  }
}
