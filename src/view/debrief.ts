import { debriefOf, type Exchange } from '#domain/practice/road.ts'
import type { Ending, Session } from '#domain/course/session.ts'
import { hidden, withLinks, type Frame } from './frame.ts'
import { langOf } from './lang-of.ts'
import { faceSource, largeFace, smallFace } from './face.ts'
import { html, type Html } from './html.ts'
import { readControls } from './read-aloud.ts'
import { recordingOf } from './recording.ts'
import { transcript } from './session.ts'

export interface DebriefModel {
  readonly session: Session
  readonly exchanges: readonly Exchange[]
  readonly ending: Ending
  /** Empty where the reader cannot start another run: a coordinator reads the same debrief. */
  readonly again: {
    readonly hidden: Readonly<Record<string, string>>
    readonly next: string
  } | null
}

export function debriefView(model: DebriefModel, frame: Frame): Html {
  const { session, ending } = model
  const { words } = frame
  return html`<div${langOf(session, frame)}>
    <p class="caption">${words.debrief} · ${session.title}</p>
    <h1 class="govuk-heading-xl" data-focus tabindex="-1">${words.endings[ending.kind]}</h1>
    ${faceSource(session.portrait)} ${largeFace(session.portrait)}
    ${readControls(words)}
    <div data-read-aloud>
      <p class="govuk-body-l">${ending.text}</p>
      ${debriefBody(model, frame, smallFace(session.portrait))}
    </div>
    ${recordedRoad(session, frame)}
    ${debriefWays(model, frame)}
  </div>`
}

/** Where two people have recorded a good road of it. */
const recordedRoad = ({ recording, shownIn }: Session, { words, links }: Frame): Html | null =>
  recording && links.media !== undefined
    ? html`<section><h2 class="govuk-heading-m">${words.recordedRoad}</h2>
        ${withLinks(recordingOf(recording, shownIn).text, links)}</section>`
    : null

/** On from here; apart where something is asked between the debrief and this. */
export const debriefWays = (
  { session, again }: Pick<DebriefModel, 'session' | 'again'>,
  { words, links }: Frame,
): Html | null =>
  again
    ? html`<div class="govuk-button-group">
        <a class="govuk-button" role="button" href="${again.next}">${words.next}</a>
        <form method="post" class="inline-form" action="${links.item(session.id)}">
          ${hidden(again.hidden)}
          <button class="govuk-button govuk-button--secondary" type="submit" name="act" value="start">${words.tryAnother}</button>
        </form>
        <a class="govuk-link" href="${links.home}">${words.backToTasks}</a>
      </div>`
    : null

/** Principle by principle, then the road. @param face where the page has its source */
export const debriefBody = (
  { session, exchanges }: DebriefModel,
  frame: Frame,
  face: Html | null = null,
): Html => {
  const { words } = frame
  // One reply can miss two principles: why is said at the first.
  const told = new Set<Exchange['reply']>()
  return html`<section class="debrief">
      <h2 class="govuk-heading-m">${words.byPrinciple}</h2>
      ${debriefOf(exchanges).map(
        (line) => html`<article class="verdict verdict--${line.verdict}">
          <h3 class="govuk-heading-s">${words.principles[line.principle]}
            <span class="verdict__word">${words.verdicts[line.verdict]}</span></h3>
          ${line.exchanges.map(({ reply }) => remark(reply, line.verdict === 'kept' || told.has(reply), frame, told))}
        </article>`,
      )}
    </section>
    <section>
      <h2 class="govuk-heading-m">${words.yourRoad}</h2>
      ${transcript(session, exchanges, frame, face)}
    </section>`
}

/** @param told replies of which it was said why; this one is added */
function remark(
  reply: Exchange['reply'],
  isSaid: boolean,
  { words }: Frame,
  told: Set<Exchange['reply']>,
): Html {
  if (!isSaid) told.add(reply)
  return html`<dl class="remark">
    <dt>${words.youSaid}</dt><dd>${reply.say}</dd>
    ${!isSaid && reply.why ? html`<dt>${words.why}</dt><dd>${reply.why}</dd>` : null}
    ${!isSaid && reply.better ? html`<dt>${words.better}</dt><dd class="better-line">${reply.better}</dd>` : null}
  </dl>`
}
