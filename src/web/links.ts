/** Addresses of the course on the platform. */
import { cardsOf, type Card } from '#domain/course/cards.ts'
import type { Lesson, Step } from '#domain/course/course.ts'
import { cardKept, NOTE_ANCHOR } from '#domain/learning/cards.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { nextQuestion, questionsOf } from '#domain/quiz/grade.ts'
import type { Links } from '#view/frame.ts'
import { wordAddress } from './search-links.ts'

/** @param attempt the attempt that "Try again" belongs to */
export const webLinks = (attempt = ''): Links => ({
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

/** The exact place in a step that was begun: the open question, the turn that comes now, where one stopped to read. */
export function placeIn(step: Step, progress: Progress, links: Links): string {
  const have = progress[step.item.id]
  if (step.kind === 'quiz' && have?.kind === 'quiz' && have.open) {
    const question = nextQuestion(questionsOf(step.item, have), have.open)
    if (question) return links.question(question.id)
  }
  if (step.kind === 'session' && have?.kind === 'session' && have.open)
    return links.talk(step.item.id)
  if (step.kind !== 'lesson') return links.item(step.item.id)
  if (have?.kind !== 'lesson-open') return links.item(step.item.id)
  const cards = cardsOf(step.item.html)
  const kept = cards[cardKept(have, cards) - 1]
  return kept ? links.card(step.item.id, kept) : links.item(step.item.id)
}
