/** What a device of one's own adds to the course: fields, what is not saved here, and what became of what was sent. */
import type { SavedWords } from '#i18n/en/saved.ts'
import type { Shelf } from '#offline/shelf.ts'
import { html } from '#view/html.ts'
import type { More } from '../app.ts'
import { applyAll, recordsFrom, type Clock } from '../deeds.ts'
import { hashOf } from '../place.ts'
import type { Drafts } from './drafts.ts'
import { madeIn, problemOf, readForm, refuse, stay } from './act.ts'
import { summaryOf } from './fields.ts'
import { notices, READ_NOTICES, toTell } from './notices.ts'
import type { QueueRecorder } from './queue-recorder.ts'
import { belowPage, writingPage, type Told } from './writing.ts'

export interface Here {
  readonly words: SavedWords
  /** What the reader holds: "phone". */
  readonly here: string
  /** Modules of the course that are not saved here. */
  readonly missing: readonly { readonly slug: string; readonly title: string }[]
  /** Address of the page around the course. */
  readonly home: string
  readonly clock: Clock
}

interface Carrier {
  readonly person: string
  readonly recorder: QueueRecorder
  readonly shelf: Shelf
  readonly drafts: Drafts
}

/** @param carrier null where nobody is signed in: nothing can be kept */
export function moreHere(
  carrier: Carrier | null,
  { words: t, here, missing, home, clock }: Here,
): More {
  /** Said on the page where something was just kept, until the next one. */
  let done: { readonly at: string; readonly says: Told['done'] } = { at: '', says: {} }
  const told = (at: string): Told => ({
    words: t,
    here,
    keeps: carrier !== null,
    done: done.at === at ? done.says : {},
  })
  const entries = () => carrier?.recorder.known().entries ?? []

  return {
    whoSeesDisplay: t.whoSeesDisplay(here),
    summary: summaryOf,
    notices: (scene) => notices(entries(), scene, t),
    end: () =>
      html`<section class="carry-on" data-all-done>
        <h2>${t.allDoneHere(here)}</h2>
        <p>${t.allDoneHereWords}</p>
      </section>`,
    after: ({ words }) =>
      html`${
        missing.length
          ? html`<section data-not-saved>
                <h2 class="govuk-heading-m">${t.notSaved(here)}</h2>
                <p class="govuk-body">${t.notSavedWords}</p>
                <ul class="govuk-list govuk-list--bullet">
                  ${missing.map(({ title }) => html`<li>${title}</li>`)}
                </ul>
              </section>`
          : null
      }
        <ul class="govuk-list">
          <li><a class="govuk-link" href="${home}?find#q">${t.search}</a></li>
          <li><a class="govuk-link" href="#/glossary">${words.glossary}</a></li>
          <li><a class="govuk-link" href="#/display">${words.display.title}</a></li>
          <li><a class="govuk-link" href="${home}">${t.home(here)}</a></li>
        </ul>`,
    writing: (step, scene) => writingPage(step, scene, told(hashOf(scene.place))),
    below: (step, scene) => belowPage(step, scene, told(hashOf(scene.place))),
    act: (scene, act, fields) => {
      if (!carrier) return null
      const { person, recorder, shelf, drafts } = carrier
      if (act === READ_NOTICES)
        return shelf
          .drop(
            person,
            toTell(entries()).map(({ id }) => id),
          )
          .then(() => recorder.look())
          .then(() => (now) => stay(now, {}))
      const typed = readForm(act, fields, scene, t, here)
      if (!typed) return null
      const { written } = typed
      if (written.kind === 'refused')
        return Promise.resolve((now) => refuse(now, act, fields, problemOf(written, act, typed, t)))
      const records = recordsFrom(
        [madeIn(typed)].filter((one) => one !== null),
        clock,
      )
      return recorder.keepDone(records, false).then((kept) => {
        if (kept !== 'kept') {
          const problem = kept === 'full' ? t.full(here) : t.keepsNothing
          // Whoever went on meanwhile is brought back to what is not kept.
          return (now) => refuse({ ...now, place: scene.place }, act, fields, problem)
        }
        void drafts.done(document.querySelector<HTMLFormElement>(`form[data-act="${act}"]`))
        done = { at: hashOf(scene.place), says: { [act]: typed.done } }
        void recorder.send()
        return (now) => stay(now, { progress: applyAll(now.progress, records) })
      })
    },
  }
}
