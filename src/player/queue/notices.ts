/** At the top of the contents: what we did not take, and what we judged otherwise. */
import { asWritten } from '#domain/course/quiz.ts'
import { findStep } from '#domain/course/course.ts'
import { unitOf, type RecordKind } from '#domain/learning/record.ts'
import type { SavedWords } from '#i18n/en/saved.ts'
import type { Queued } from '#offline/store.ts'
import { html, type Html } from '#view/html.ts'
import type { Scene } from '../scene.ts'

export const READ_NOTICES = 'read-notices'

/** What stays on the device until its person was told. */
export const toTell = (entries: readonly Queued[]): Queued[] =>
  entries.filter(({ state }) => state === 'refused' || state === 'differs')

export function notices(entries: readonly Queued[], scene: Scene, t: SavedWords): Html | null {
  const refused = entries.filter(({ state }) => state === 'refused')
  const differs = entries.filter(({ state }) => state === 'differs')
  if (refused.length + differs.length === 0) return null
  return html`<form method="post" class="note" data-notice>
    ${refused.length ? list(t.refused(refused.length), refused, (one) => html`${titleOf(one, scene)} (${whyOf(one, t)})`) : null}
    ${
      differs.length
        ? list(
            t.differs(differs.length),
            differs,
            (one) =>
              html`<a class="govuk-link" href="${scene.frame.links.question(one.item)}">${titleOf(one, scene)}</a>`,
          )
        : null
    }
    <button class="quiet-button" type="submit" name="act" value="${READ_NOTICES}">${t.dropRefused}</button>
  </form>`
}

const list = (says: string, all: readonly Queued[], line: (one: Queued) => Html): Html =>
  html`<p>${says}</p>
    <ul class="govuk-list govuk-list--bullet">${all.map((one) => html`<li>${line(one)}</li>`)}</ul>`

const whyOf = ({ why }: Queued, { refusedWhy }: SavedWords): string =>
  why === 'unreadable' || why === 'too-long' ? refusedWhy[why] : refusedWhy.else

function titleOf({ kind, item, ...entry }: Queued, { course }: Scene): string {
  const step = findStep(course, item) ?? findStep(course, unitOf(kind as RecordKind, item))
  if (step?.kind === 'quiz') {
    const question = step.item.questions.find(({ id }) => id === item)
    return question ? asWritten(question, formIn(entry)).ask : step.item.title
  }
  return step?.item.title ?? item
}

/** The form that was answered. */
const formIn = (entry: object): string | undefined =>
  'value' in entry ? (entry.value as { readonly form?: string }).form : undefined
