/** "My learning": what somebody did and wrote, step by step; on a page, on paper, and in a file that opens without us. */
import type { ConfidenceLine } from '#domain/learning/confidence.ts'
import type { Learnt, StepLearnt, Wrote } from '#domain/learning/learnt.ts'
import type { Ending, Session } from '#domain/course/session.ts'
import { exchangesOf } from '#domain/practice/road.ts'
import type { Words } from '#i18n/words.ts'
import { debriefBody } from './debrief.ts'
import { dayInWords } from './days.ts'
import type { Frame } from './frame.ts'
import { langOf } from './lang-of.ts'
import { html, raw, type Html } from './html.ts'
import { contactWayName } from './offer.ts'

export interface LearntModel {
  readonly learnt: Learnt
  /** Older ones are left out: how many are here; null where all are. */
  readonly newest: number | null
  readonly confidence: readonly (Pick<ConfidenceLine, 'before' | 'after'> & {
    readonly name: string
  })[]
  /** What coordinators answered, oldest first. */
  readonly replies: readonly {
    readonly record: string
    readonly repliedAt: number
    readonly text: string
    readonly coordinatorName: string
  }[]
  /** Those whom they supported, oldest first: nothing about who it was. */
  readonly pairings: readonly {
    /** Milliseconds since 1970. */
    readonly connectedAt: number
    /** `YYYY-MM-DD`, or null. */
    readonly endedOn: string | null
    readonly meetings: readonly {
      readonly metOn: string
      readonly way: string
      readonly minutes: number
    }[]
  }[]
  /** How a page is called that a question is about. */
  readonly nameOf: (page: string) => string
  /** A file has no links, and holds more: earlier words, and the best road of each session. */
  readonly isFile: boolean
  readonly words: Pick<Words, 'mine' | 'learn' | 'evidence' | 'confidence' | 'pairing' | 'signOff'>
}

export function learntView(model: LearntModel, frame: Frame): Html {
  const { learnt, newest, isFile } = model
  const { learning } = model.words.mine
  const isEmpty =
    [learnt.modules, learnt.gone, learnt.questions, model.confidence, model.pairings].flat()
      .length === 0
  const cut = newest && (isFile ? learning.newest(newest) : learning.newestOnPage(newest))
  return html`${cut ? html`<p class="note">${cut}</p>` : null}
    ${isEmpty ? html`<p class="govuk-body">${learning.empty}</p>` : null}
    ${learnt.modules.map(
      ({ module, steps }) => html`<section>
        <h2 class="govuk-heading-l">${module.title}</h2>
        ${steps.map((step) => stepOf(step, model, frame))}
      </section>`,
    )}
    ${learnt.gone.length ? gone(learnt.gone, model, frame) : null} ${confidence(model)}
    ${supported(model, frame)} ${learnt.questions.length ? questions(model, frame) : null}`
}

function stepOf(learnt: StepLearnt, model: LearntModel, frame: Frame): Html {
  const { step, readAt, isOpen, attempts, runs } = learnt
  const { learning: t } = model.words.mine
  const { words: course, links } = frame
  const day = (at: number): string => dayInWords(at, frame.locale)
  const title = step.kind === 'quiz' ? course.quiz : step.item.title
  const name = step.kind === 'reflection' || step.kind === 'exercise' ? course[step.kind] : ''
  const heading = model.isFile
    ? title
    : html`<a class="govuk-link" href="${links.item(step.item.id)}">${title}</a>`
  const lines = [
    ...(readAt === null ? [] : [html`${t.read(day(readAt))}.`]),
    ...attempts.map(
      ({ madeAt, value: { right, of, passed } }) =>
        html`${t.attempt(right, of, passed, day(madeAt))}`,
    ),
    ...runs.map((run) => toldOf(run, learnt, model, frame)),
    ...(isOpen ? [html`${t.open}.`] : []),
  ]
  const lang = langOf(step.item, frame)
  const words = written(learnt, model, frame)
  const road = model.isFile ? roadOf(learnt, frame) : null
  // Most steps are told in a line: a heading for each would be sheets of paper.
  if (!words && !road && lines.length === 1)
    return html`<p class="govuk-body"${lang}>${heading} – ${lines}</p>`
  return html`<section${lang}>
    <h3 class="govuk-heading-s">${name ? html`${name}: ` : null}${heading}</h3>
    ${lines.map((one) => html`<p class="govuk-body">${one}</p>`)} ${road} ${words}
  </section>`
}

