/** Where in the course somebody is, and its hash route. */
import { type Course, findStep, type Lesson } from '#domain/course/course.ts'
import type { ItemId } from '#domain/course/item.ts'
import { BESIDE, pieceWith } from '#domain/packages/pieces.ts'
import type { Links } from '#view/frame.ts'

export type Place =
  | { readonly kind: 'contents' }
  /** The page of a lesson, quiz, session, reflection, exercise or resource. `section`: of a lesson, from 1; none where one stopped. */
  | { readonly kind: 'item'; readonly id: ItemId; readonly section?: number }
  /** `again`: the form once more; `new`: the first question of a new attempt. */
  | {
      readonly kind: 'question'
      readonly quiz: ItemId
      readonly slug: string
      readonly how: 'show' | 'again' | 'new'
    }
  | { readonly kind: 'result'; readonly quiz: ItemId }
  | { readonly kind: 'talk'; readonly session: ItemId }
  | { readonly kind: 'debrief'; readonly session: ItemId; readonly run: string }
  /** Pages beside the course; nobody is brought back to them. */
  | { readonly kind: 'page'; readonly name: (typeof PAGES)[number] }
  | { readonly kind: 'unknown' }

export const PAGES = ['glossary', 'display'] as const

export const CONTENTS: Place = { kind: 'contents' }

/** @param hash `location.hash`, for example `#/consent/quiz/who-decides/again` */
export function placeOf(course: Course, hash: string): Place {
  const path = hash.replace(/^#?\/?/, '').replace(/\/+$/, '')
  if (path === '') return CONTENTS
  const page = PAGES.find((name) => name === path)
  if (page) return { kind: 'page', name: page }
  const [module = '', slug = '', third = '', fourth] = path.split('/')
  const id = `${module}/${slug}`
  if (third === '')
    return isItem(course, id) && path === id ? { kind: 'item', id } : { kind: 'unknown' }
  const step = findStep(course, id)
  if (step?.kind === 'lesson' && fourth === undefined && isSection(step.item, third))
    return { kind: 'item', id, section: Number(third) }
  if (step?.kind === 'quiz') {
    if (third === 'result') return { kind: 'result', quiz: id }
    if (step.item.questions.some((question) => question.slug === third))
      return {
        kind: 'question',
        quiz: id,
        slug: third,
        how: fourth === 'again' || fourth === 'new' ? fourth : 'show',
      }
  }
  if (step?.kind === 'session') {
    if (third === 'talk') return { kind: 'talk', session: id }
    if (third === 'debrief' && fourth) return { kind: 'debrief', session: id, run: fourth }
  }
  return { kind: 'unknown' }
}

/** The number is the same in both languages, and also leads to a section that shares the card of another. */
const isSection = ({ html }: Lesson, third: string): boolean =>
  /^[1-9]\d?$/.test(third) &&
  // Of a lesson that has not come yet nobody knows; drawn, it shows a card that it has.
  (html === '' || Number(third) <= (html.match(/<h2\b/g)?.length ?? 1))

const isItem = (course: Course, id: ItemId): boolean =>
  findStep(course, id) !== null || course.resources.some((resource) => resource.id === id)

export function hashOf(place: Place): string {
  switch (place.kind) {
    case 'item':
      return `#/${place.id}${place.section ? `/${place.section}` : ''}`
    case 'question':
      return `#/${place.quiz}/${place.slug}${place.how === 'show' ? '' : `/${place.how}`}`
    case 'result':
      return `#/${place.quiz}/result`
    case 'talk':
      return `#/${place.session}/talk`
    case 'debrief':
      return `#/${place.session}/debrief/${place.run}`
    case 'page':
      return `#/${place.name}`
    case 'contents':
    case 'unknown':
      return '#/'
  }
}

/** The piece of the course that a place is drawn from; null where its outline is enough. */
export function pieceAt(course: Course, place: Place): string | null {
  if (place.kind === 'page') return place.name === 'glossary' ? BESIDE : null
  const unit = unitAt(place)
  return unit === null ? null : pieceWith(course, unit)
}

/** The item that a place belongs to; null for the contents. */
export function unitAt(place: Place): ItemId | null {
  switch (place.kind) {
    case 'item':
      return place.id
    case 'question':
    case 'result':
      return place.quiz
    case 'talk':
    case 'debrief':
      return place.session
    case 'contents':
    case 'page':
    case 'unknown':
      return null
  }
}

export const LINKS: Links = {
  home: '#/',
  item: (id) => `#/${id}`,
  card: (id, { section }) => `#/${id}/${section}`,
  question: (id, again) => `#/${id}${again ? '/again' : ''}`,
  quizResult: (id) => `#/${id}/result`,
  talk: (id) => `#/${id}/talk`,
  debrief: (id, run) => `#/${id}/debrief/${run}`,
}
