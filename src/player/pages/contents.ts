/** The contents: what comes next first, then the task list by module. */
import { sessionsAsked, type Module, type Step } from '#domain/course/course.ts'
import {
  isRequired,
  listedSteps,
  nextStep,
  stateOf,
  tallyOf,
  type StepState,
} from '#domain/learning/steps.ts'
import { langOf } from '#view/lang-of.ts'
import { html, type Html } from '#view/html.ts'
import { placeToBegin } from '../onward.ts'
import { hashOf } from '../place.ts'
import type { Drawing, Scene } from '../scene.ts'
import { isStuck, pastClosed } from '../tries.ts'

export function contentsPage(scene: Scene): Drawing {
  const { course, words, progress, frame } = scene
  const carriesOn = nextStep(course, progress, scene.lastItem)
  const next = pastClosed(course, progress, scene.manner, carriesOn)
  return {
    title: words.contents,
    body: html`<h1 class="govuk-heading-xl" data-focus tabindex="-1">${course.title}</h1>
      ${notices(scene)} ${scene.beside?.notices(scene)} ${endOr(next, scene)}
      <h2 class="govuk-heading-l">${words.tasks}</h2>
      <p class="govuk-body" data-tally>${words.doneOf(tallyOf(course, progress))}</p>
      ${course.modules.map((module) => moduleTasks(module, scene))}
      ${
        course.resources.length
          ? html`<section>
              <h2 class="govuk-heading-m">${words.resources}</h2>
              <ul class="task-list">
                ${course.resources.map(
                  (one) =>
                    html`<li class="task" ${langOf(one, frame)}>
                      <a href="${frame.links.item(one.id)}">${one.title}</a>
                      <p class="task__hint">${one.summary}</p>
                    </li>`,
                )}
              </ul>
            </section>`
          : null
      }
      ${scene.beside ? scene.beside.after(scene) : forAdministrators(scene)}`,
  }
}

function notices({ trouble, connected, words, manner }: Scene): Html {
  const { tries, failure } = manner
  const said = [
    connected === 'yes' && tries && failure !== 'nothing'
      ? words.triesTold(tries, failure === 'failed')
      : '',
    connected === 'no' ? words.notConnected : '',
    connected === 'looking-back' ? words.lookingBack : '',
    trouble === 'unknown-version' ? words.startsAfresh : '',
    trouble === 'damaged' ? words.someLost : '',
  ]
  return html`${said.filter(Boolean).map((text) => html`<p class="note" data-notice>${text}</p>`)}`
}

function endOr(next: Step | null, scene: Scene): Html {
  if (next) return carryOn(next, scene)
  if (scene.beside) return scene.beside.end(scene)
  return isStuck(scene.course, scene.progress, scene.manner) ? stuck(scene) : allDone(scene)
}

const stuck = ({ words, manner, contact }: Scene): Html =>
  html`<section class="carry-on" data-stuck>
    <h2>${words.noMoreTries}</h2>
    <p>${words.noMoreTriesWords(manner.tries, contact)}</p>
  </section>`

const carryOn = (step: Step, scene: Scene): Html => {
  const { words, progress } = scene
  const begun = Object.keys(progress).length > 0
  const minutes = 'minutes' in step.item ? ` (${words.aboutMinutes(step.item.minutes)})` : ''
  return html`<section class="carry-on">
    <p class="caption">${step.module.title}</p>
    <h2>${nameOf(step, scene)}${minutes}</h2>
    <a class="govuk-button" role="button" data-carry-on href="${hashOf(placeToBegin(step, progress))}"
      >${begun ? words.carryOn : words.startHere}</a
    >
  </section>`
}

const allDone = ({ words }: Scene): Html =>
  html`<section class="carry-on" data-all-done>
    <h2>${words.allDone}</h2>
    <p>${words.allDoneWords}</p>
    <p>${words.allDoneNext}</p>
  </section>`

const moduleTasks = (module: Module, scene: Scene): Html => {
  const { course, progress, words } = scene
  const steps = listedSteps(course, module)
  const sessions = steps.filter(({ kind }) => kind === 'session').length
  return html`<section>
    <h3 class="govuk-heading-m">${module.title}</h3>
    <p class="govuk-body">${module.summary}</p>
    ${
      sessionsAsked(module) < sessions
        ? html`<p class="govuk-body">
            ${words.anyOf(sessionsAsked(module), sessions)}
          </p>`
        : null
    }
    <p class="govuk-body">${words.doneOf(tallyOf(course, progress, module))}</p>
    <ul class="task-list">
      ${steps.map((step) => task(step, stateOf(course, progress, step), scene))}
    </ul>
  </section>`
}

function task(step: Step, state: StepState, scene: Scene): Html {
  const { words, frame } = scene
  const name = nameOf(step, scene)
  if (!isRequired(step))
    return html`<li class="task" ${langOf(step.item, frame)}>
      <a href="${frame.links.item(step.item.id)}">${name}</a>
      <p class="task__hint">${words.voluntary}</p>
    </li>`
  const blocked = state.kind === 'blocked' ? state.needs.map(({ title }) => title).join(', ') : ''
  return html`<li class="task" ${langOf(step.item, frame)}>
    ${blocked ? html`<span>${name}</span>` : html`<a href="${addressIn(step, scene)}">${name}</a>`}
    <span class="status status--${state.kind}">${words.statuses[state.kind]}</span>
    ${blocked ? html`<p class="task__hint">${words.blockedBy(blocked)}</p>` : null}
  </li>`
}

/** The page of a session that was begun says how to begin it anew. */
const addressIn = (step: Step, { frame, progress }: Scene): string =>
  step.kind === 'session' ? frame.links.item(step.item.id) : hashOf(placeToBegin(step, progress))

/** A quiz has its module's title, and what is written has a question for a title. */
export function nameOf(step: Step, { frame, words }: Pick<Scene, 'frame' | 'words'>): string {
  switch (step.kind) {
    case 'lesson':
    case 'session':
    case 'exercise':
      return step.item.title
    case 'quiz':
      return frame.words.quiz
    case 'reflection':
      return words.think
  }
}

const forAdministrators = ({ words, course }: Scene): Html =>
  html`<details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${words.administrators}</span>
    </summary>
    <div class="govuk-details__text">
      <p class="govuk-body">
        <a class="govuk-link" href="check.html#${course.language}" target="_blank" rel="opener">${words.checkLink}</a>
      </p>
      <p class="govuk-body">${words.checkLinkWords}</p>
    </div>
  </details>`
