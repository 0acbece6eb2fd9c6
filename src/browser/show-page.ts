import { MAIN_SHOWN } from './later-events.ts'

/** The server's own page with what is wrong stands in the place of this one. @returns false where it has no such form */
export function showPage(html: string): boolean {
  const answer = new DOMParser().parseFromString(html, 'text/html')
  const main = answer.querySelector('main')
  const before = document.querySelector('main')
  if (!main?.querySelector('form[id]') || !before) return false
  document.title = answer.title
  document.body.dataset['stays'] = 'typed'
  before.replaceWith(main)
  document.dispatchEvent(new Event(MAIN_SHOWN))
  main.querySelector<HTMLElement>('[data-focus]')?.focus()
  return true
}
