/** What a page gains with JavaScript: focus after a form, and one send for a double press. */

const first = document.querySelector<HTMLElement>('[data-focus]')

/** The reader came from this page's own form: a refusal with its summary, or a redirect back. */
const cameFromHere = (): boolean => {
  if (!document.referrer || location.hash) return false
  const from = new URL(document.referrer)
  return from.origin === location.origin && from.pathname === location.pathname
}

const reloaded = performance
  .getEntriesByType('navigation')
  .some((entry) => (entry as PerformanceNavigationTiming).type !== 'navigate')

if (first && (first.matches('.govuk-error-summary') || (cameFromHere() && !reloaded))) first.focus()

const sent = new WeakSet<HTMLFormElement>()

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (event.defaultPrevented || form.method === 'get') return
  if (sent.has(form)) event.preventDefault()
  else sent.add(form)
})

// A page that the browser kept and shows again (Back) may send once more.
addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of document.forms) sent.delete(form)
})
