/** Offers to read a page aloud. What reads comes with the first press: the page holds its script in a template. */
import { offer } from '#read-aloud/offer.ts'
import { MAIN_SHOWN } from './later-events.ts'

let off = offer(document)
document.addEventListener(MAIN_SHOWN, () => {
  off?.()
  off = offer(document)
})

document.addEventListener('click', load, true)

function load(event: MouseEvent): void {
  const pressed = event.target as HTMLElement
  if (!pressed.closest('[data-read-controls], [data-clip-voice]')) return
  document.removeEventListener('click', load, true)
  // An iPhone lets a page speak once it has spoken within a press; that the script comes takes a moment longer.
  speechSynthesis.speak(new SpeechSynthesisUtterance(''))
  const held = document.querySelector<HTMLTemplateElement>('template[data-read-later]')
  const script = held?.content.querySelector('script')?.cloneNode()
  if (!(script instanceof HTMLScriptElement)) return
  script.addEventListener('load', () => {
    off?.()
    off = null
    // The summary has opened by itself.
    pressed.closest('button')?.click()
  })
  script.addEventListener('error', () => document.addEventListener('click', load, true))
  document.head.append(script)
}
