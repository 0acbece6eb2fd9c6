/** The end of a visit: the Exit button first, a closing window as second chance. */
import type { PlayerWords } from '#i18n/en/player.ts'
import { html } from '#view/html.ts'
import type { Place } from './place.ts'
import type { Recorder, Saving } from './recorder.ts'
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
}

export function leaving(recorder: Recorder, placeNow: () => Place, saying: () => Saying): Exit {
  let left = false
  let warned = false

  const leave = (): boolean => {
    if (left) return true
    left = true
    return recorder.leave()
  }

  const pressed = (): void => {
    const { words, title } = saying()
    recorder.visit(placeNow())
    const { kind } = recorder.saving()
    if (kind === 'not-saved' && !warned) {
      warned = true
      say('saving', words.notSavedExit)
      return
    }
    const saved = leave()
    for (const tool of document.querySelectorAll('.site-header__tools button, .site-nav'))
      tool.remove()
    say('saving', '')
    document.title = `${words.closed} – ${title}`
    show(
      html`<h1 class="govuk-heading-xl" data-focus tabindex="-1">${words.closed}</h1>
        <p class="govuk-body-l">${closing(kind, saved, words)}</p>`,
      true,
    )
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !left) recorder.visit(placeNow())
  })
  window.addEventListener('pagehide', leave)
  // Brought back by the browser after the end: begin again, or say that it is over.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  return { left: () => left, pressed }
}

function closing(kind: Saving['kind'], saved: boolean, words: PlayerWords): string {
  if (kind === 'not-connected') return words.closedNotKept
  if (kind === 'looking-back') return words.lookingBack
  return saved ? words.closedSaved : words.closedNotSaved
}
