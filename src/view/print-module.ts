/** A whole module on paper: lessons, questions without their key, words explained, lines to write on. */
import type { Course, Lesson, Module } from '#domain/course/course.ts'
import type { ToConfirm } from '#domain/course/facts.ts'
import type { Session } from '#domain/course/session.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { paperOf, type PaperQuestion } from '#domain/course/quiz.ts'
import type { MineWords } from '#i18n/en/mine.ts'
import type { PrintWords } from '#i18n/en/print.ts'
import { contentNote, paragraphs, translationNote, withLinks, type Frame } from './frame.ts'
import { langOf } from './lang-of.ts'
import { html, raw, type Html } from './html.ts'
import { notePrinted } from './note.ts'

export interface PrintModel {
  readonly module: Module
  readonly courseTitle: string
  readonly glossary: Course['glossary']
  readonly programme: Pick<Programme, 'name' | 'organisation' | 'contact'>
  /** For experts who read it; none for trainees. */
  readonly toConfirm: readonly ToConfirm[]
  /** What its reader noted for themselves, by id of the lesson. */
  readonly notes: ReadonlyMap<string, string>
  readonly mine: Pick<MineWords, 'note'>
  readonly words: PrintWords
}

export function printModuleView(model: PrintModel, frame: Frame): Html {
  const { module, programme, words } = model
  const { contact } = programme
  return html`<article class="print-module">
    <header class="print-module__head">
      <p class="caption">${model.courseTitle} · ${programme.name}</p>
      <h1 class="govuk-heading-xl">${module.title}</h1>
      <p class="govuk-body-l">${module.summary}</p>
      <p class="govuk-body">${programme.organisation} · ${contact.name}, ${contact.phone}, ${contact.email}</p>
      <p class="note no-print">${words.aboutPage}</p>
    </header>
    <section>
      <h2 class="govuk-heading-m">${words.outcomes}</h2>
      <ul class="govuk-list govuk-list--bullet">${module.outcomes.map((text) => html`<li>${text}</li>`)}</ul>
    </section>
    ${module.lessons.map((lesson) => lessonOf(lesson, model, frame))}
    ${module.sessions.length ? sessionsOf(module.sessions, words, frame) : null}
    ${questionsOf(model, frame)}
    ${glossaryOf(model)}
    ${writingOf(model, frame)}
    ${toConfirmOf(model)}
  </article>`
}

const lessonOf = (lesson: Lesson, { notes, mine }: PrintModel, frame: Frame): Html =>
  html`<section class="print-module__part"${langOf(lesson, frame)}>
    <p class="caption">${frame.words.lesson} · ${frame.words.minutes(lesson.minutes)}</p>
    <h2 class="govuk-heading-l">${lesson.title}</h2>
    ${translationNote(lesson, frame)}
    ${lesson.contentNote ? contentNote(lesson.contentNote, frame) : null}
    <div class="prose">${lowered(withLinks(lesson.html, frame.links), lesson.slug)}</div>
    ${notePrinted(notes.get(lesson.id) ?? '', mine)}
  </section>`

/** Below the lesson's own heading, and with anchors that are the lesson's own. */
const lowered = ({ text }: Html, slug: string): Html =>
  raw(
    text
      .replace(/<(\/?)h3\b/g, '<$1h4')
      .replace(/<(\/?)h2\b/g, '<$1h3')
      .replace(/<h3 id="/g, `<h3 id="${slug}-`),
  )

const sessionsOf = (sessions: readonly Session[], words: PrintWords, frame: Frame): Html =>
  html`<section class="print-module__part">
    <h2 class="govuk-heading-l">${words.sessions}</h2>
    <p class="govuk-body">${words.sessionsHelp}</p>
    ${sessions.map(
      (session) => html`<section class="print-module__scene"${langOf(session, frame)}>
        <h3 class="govuk-heading-m">${session.title}</h3>
        ${session.contentNote ? html`<p class="govuk-body"><strong>${frame.words.contentNote}.</strong> ${session.contentNote}</p>` : null}
        <p class="govuk-body">${session.with}</p>
        ${paragraphs(session.scene)}
      </section>`,
    )}
  </section>`

const questionsOf = ({ module, words }: PrintModel, frame: Frame): Html | null => {
  if (!module.quiz) return null
  const { questions } = paperOf(module.quiz)
  return html`<section class="print-module__part print-module__part--write"${langOf(module.quiz, frame)}>
    <h2 class="govuk-heading-l">${words.questions}</h2>
    <p class="govuk-body">${words.questionsHelp}</p>
    <ol class="print-questions">
      ${questions.map((question) => questionOf(question, frame))}
    </ol>
  </section>`
}

const questionOf = ({ ask, kind, options }: PaperQuestion, { words }: Frame): Html =>
  html`<li class="print-question">
    <p class="print-question__ask">${ask}</p>
    ${kind === 'several' ? html`<p class="print-question__help">${words.pickSeveral}</p>` : null}
    <ul class="print-question__options">
      ${[...options.map(({ text }) => text), words.unsure].map((text) => html`<li>${text}</li>`)}
    </ul>
  </li>`

/** Each word once, in the order of its first use. */
const glossaryOf = ({ module, glossary, words }: PrintModel): Html | null => {
  const ids = [...new Set(module.lessons.flatMap(({ terms }) => terms))]
  const entries = ids.flatMap((id) => {
    const entry = Object.hasOwn(glossary, id) ? glossary[id] : undefined
    return entry ? [{ id, ...entry }] : []
  })
  if (entries.length === 0) return null
  return html`<section class="print-module__part">
    <h2 class="govuk-heading-l">${words.glossary}</h2>
    <dl class="print-glossary">
      ${entries.map(({ id, term, meaning }) => html`<div id="word-${id}"><dt>${term}</dt><dd>${meaning}</dd></div>`)}
    </dl>
  </section>`
}

const toConfirmOf = ({ toConfirm, words }: PrintModel): Html | null =>
  toConfirm.length === 0
    ? null
    : html`<section class="print-module__part">
    <h2 class="govuk-heading-l">${words.toConfirm}</h2>
    <p class="govuk-body">${words.toConfirmHelp}</p>
    <ol class="to-confirm__list">
      ${toConfirm.map(
        ({ what, why, who }) => html`<li class="to-confirm__fact">
        <p class="to-confirm__what">${what}</p>
        <p class="govuk-body"><strong>${words.whoConfirms(who)}</strong> ${why}</p>
      </li>`,
      )}
    </ol>
  </section>`

const writingOf = ({ module, words }: PrintModel, frame: Frame): Html | null => {
  const { reflection, exercise } = module
  if (!reflection && !exercise) return null
  return html`<section class="print-module__part">
    <h2 class="govuk-heading-l">${words.toWrite}</h2>
    ${
      exercise
        ? html`<div class="print-module__write"${langOf(exercise, frame)}>
            <h3 class="govuk-heading-m">${exercise.title}</h3>
            <p class="govuk-body">${exercise.help}</p>
            ${exercise.fields.map(({ label }) => html`<div class="print-lines"><p>${label}</p>${LINES.slice(0, 2)}</div>`)}
          </div>`
        : null
    }
    ${
      reflection
        ? html`<div class="print-module__write"${langOf(reflection, frame)}>
            <h3 class="govuk-heading-m">${reflection.title}</h3>
            <p class="govuk-body">${reflection.help}</p>
            <div class="print-lines">${LINES}</div>
          </div>`
        : null
    }
  </section>`
}

const LINES = Array.from({ length: 6 }, () => html`<span class="print-line"></span>`)
