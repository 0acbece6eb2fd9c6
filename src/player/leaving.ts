/** The end of a visit: the Exit button first, a closing window as second chance. */
import type { Locale } from '#domain/programme/locale.ts'
import type { PlayerWords } from '#i18n/en/player.ts'
import { html } from '#view/html.ts'
import type { Place } from './place.ts'
import type { Recorder } from './recorder.ts'
import { timeOrNull } from './saving-line.ts'
import { say, show } from './screen.ts'

export interface Exit {
  /** After the end nothing is drawn or written any more. */
  left(): boolean
  /** The Exit button was pressed. */
  pressed(): void
}

/** What is said at the end, in the language of the moment. */
export interface Saying {
  readonly words: PlayerWords
  readonly title: string
  readonly locale: Locale
}

export function leaving(recorder: Recorder, placeNow: () => Place, saying: () => Saying): Exit {
  let left = false
  /** The last saving before the loss that was warned of: each loss has a warning of its own. */
  let warnedAfter: number | null | undefined

  const leave = (): boolean => {
    if (left) return true
    left = true
    return recorder.leave()
  }

  const pressed = (): void => {
    const { words, title, locale } = saying()
    recorder.visit(placeNow())
    const saving = recorder.saving()
    if (saving.kind === 'not-saved' && warnedAfter !== saving.last) {
      warnedAfter = saving.last
      say('saving', words.notSavedExit(timeOrNull(saving.last, locale)))
      return
    }
    const saved = leave()
    const closing = (): string => {
      if (saving.kind === 'not-connected') return words.closedNotKept
      if (saving.kind === 'looking-back') return words.lookingBack
      if (saved) return words.closedSaved
      const now = recorder.saving()
      return words.closedNotSaved(timeOrNull('last' in now ? now.last : null, locale))
    }
    for (const tool of document.querySelectorAll('.site-header__tools button, .site-nav'))
      tool.remove()
    say('saving', '')
    // Inside a page of the learning system there is no window of ours to close.
    const isWithin = window.parent !== window
    const last = isWithin ? words.closedWithin : words.closed
    document.title = `${last} – ${title}`
    show(
      html`<h1 class="govuk-heading-xl" data-focus tabindex="-1">${last}</h1>
        <p class="govuk-body-l">${closing()}</p>
        ${isWithin ? html`<p class="govuk-body">${words.closedGoOn}</p>` : null}`,
      true,
    )
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || left) return
    recorder.visit(placeNow())
  })
  window.addEventListener('pagehide', leave)
  // Only while something would be lost: the browser asks, in its own words.
  window.addEventListener('beforeunload', (event) => {
    if (!left && recorder.saving().kind === 'not-saved') event.preventDefault()
  })
  // Brought back by the browser after the end: begin again, or say that it is over.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  return { left: () => left, pressed }
}
