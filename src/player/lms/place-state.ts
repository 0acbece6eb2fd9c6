/** The place in the course as a few characters of the state. */
import type { Course } from '#domain/course/course.ts'
import { namedSteps } from '#domain/course/moved.ts'
import { shortKey } from '#domain/course/short-keys.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { CONTENTS, type Place } from '../place.ts'
import { bitsText, numberText, readerOf } from './digits.ts'

/** A debrief is not kept (session-state.ts): who comes back to it finds the session's first page. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case 'item':
      return `I${shortKey(place.id)}${place.section ? numberText(place.section) : ''}`
    case 'question':
      return `Q${shortKey(place.quiz)}${shortKey(place.slug)}${bitsText(HOW.indexOf(place.how))}`
    case 'result':
      return `R${shortKey(place.quiz)}`
    case 'talk':
      return `T${shortKey(place.session)}`
    case 'debrief':
      return `I${shortKey(place.session)}`
    case 'contents':
    case 'page':
    case 'unknown':
      return ''
  }
}

const HOW = ['show', 'again', 'new'] as const

/** A place that the course does not have any more is the contents. */
export function readPlace(text: string, course: Course, progress: Progress): Place {
  const kind = text.charAt(0)
  if (kind === '') return CONTENTS
  const from = readerOf(text.slice(1))
  const unit = from.key()
  const step = namedSteps(course).find(([name]) => shortKey(name) === unit)?.[1]
  const id = step?.item.id ?? course.resources.find((page) => shortKey(page.id) === unit)?.id
  if (id === undefined) return CONTENTS
  if (step?.kind === 'quiz' && kind === 'R') return { kind: 'result', quiz: id }
  if (step?.kind === 'quiz' && kind === 'Q') {
    const key = from.key()
    const slug = step.item.questions.find((question) => shortKey(question.slug) === key)?.slug
    const how = HOW[from.bits()] ?? 'show'
    if (slug !== undefined) return { kind: 'question', quiz: id, slug, how }
  }
  if (step?.kind === 'session' && kind === 'T') return { kind: 'talk', session: id }
  // Only in states of version A1.
  if (step?.kind === 'session' && kind === 'D') {
    const have = progress[id]
    const run = have?.kind === 'session' ? have.ended[from.number()] : undefined
    if (run?.road.length) return { kind: 'debrief', session: id, run: run.id }
  }
  const section = step?.kind === 'lesson' && !from.done() ? from.number() : 0
  return section ? { kind: 'item', id, section } : { kind: 'item', id }
}
