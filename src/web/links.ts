/** Addresses of the course on the platform. */
import { cardsOf, type Card } from '#domain/course/cards.ts'
import type { Lesson, Step } from '#domain/course/course.ts'
import type { Question } from '#domain/course/quiz.ts'
import { beginningOf } from '#domain/learning/beginning.ts'
import { NOTE_ANCHOR } from '#domain/learning/cards.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { unitOf } from '#domain/learning/record.ts'
import type { AfterAnswer } from '#domain/quiz/now.ts'
import type { Links } from '#view/frame.ts'
import { wordAddress } from './search-links.ts'

/** @param attempt the attempt that "Try again" belongs to; the same object where there is none, as much is kept by it */
export const webLinks = (attempt = ''): Links => (attempt ? linksIn(attempt) : WITHOUT_ATTEMPT)

const linksIn = (attempt: string): Links => ({
  home: '/learn',
  item: (id) => (id.startsWith('resources/') ? `/${id}` : `/learn/${id}`),
  card: (id, card) => `/learn/${id}${asksFor(card)}`,
  question: (id, again = false) =>
    again ? `/learn/${id}?attempt=${attempt}&again=1` : `/learn/${id}`,
  quizResult: (quizId) => `/learn/${quizId}/result`,
  talk: (sessionId) => `/learn/${sessionId}/talk`,
  debrief: (sessionId, run) => `/learn/${sessionId}/debrief?run=${run}`,
  word: wordAddress,
  media: '/media/',
})
const WITHOUT_ATTEMPT = linksIn('')

/** The end of a card's address: the server shows the card, and the browser goes to its heading. */
export function asksFor({ id }: Pick<Card, 'id'>, query = ''): string {
  const part = encodeURIComponent(id)
  return `?${query}part=${part}#${part}`
}

/** The own note on a lesson: it stands on the last card. @param query with an & at its end */
export function noteAt({ id, html }: Pick<Lesson, 'id' | 'html'>, query = ''): string {
  const last = cardsOf(html).at(-1)
  return `/learn/${id}${asksFor(last ?? { id: '' }, query).replace(/#.*$/, '')}#${NOTE_ANCHOR}`
}

/** The exact place where a step is begun or carried on. */
export function placeIn(step: Step, progress: Progress, links: Links): string {
  const { id } = step.item
  const begins = beginningOf(step, progress)
  switch (begins.kind) {
    case 'item':
      return links.item(id)
    case 'card':
      return links.card(id, begins.card)
    case 'question':
      return links.question(begins.question.id)
    case 'talk':
      return links.talk(id)
  }
}

interface RememberingPlace {
  /** Slug of the module that is to begin, or '' where the cards come by the calendar. */
  readonly module?: string
  readonly more?: boolean
  /** The card that was just looked at. */
  readonly seen?: string
  readonly kept?: boolean
}

/** The page of decision cards. */
export function rememberingAt({ module, more, seen, kept }: RememberingPlace = {}): string {
  const query = new URLSearchParams({
    ...(module ? { before: module } : {}),
    ...(more ? { more: '1' } : {}),
    ...(seen ? { seen } : {}),
    ...(kept ? { kept: '1' } : {}),
  }).toString()
  return `/learn/remembering${query && `?${query}`}`
}

/** Said once the whole course is done: what was done, and what comes now. */
export const ARRIVAL = '/learn/arrival'

/** The address of what comes next, by the rule of every "Carry on". @param next null once every required step is done */
export const onward = (next: Step | null, progress: Progress): string =>
  next ? placeIn(next, progress, webLinks()) : ARRIVAL

/** Where an answer leads. @param attempt that it belongs to */
export function answeredAddress(question: Question, attempt: string, after: AfterAnswer): string {
  switch (after.kind) {
    case 'stays':
      return `/learn/${question.id}?attempt=${attempt}`
    case 'question':
      return `/learn/${after.question.id}?attempt=${attempt}&after=${question.slug}${after.again ? '&again=1' : ''}`
    case 'result':
      return `/learn/${unitOf('question-answered', question.id)}/result?after=${question.slug}`
  }
}
