/** How a page is called when somebody asks about it. */
import { findModule, findStep, type Course } from '#domain/course/course.ts'
import type { Words } from '#i18n/words.ts'
import { titleOf } from './step-words.ts'

const PAGES: Readonly<Record<string, (words: Words) => string>> = {
  '/record': ({ learn }) => learn.recordTitle,
  '/record/my-learning': ({ mine }) => mine.learning.title,
  '/record/certificate': ({ mentor }) => mentor.certificate,
  '/learn/confidence': ({ confidence }) => confidence.title,
  '/learn/confidence/before': ({ confidence }) => confidence.formTitles.before,
  '/learn/confidence/after': ({ confidence }) => confidence.formTitles.after,
  '/learn/sign-off': ({ mentor }) => mentor.askTitle,
  '/learn/commitment': ({ mentor }) => mentor.commitmentTitle,
  '/learn/pause': ({ mentor }) => mentor.pauseTitle,
  '/learn/who-can-see': ({ mentor }) => mentor.whoTitle,
  '/learn/messages': ({ evidence }) => evidence.messagesTitle,
  '/learn/remembering': ({ remembering }) => remembering.title,
  '/learn/reviews': ({ reviews }) => reviews.mineTitle,
  '/resources': ({ learn }) => learn.resources,
  '/search': ({ search }) => search.title,
  '/glossary': ({ search }) => search.glossary.title,
  '/display': ({ mentor }) => mentor.display,
  '/about': ({ learn }) => learn.aboutTitle,
  '/privacy': ({ learn }) => learn.privacyTitle,
  '/accessibility': ({ learn }) => learn.accessibilityTitle,
}

/** @param path of ours, without query */
export function nameOfPage(path: string, course: Course, words: Words): string {
  const known = Object.hasOwn(PAGES, path) ? PAGES[path] : undefined
  if (known) return known(words)
  const [room, first = '', second = ''] = path.split('/').filter(Boolean)
  if (room === 'learn' && second) {
    const step = findStep(course, `${first}/${second}`)
    if (step) return `${step.module.title}: ${titleOf(step, words.course)}`
    const module = second === 'print' ? findModule(course, first) : undefined
    if (module) return words.print.title(module.title)
  }
  if (room === 'learn' && first === 'pairings') return words.pairing.mine.title
  if (room === 'resources')
    return course.resources.find(({ slug }) => slug === first)?.title ?? words.learn.resources
  return words.learn.tasks
}

/** Every page that a trainee reads, but the one where they ask. */
export const isAskable = (path: string): boolean =>
  Object.hasOwn(PAGES, path) ||
  (/^\/(learn(\/[a-z0-9-]+){0,4}|resources\/[a-z0-9-]+)$/.test(path) &&
    path !== '/learn/ask' &&
    path.length <= 200)

/** Who opens it finds their own there, and nothing of whoever asked. */
export const isPersonal = (path: string): boolean =>
  path === '/learn' || (Object.hasOwn(PAGES, path) && /^\/(learn|record)\b/.test(path))

/** The page that a question is about; the start page for an address that is none. */
export const askablePage = (path: string): string => (isAskable(path) ? path : '/learn')
