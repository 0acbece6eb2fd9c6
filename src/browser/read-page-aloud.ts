/** Read aloud on the platform's pages; the player does the same after each drawing. */
import { CARD_TURNED } from '#read-aloud/cards.ts'
import { clipVoice } from '#read-aloud/clip-voice.ts'
import { readAloud } from '#read-aloud/read-aloud.ts'
import { onThisDevice } from './read-wishes.ts'
import { MAIN_SHOWN } from './later-events.ts'

const all = (): (() => void)[] => [
  readAloud(document, onThisDevice),
  ...[...document.querySelectorAll('.clip')].map((figure) => clipVoice(figure, onThisDevice)),
]
let silences = all()
document.addEventListener(MAIN_SHOWN, () => {
  for (const silence of silences) silence()
  silences = all()
})

// A link to a heading opens its card, also after the voice has turned one.
addEventListener('hashchange', () =>
  document.querySelector('.cards')?.removeAttribute('data-turned'),
)

// The voice went on to the next card: a reload, or another language, shows the same one.
document.addEventListener(CARD_TURNED, ({ target }) => {
  const id = (target as HTMLElement).querySelector('h2')?.id ?? ''
  const address = new URL(location.href)
  address.searchParams.set('part', id)
  address.hash = ''
  history.replaceState(null, '', address)
})
