import type { Session, Speaker, Turn } from '#domain/course/session.ts'
import type { Exchange } from '#domain/practice/road.ts'
import {
  contentNote,
  hidden,
  paragraphs,
  problemMessage,
  problemSummary,
  translationNote,
  type Frame,
} from './frame.ts'
import { langOf } from './lang-of.ts'
import { faceSource, largeFace, smallFace } from './face.ts'
import { flag, html, type Html } from './html.ts'
import { readControls } from './read-aloud.ts'

/** What is said now: a turn begins there, below whatever stands above it on the page. */
export const NOW = 'now'

export interface SessionStartModel {
  readonly session: Session
  readonly moduleTitle: string
  /** What the carrier tells about who sees the choices. */
  readonly notice: string
  readonly begun: boolean
  readonly timesDone: number
  /** Address of the debrief of the best run, or null. */
  readonly debrief: string | null
  readonly hidden: Readonly<Record<string, string>>
}

export function sessionStartView(model: SessionStartModel, frame: Frame): Html {
  const { session } = model
  const { words, links } = frame
  return html`<div${langOf(session, frame)}>
    <p class="caption">${model.moduleTitle} · ${words.session} · ${words.minutes(session.minutes)}</p>
    <h1 class="govuk-heading-xl" data-focus tabindex="-1">${session.title}</h1>
    ${translationNote(session, frame)} ${contentNote(session.contentNote, frame)}
    ${faceSource(session.portrait)} ${largeFace(session.portrait)} ${readControls(words)}
    <p class="govuk-body-l" data-read-aloud>${session.with}</p>
    <section class="scene" data-read-aloud><h2 class="govuk-heading-m">${words.scene}</h2>${paragraphs(session.scene)}</section>
    <p class="practice-notice" data-read-aloud>${model.notice}</p>
    ${
      model.timesDone
        ? html`<p class="done-note">${words.sessionDone(model.timesDone)}
            ${model.debrief ? html`<a class="govuk-link" href="${model.debrief}">${words.seeDebrief}</a>` : null}</p>`
        : null
    }
    <div class="govuk-button-group">
      ${model.begun ? html`<a class="govuk-button" role="button" href="${links.talk(session.id)}">${words.carryOnSession}</a>` : null}
      <form method="post" class="inline-form">
        ${hidden(model.hidden)}
        <button class="govuk-button${model.begun ? ' govuk-button--secondary' : ''}" type="submit" name="act" value="start">${model.begun ? words.startAgain : words.startSession}</button>
      </form>
      <a class="govuk-link" href="${links.home}">${words.backToTasks}</a>
    </div>
  </div>`
}

export interface TurnModel {
  readonly session: Session
  readonly turn: Turn
  readonly isRepair: boolean
  /** What was said so far in this run. */
  readonly exchanges: readonly Exchange[]
  readonly chosen: string | null
  readonly problem?: string | undefined
  readonly hidden: Readonly<Record<string, string>>
}

export function turnView(model: TurnModel, frame: Frame): Html {
  const { session, turn, problem, exchanges } = model
  const { words, links } = frame
  const last = exchanges.at(-1)
  const first = `${turn.slug}-1`
  const face = smallFace(session.portrait)
  return html`${problemSummary(words.problem, problem ? [{ field: first, text: problem }] : [])}
    <div${langOf(session, frame)}>
    ${faceSource(session.portrait)}
    <p class="caption">${words.session} · ${session.who}</p>
    <h1 class="govuk-heading-l">${session.title}</h1>
    ${exchanges.length > 1 ? earlier(session, exchanges.slice(0, -1), frame, face) : null}
    ${exchanges.length === 0 ? html`<section class="scene" data-read-aloud>${paragraphs(session.scene)}</section>` : null}
    <ol class="transcript" data-read-aloud aria-label="${words.soFar}">
      ${last ? exchangeItems(session, last, frame, face) : null}
      ${lineOf(session, turn.speaker, turn.says, face, html` id="${NOW}" tabindex="-1"${problem ? null : html` data-focus`}`)}
    </ol>
    <form method="post" id="page-form" novalidate>
      ${hidden(model.hidden)}
      <div class="govuk-form-group${problem ? ' govuk-form-group--error' : ''}">
        <fieldset class="govuk-fieldset" data-read-aloud${problem ? html` aria-describedby="${first}-error"` : null}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
            <h2 class="govuk-fieldset__heading">${model.isRepair ? words.mendIt : words.whatDoYouSay}</h2>
          </legend>
          ${problemMessage(first, problem, words.problem)}
          <div class="govuk-radios">
            ${turn.replies.map(
              (reply, index) => html`<div class="govuk-radios__item">
                <input class="govuk-radios__input" type="radio" name="reply" id="${turn.slug}-${index + 1}" value="${reply.id}"${flag('checked', model.chosen === reply.id)} />
                <label class="govuk-label govuk-radios__label" for="${turn.slug}-${index + 1}">${reply.say}</label>
              </div>`,
            )}
          </div>
        </fieldset>
      </div>
      <div class="govuk-button-group">
        <button class="govuk-button" type="submit" name="act" value="say">${words.sayThis}</button>
        ${exchanges.length ? html`<button class="govuk-button govuk-button--secondary" type="submit" name="act" value="back">${words.backOneStep}</button>` : null}
      </div>
      <p class="govuk-body lone-link"><a class="govuk-link" href="${links.home}">${words.comeBackLater}</a></p>
      <p class="govuk-body lone-link"><a class="govuk-link" href="#help">${words.askCoordinator}</a></p>
    </form>
    ${readControls(words)}</div>`
}

const earlier = (
  session: Session,
  exchanges: readonly Exchange[],
  frame: Frame,
  face: Html | null,
): Html =>
  html`<details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${frame.words.soFar}</span>
    </summary>
    <div class="govuk-details__text">${transcript(session, exchanges, frame, face)}</div>
  </details>`

/** @param face of the session's other person, where the page has its source */
export const transcript = (
  session: Session,
  exchanges: readonly Exchange[],
  frame: Frame,
  face: Html | null = null,
): Html =>
  html`<ol class="transcript">
    ${exchanges.map(
      (exchange) => html`${lineOf(session, exchange.turn.speaker, exchange.turn.says, face)}
        ${exchangeItems(session, exchange, frame, face)}`,
    )}
  </ol>`

/** What you said, and what came of it. */
const exchangeItems = (
  session: Session,
  { reply }: Exchange,
  { words }: Frame,
  face: Html | null,
): Html =>
  html`<li class="line line--me">
      <span class="line__who">${words.you}</span><span class="line__words">${reply.say}</span>
    </li>
    ${lineOf(session, reply.answeredBy, reply.consequence, face)}`

/** What is narrated stands under nobody's name. */
const lineOf = (
  session: Session,
  speaker: Speaker | undefined,
  says: string,
  face: Html | null,
  focus: Html | null = null,
): Html =>
  speaker?.kind === 'narration'
    ? html`<li class="line line--scene"${focus}><span class="line__words">${says}</span></li>`
    : html`<li class="line line--them"${focus}>
        <span class="line__who">${!speaker || speaker.name === session.who ? face : null}${speaker?.name ?? session.who}</span><span class="line__words">${says}</span>
      </li>`
