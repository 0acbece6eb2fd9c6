/** A practice session: its start, the talk, the debrief. */
import type { Step } from '#domain/course/course.ts'
import type { RoadStep } from '#domain/practice/run.ts'
import { sessionProgressOf } from '#domain/learning/progress.ts'
import { stateOf } from '#domain/learning/steps.ts'
import { exchangesOf, turnAt } from '#domain/practice/road.ts'
import { debriefView } from '#view/debrief.ts'
import { html } from '#view/html.ts'
import { sessionStartView, turnView } from '#view/session.ts'
import { bestKnownRun } from '../roads.ts'
import type { Drawing, Scene } from '../scene.ts'
import { addressAfter } from './lesson.ts'

type SessionStep = Extract<Step, { kind: 'session' }>

export function sessionStartPage(step: SessionStep, scene: Scene): Drawing {
  const { course, frame, progress } = scene
  const session = step.item
  const state = stateOf(course, progress, step)
  if (state.kind === 'blocked') return blockedPage(step, state.needs, scene)
  const have = sessionProgressOf(progress, session.id)
  const best = have && bestKnownRun(have)
  return {
    title: session.title,
    body: sessionStartView(
      {
        session,
        moduleTitle: step.module.title,
        notice: scene.beside
          ? frame.words.practiceNotice(session.who)
          : frame.words.practiceNoticePackage(session.who),
        begun: (have?.open?.road.length ?? 0) > 0,
        timesDone: have?.ended.length ?? 0,
        debrief: best ? frame.links.debrief(session.id, best.id) : null,
        hidden: {},
      },
      frame,
    ),
  }
}

const blockedPage = (
  { item, module }: SessionStep,
  needs: readonly { readonly title: string }[],
  { frame, words }: Scene,
): Drawing => ({
  title: item.title,
  body: html`<p class="caption">${module.title}</p>
    <h1 class="govuk-heading-xl" data-focus tabindex="-1">${item.title}</h1>
    <p class="govuk-body-l">
      ${words.statuses.blocked}. ${words.blockedBy(needs.map(({ title }) => title).join(', '))}
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="${frame.links.home}">${frame.words.backToTasks}</a>
    </p>`,
})

/** The road up to where one stands now. */
export function roadNow(session: string, { progress, rewound }: Scene): readonly RoadStep[] {
  const road = sessionProgressOf(progress, session)?.open?.road ?? []
  return rewound?.session === session ? road.slice(0, rewound.step) : road
}

/** Null where there is no turn to take. */
export function talkPage(step: SessionStep, scene: Scene): Drawing | null {
  const session = step.item
  if (stateOf(scene.course, scene.progress, step).kind === 'blocked') return null
  const road = roadNow(session.id, scene)
  const now = turnAt(session, road, road.length)
  if (!now) return null
  const before = sessionProgressOf(scene.progress, session.id)?.open?.road[road.length]
  return {
    title: `${scene.frame.words.turnNumber(now.exchanges.length + 1)}: ${session.title}`,
    body: turnView(
      {
        session,
        turn: now.turn,
        isRepair: now.isRepair,
        exchanges: now.exchanges,
        chosen: scene.refused?.ticked[0] ?? before?.reply ?? null,
        problem: scene.refused?.problem,
        hidden: {},
      },
      scene.frame,
    ),
  }
}

/** Null where the run is not kept, or the course was edited since. */
export function debriefPage(step: SessionStep, run: string, scene: Scene): Drawing | null {
  const session = step.item
  const kept = sessionProgressOf(scene.progress, session.id)?.ended.find(({ id }) => id === run)
  const ending = session.endings.find(({ id }) => id === kept?.ending)
  if (!kept?.road.length || !ending) return null
  return {
    title: `${scene.frame.words.debrief}: ${session.title}`,
    body: html`${debriefView(
      {
        session,
        exchanges: exchangesOf(session, kept.road),
        ending,
        again: { hidden: {}, next: addressAfter(session.id, scene) },
      },
      scene.frame,
    )}
      ${scene.beside ? scene.beside.below(step, scene) : html`<p class="note">${scene.words.roadNotKept}</p>`}`,
  }
}
