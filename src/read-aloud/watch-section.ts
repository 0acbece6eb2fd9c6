/** Where in a lesson somebody is, in the browser; also once they have gone up to the menu in order to leave. */
import { sectionAt } from '#domain/learning/section.ts'

export interface SectionWatch {
  /** The section that is worth coming back to; 0 above the first heading, or where there is no lesson. */
  now(): number
  /** Another page was drawn. */
  forget(): void
}

/** Long enough to read a line: what is only scrolled past does not count. */
const REST = 1_000

export function watchSection(): SectionWatch {
  let rested = 0
  let timer = 0
  const seen = (): number =>
    sectionAt(
      [...document.querySelectorAll('.prose > h2')].map((one) => one.getBoundingClientRect().top),
      window.innerHeight,
    )
  const rest = (): void => {
    const section = seen()
    if (section > 1) rested = section
  }
  window.addEventListener(
    'scroll',
    () => {
      clearTimeout(timer)
      timer = window.setTimeout(rest, REST)
    },
    { passive: true },
  )
  return {
    now: () => {
      const section = seen()
      return section > 1 ? section : Math.max(section, rested)
    },
    forget: () => {
      clearTimeout(timer)
      rested = 0
    },
  }
}