/** How a talk ended, and the way to look back at it. */
function toldOf(
  { at, ending, run }: StepLearnt['runs'][number],
  { step, best }: StepLearnt,
  model: LearntModel,
  { words, links, locale }: Frame,
): Html | null {
  const { learning: t } = model.words.mine
  const ended = step.kind === 'session' ? endingOf(step.item, ending) : null
  if (!ended) return null
  const told = t.ended(words.endings[ended.kind], dayInWords(at, locale))
  const isBest = run !== null && run.id === best?.id
  return html`${told}${isBest ? ` (${t.best})` : ''}.${
    run && !model.isFile
      ? html` <a class="govuk-link no-print" href="${links.debrief(step.item.id, run.id)}">${t.lookBack}<span class="govuk-visually-hidden">: ${step.item.title}, ${told}</span></a>`
      : null
  }`
}

/** The best road of a talk, word for word. */
function roadOf({ step, best }: StepLearnt, frame: Frame): Html | null {
  if (step.kind !== 'session' || !best) return null
  const { item: session } = step
  const ending = endingOf(session, best.ending)
  const exchanges = exchangesOf(session, best.road)
  return ending && lowered(debriefBody({ session, exchanges, ending, again: null }, frame))
}

/** An edit may have taken it away: then one of those that are left says it best. */
const endingOf = ({ endings }: Session, id: string): Ending | null =>
  endings.find((one) => one.id === id) ?? endings[0] ?? null

/** Below the heading of its step. */
const lowered = ({ text }: Html): Html =>
  raw(text.replace(/<(\/?)h3\b/g, '<$1h5').replace(/<(\/?)h2\b/g, '<$1h4'))

function written({ step, wrote }: StepLearnt, model: LearntModel, frame: Frame): Html | null {
  const [now, ...earlier] = wrote
  if (!now) return null
  const { mine, learn } = model.words
  const t = mine.learning
  const day = (at: number): string => dayInWords(at, frame.locale)
  const who = now.shared ? learn.reflectionShared : learn.reflectionPrivate
  const title =
    step.kind === 'lesson'
      ? mine.note.title
      : step.kind === 'session'
        ? frame.words.ownWords
        : t.reflected
  return html`<div class="panel">
    <h4 class="govuk-heading-s">${title}</h4>
    ${wordsOf(now, step)}
    <p class="quiet">${t.wrote(day(now.at))} ${who}</p>
    ${
      earlier.length === 0
        ? null
        : model.isFile
          ? earlier.map(
              (one) => html`<p class="quiet">${t.earlierOn(day(one.at))}</p>
                ${wordsOf(one, step)}`,
            )
          : html`<p class="quiet no-print">${t.earlier(earlier.length)}</p>`
    }
  </div>`
}

function wordsOf({ text, fields }: Wrote, step: StepLearnt['step'] | null): readonly Html[] {
  const labels = step?.kind === 'exercise' ? step.item.fields : []
  const labelOf = (id: string): string => labels.find((field) => field.id === id)?.label ?? ''
  return [
    ...(text ? [html`<p class="govuk-body as-typed">${text}</p>`] : []),
    ...Object.entries(fields)
      .filter(([, typed]) => typed)
      .map(
        ([id, typed]) =>
          html`<p class="govuk-body as-typed"><strong>${labelOf(id)}</strong> ${typed}</p>`,
      ),
  ]
}

const gone = (all: readonly Wrote[], model: LearntModel, frame: Frame): Html =>
  html`<section>
    <h2 class="govuk-heading-l">${model.words.mine.learning.gone}</h2>
    ${all.map(
      (one) => html`<div class="panel">
        ${wordsOf(one, null)}
        <p class="quiet">${model.words.mine.learning.wrote(dayInWords(one.at, frame.locale))}</p>
      </div>`,
    )}
  </section>`

