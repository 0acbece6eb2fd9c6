/** Offers to read a page aloud. What reads comes with the first press: the page holds its script in a template. */
import { offer } from '#read-aloud/offer.ts'
import { MAIN_SHOWN } from './later-events.ts'

let off = offer(document)
document.addEventListener(MAIN_SHOWN, () => {
  off?.()
  off = offer(document)
})

document.addEventListener('click', hear, true)

let coming: HTMLScriptElement | null = null
/** What was pressed last: a second press while the script still comes is not lost. */
let pressed: HTMLButtonElement | null = null

function hear(event: MouseEvent): void {
  const target = event.target as HTMLElement
  if (!target.closest('[data-read-controls], [data-clip-voice]')) return
  // The summary has opened by itself.
  pressed = target.closest('button') ?? pressed
  if (coming) return
  // An iPhone lets a page speak once it has spoken within a press; that the script comes takes a moment longer.
  speechSynthesis.speak(new SpeechSynthesisUtterance(''))
  const held = document.querySelector<HTMLTemplateElement>('template[data-read-later]')
  const script = held?.content.querySelector('script')?.cloneNode()
  if (!(script instanceof HTMLScriptElement)) return
  coming = script
  script.addEventListener('load', () => {
    document.removeEventListener('click', hear, true)
    off?.()
    pressed?.click()
  })
  script.addEventListener('error', () => (coming = null))
  document.head.append(script)
}
