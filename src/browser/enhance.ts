/** What a page gains with JavaScript: focus after a form, one send for a double press. */

const first = document.querySelector<HTMLElement>('[data-focus]')

/** The reader came from this page's own form: a refusal with its summary, or a redirect back. */
const cameFromHere = (): boolean => {
  if (!document.referrer || location.hash) return false
  const from = new URL(document.referrer)
  // `on`: what a form of another page has led to, such as the feedback above the next question.
  const goesOn = first?.dataset['focus'] === 'on'
  return from.origin === location.origin && (goesOn || from.pathname === location.pathname)
}

const reloaded = performance
  .getEntriesByType('navigation')
  .some((entry) => (entry as PerformanceNavigationTiming).type !== 'navigate')

if (first && (first.matches('.govuk-error-summary') || (cameFromHere() && !reloaded))) first.focus()

/** Long enough for a double press, short enough to try again when the network gave up. */
const PAUSE = 10_000
const sent = new WeakMap<HTMLFormElement, number>()

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (event.defaultPrevented || form.method === 'get') return
  const before = sent.get(form)
  if (before !== undefined && event.timeStamp - before < PAUSE) event.preventDefault()
  else sent.set(form, event.timeStamp)
})

// A page that the browser kept and shows again (Back) may send at once.
addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of document.forms) sent.delete(form)
})
