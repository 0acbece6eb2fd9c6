import type { Step } from '#domain/course/course.ts'
import { onwardFrom } from '#domain/learning/steps.ts'
import { lessonView } from '#view/lesson.ts'
import type { Drawing, Scene } from '../scene.ts'

export function lessonPage(step: Extract<Step, { kind: 'lesson' }>, scene: Scene): Drawing {
  const { course, frame, progress } = scene
  const have = progress[step.item.id]
  return {
    title: step.item.title,
    body: lessonView(
      {
        lesson: step.item,
        moduleTitle: step.module.title,
        glossary: course.glossary,
        read: have?.kind === 'lesson',
        stoppedAt: have?.kind === 'lesson-open' ? have.section : 0,
        next: addressAfter(step.item.id, scene),
        hidden: {},
      },
      frame,
    ),
  }
}

/** What comes next, or the contents at the end. */
export function addressAfter(id: string, { course, progress, frame }: Scene): string {
  const next = onwardFrom(course, progress, id)
  return next ? frame.links.item(next.item.id) : frame.links.home
}
