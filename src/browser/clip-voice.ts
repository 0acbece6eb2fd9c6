/** Offers to read the words of each clip on the page. */
import { clipVoice } from '#read-aloud/clip-voice.ts'
import { MAIN_SHOWN } from './later-events.ts'
import { onThisDevice } from './read-wishes.ts'

const all = (): (() => void)[] =>
  [...document.querySelectorAll('.clip')].map((figure) => clipVoice(figure, onThisDevice))

let off = all()
document.addEventListener(MAIN_SHOWN, () => {
  for (const one of off) one()
  off = all()
})
