import { cardsOf } from '#domain/course/cards.ts'
import type { Step } from '#domain/course/course.ts'
import { cardKept, cardShown } from '#domain/learning/cards.ts'
import { onwardFrom } from '#domain/learning/steps.ts'
import { html } from '#view/html.ts'
import { lessonView, titleOfCard } from '#view/lesson.ts'
import { placeToBegin } from '../onward.ts'
import { hashOf } from '../place.ts'
import type { Drawing, Scene } from '../scene.ts'

/** @param asked a section of it, 0 for where one stopped */
export function lessonPage(
  step: Extract<Step, { kind: 'lesson' }>,
  asked: number,
  scene: Scene,
): Drawing {
  const { course, frame, progress, settings } = scene
  const have = progress[step.item.id]
  const cards = cardsOf(step.item.html)
  const stoppedAt = cardKept(have, cards)
  const card = cardShown(asked, stoppedAt, cards)
  const whole = settings.lessons === 'whole'
  return {
    title: titleOfCard(step.item, whole ? 1 : card),
    body: html`${lessonView(
      {
        lesson: step.item,
        moduleTitle: step.module.title,
        glossary: course.glossary,
        read: have?.kind === 'lesson',
        card,
        whole,
        stoppedAt,
        cameBack: asked === 0,
        next: addressAfter(step.item.id, scene),
        hidden: {},
        // Where notes are kept, their box stands below.
        ...(scene.beside ? { note: html`` } : {}),
      },
      frame,
    )}
    ${scene.beside?.below(step, scene)}`,
  }
}

/** What comes next, or the contents at the end. */
export const addressAfter = (id: string, { course, progress }: Scene): string =>
  hashOf(placeToBegin(onwardFrom(course, progress, id), progress))