function confidence({ confidence: lines, words }: LearntModel): Html | null {
  if (lines.length === 0) return null
  const { learning: t } = words.mine
  return html`<section>
    <h2 class="govuk-heading-l">${t.confidence}</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${lines.map(({ name, before, after }) => {
        const said = [before === null ? '' : t.before(before), after === null ? '' : t.after(after)]
        return html`<li>${name}: ${said.filter(Boolean).join(', ')}</li>`
      })}
    </ul>
  </section>`
}

function supported({ pairings, words }: LearntModel, frame: Frame): Html | null {
  if (pairings.length === 0) return null
  const { learning: t } = words.mine
  const day = (time: number | string): string => dayInWords(time, frame.locale)
  return html`<section>
    <h2 class="govuk-heading-l">${words.pairing.mine.title}</h2>
    <p class="govuk-body">${t.supportedIntro}</p>
    ${pairings.map(({ connectedAt, endedOn, meetings }) => {
      const minutes = meetings.reduce((sum, one) => sum + one.minutes, 0)
      return html`<div class="panel">
        <h3 class="govuk-heading-s">${t.supported(day(connectedAt), endedOn && day(endedOn))}</h3>
        <p class="govuk-body">${t.met(meetings.length, minutes)}</p>
        <ul class="govuk-list govuk-list--bullet">
          ${meetings.map(({ metOn, way, minutes }) => html`<li>${words.pairing.mine.meeting(day(metOn), contactWayName(way, words.signOff), minutes)}</li>`)}
        </ul>
      </div>`
    })}
  </section>`
}

function questions({ learnt, replies, nameOf, words }: LearntModel, frame: Frame): Html {
  const { mine, evidence } = words
  const day = (at: number): string => dayInWords(at, frame.locale)
  return html`<section>
    <h2 class="govuk-heading-l">${mine.learning.questions}</h2>
    ${learnt.questions.map(({ id, madeAt, value: { page, text } }) => {
      const answers = replies.filter(({ record }) => record === id)
      return html`<div class="panel">
        <h3 class="govuk-heading-s">${mine.learning.about(nameOf(page), day(madeAt))}</h3>
        <p class="govuk-body as-typed">${text}</p>
        ${answers.map(
          (
            answer,
          ) => html`<p class="quiet">${evidence.replies(answer.coordinatorName, day(answer.repliedAt))}</p>
            <p class="govuk-body as-typed">${answer.text}</p>`,
        )}
        ${answers.length === 0 ? html`<p class="quiet">${evidence.noAnswerYet}</p>` : null}
      </div>`
    })}
  </section>`
}

/** The file whole: it asks for nothing from anywhere. @param saved who it is of, and when it was saved */
export const learntFile = (model: LearntModel, saved: string, frame: Frame): string => {
  const { learning: t } = model.words.mine
  return `<!doctype html>\n${
    html`<html lang="${frame.language}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>${t.title}</title>
        <style>${raw(STYLE)}</style>
      </head>
      <body>
        <main>
          <h1>${t.title}</h1>
          <p>${saved}</p>
          ${learntView(model, frame)} ${leftOut(model)}
        </main>
      </body>
    </html>`.text
  }\n`
}

export const leftOut = ({ words: { mine } }: Pick<LearntModel, 'words'>): Html =>
  html`<section>
    <h2 class="govuk-heading-m">${mine.learning.leftOutTitle}</h2>
    <ul class="govuk-list govuk-list--bullet">${mine.learning.leftOut.map((one) => html`<li>${one}</li>`)}</ul>
  </section>`

const STYLE =
  'body{font:1.1875rem/1.5 sans-serif;color:#222;background:#fff;margin:0}main{max-width:42rem;margin:0 auto;padding:1rem}' +
  '.as-typed{white-space:pre-wrap}.panel{border:1px solid #999;border-radius:.5rem;padding:0 1rem;margin:1rem 0}' +
  '.quiet{color:#555}.line__who{font-weight:bold}.line__who::after{content:": "}h3,h4,h5{break-after:avoid}.panel{break-inside:avoid}'
