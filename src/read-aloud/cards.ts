/** The voice goes on from one card of a lesson to the next: what is read is shown. */

/** Tells the page, from the card that is shown now. */
export const CARD_TURNED = 'card-turned'

export const isShown = (place: Node): boolean =>
  (place.parentElement?.getClientRects().length ?? 0) > 0

/** Shows the card in which something stands, where it is not shown. */
export function turnTo(place: Node): void {
  const card = place.parentElement?.closest('[data-card]')
  const cards = card?.parentElement
  if (!card || !cards || isShown(place)) return
  for (const one of cards.children) one.toggleAttribute('data-now', one === card)
  // From now on the address no longer says which one: it names the one that was asked for.
  cards.toggleAttribute('data-turned', true)
  card.scrollIntoView()
  card.dispatchEvent(new Event(CARD_TURNED, { bubbles: true }))
}
