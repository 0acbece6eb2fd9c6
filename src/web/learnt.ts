/** What "My learning" draws, for its page and its file. */
import type { APIContext } from 'astro'
import { compareConfidence, ratedProgressOf } from '#domain/learning/confidence.ts'
import type { OwnLearner } from '#server/learning/learner.ts'
import type { ShownLearnt } from '#server/show/learn/learnt.ts'
import type { Frame } from '#view/frame.ts'
import type { LearntModel } from '#view/learnt.ts'
import { nameOfPage } from './about-pages.ts'
import { webLinks } from './links.ts'

export function learntModel(
  { locals }: Pick<APIContext, 'locals'>,
  { progress }: OwnLearner,
  { learnt, newest, replies, competencies, pairings }: ShownLearnt,
  isFile: boolean,
): { readonly model: LearntModel; readonly frame: Frame } {
  const { words, language, locale, course } = locals
  const ratings = (when: 'before' | 'after') => ratedProgressOf(progress, when)?.ratings ?? null
  const ids = competencies.map(({ id }) => id)
  const nameOfLine = (id: string): string => {
    const principle = competencies.find((one) => one.id === id)?.principles[0]
    return principle ? words.course.principles[principle] : id
  }
  const confidence = compareConfidence(ids, ratings('before'), ratings('after')).lines.map(
    ({ competency, before, after }) => ({ name: nameOfLine(competency), before, after }),
  )
  const nameOf = (page: string): string => nameOfPage(page, course, words)
  const model = { learnt, newest, replies, confidence, pairings, nameOf, isFile, words }
  return { model, frame: { language, locale, words: words.course, links: webLinks() } }
}
