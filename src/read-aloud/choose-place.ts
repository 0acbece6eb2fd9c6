/** A button before each paragraph and heading that is shown: reading begins at the one that is pressed. */
import { isShown } from './cards.ts'

const PLACES = 'p, li, h1, h2, h3, h4, dt, dd, legend'
const UNREAD = '[data-unread], [hidden], svg, details:not([open]) > :not(summary), li p, dd p'
const HEARD = 32

/** @returns what takes the buttons away */
export function choosePlace(
  roots: Iterable<Element>,
  here: string,
  chosen: (place: Element) => void,
): () => void {
  const buttons: HTMLElement[] = []
  const away = (): void => buttons.forEach((one) => one.remove())
  for (const root of roots)
    for (const place of root.querySelectorAll(PLACES)) {
      const text = place.textContent?.trim().replace(/\s+/g, ' ') ?? ''
      if (!text || !place.firstChild || place.closest(UNREAD) || !isShown(place.firstChild))
        continue
      const button = document.createElement('button')
      Object.assign(button, { className: 'quiet-button', type: 'button', textContent: here })
      button.setAttribute('aria-label', `${here}: ${text.slice(0, HEARD)}`)
      button.dataset['unread'] = ''
      button.addEventListener('click', (event) => {
        // It may stand in a label, or in a heading that is a link.
        event.preventDefault()
        away()
        chosen(place)
      })
      place.prepend(button)
      buttons.push(button)
    }
  return away
}
