/** What may be written without a connection: a reflection, an exercise, own words, a note, a question. Kept sealed. */
import type { Step } from '#domain/course/course.ts'
import { ownWordsOf } from '#domain/course/session.ts'
import { noteOf } from '#domain/learning/record.ts'
import type { SavedWords } from '#i18n/en/saved.ts'
import { translationNote } from '#view/frame.ts'
import { langOf } from '#view/lang-of.ts'
import { html, type Html } from '#view/html.ts'
import { readControls } from '#view/read-aloud.ts'
import { addressAfter } from '../pages/lesson.ts'
import type { Drawing, Scene, WrittenStep } from '../scene.ts'
import { box, tick } from './fields.ts'

/** The acts of these forms. */
export const WRITE = 'write'
export const OWN_WORDS = 'own-words'
export const NOTE = 'note'
export const ASK = 'ask'

export interface Told {
  readonly words: SavedWords
  readonly here: string
  /** Whether anything can be kept: somebody is here. */
  readonly keeps: boolean
  /** What was said of a form that was just kept, by its act. */
  readonly done: Readonly<Record<string, string>>
}

export const fieldOf = (id: string): string => `field-${id}`

export function writingPage(step: WrittenStep, scene: Scene, told: Told): Drawing {
  const { frame } = scene
  const { words } = frame
  const { item } = step
  const isWritten = scene.progress[item.id]?.kind === 'written'
  return {
    title: item.title,
    body: html`<div${langOf(item, frame)} data-read-aloud>
        <p class="caption">${step.module.title} · ${words[step.kind]}</p>
        <h1 class="govuk-heading-l" data-focus tabindex="-1">${item.title}</h1>
        ${translationNote(item, frame)}
        <p class="govuk-body">${item.help}</p>
      </div>
      ${readControls(words)}
      ${doneNote(WRITE, told)}
      ${isWritten && !told.done[WRITE] ? html`<p class="note">${told.words.writtenBefore}</p>` : null}
      ${told.keeps ? form(WRITE, item.id, html`<div data-read-aloud>${fieldsOf(step, scene, told)}</div>`, words.save) : null}
      <div class="govuk-button-group">
        <a class="govuk-link" href="${addressAfter(item.id, scene)}">${words.next}</a>
        <a class="govuk-link" href="${frame.links.home}">${words.backToTasks}</a>
      </div>`,
  }
}

const fieldsOf = (step: WrittenStep, scene: Scene, { words: t, here }: Told): Html => {
  const { words } = scene.frame
  if (step.kind === 'reflection')
    return html`${box({ name: 'text', label: words.yourWords, hint: words.noNames, whoSees: t.sealed(here), rows: 6 }, scene, true)}
    ${tick('share', words.share, words.shareHelp, scene)}`
  return html`${step.item.fields.map(({ id, label }, index) =>
    box(
      {
        name: fieldOf(id),
        label,
        ...(index === 0
          ? { hint: words.noNames, whoSees: `${t.exerciseSeen} ${t.sealed(here)}` }
          : {}),
        rows: 3,
        small: true,
      },
      scene,
      index === 0,
    ),
  )}`
}

/** Below a lesson, a question, a debrief. */
export function belowPage(step: Step, scene: Scene, told: Told): Html | null {
  if (!told.keeps) return null
  return html`${step.kind === 'lesson' ? note(step.item.id, scene, told) : null}
    ${step.kind === 'session' ? ownWords(step.item.id, scene, told) : null}
    ${askForm(scene, told)}`
}

function note(lesson: string, scene: Scene, told: Told): Html {
  const { note: t, sealed } = told.words
  const has = scene.progress[noteOf(lesson)]?.kind === 'written'
  const body =
    has && !told.done[NOTE]
      ? html`<p class="govuk-body">${t.before}</p>`
      : form(
          NOTE,
          lesson,
          box(
            {
              name: 'note',
              label: t.label,
              whoSees: `${t.whoSees} ${sealed(told.here)}`,
              rows: 4,
              small: true,
            },
            scene,
            true,
          ),
          t.save,
        )
  return folded(NOTE, t.open, body, scene, told)
}

function ownWords(session: string, scene: Scene, told: Told): Html {
  const { words } = scene.frame
  const has = scene.progress[ownWordsOf(session)]?.kind === 'written'
  return html`<section>
    <h2 class="govuk-heading-m">${words.ownWords}</h2>
    ${doneNote(OWN_WORDS, told)}
    ${has && !told.done[OWN_WORDS] ? html`<p class="note">${told.words.writtenBefore}</p>` : null}
    ${form(
      OWN_WORDS,
      session,
      html`${box({ name: 'own', label: words.ownWordsAsk, hint: words.noNames, whoSees: told.words.sealed(told.here), rows: 3, small: true }, scene, true)}
      ${tick('share-own', words.share, words.shareHelp, scene)}`,
      words.save,
      true,
    )}
  </section>`
}

function askForm(scene: Scene, told: Told): Html {
  const { ask: t } = told.words
  const field = box(
    { name: 'question', label: t.label, whoSees: t.whoSees, rows: 4, small: true },
    scene,
    true,
  )
  return folded(ASK, t.open, form(ASK, 'course', field, t.save, true), scene, told)
}

/** Open where it was just used. */
const folded = (act: string, summary: string, body: Html, { refused }: Scene, told: Told): Html =>
  html`${doneNote(act, told)}
    <details class="govuk-details"${refused?.act === act ? html` open` : null}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${summary}</span>
      </summary>
      <div class="govuk-details__text">${body}</div>
    </details>`

const doneNote = (act: string, { done }: Told): Html | null =>
  done[act] ? html`<p class="done-note" role="status" data-done="${act}">${done[act]}</p>` : null

/** `data-draft-of`: what is typed in it is kept as it is typed. */
const form = (act: string, item: string, fields: Html, save: string, isSecond = false): Html =>
  html`<form method="post" novalidate data-draft-of="${item}" data-act="${act}">
    <div data-draft-line role="status"></div>
    ${fields}
    <div class="govuk-button-group">
      <button class="govuk-button${isSecond ? ' govuk-button--secondary' : ''}" type="submit" name="act" value="${act}">${save}</button>
    </div>
  </form>`
