/** Pages for those who teach say nothing beside the course: scenes and briefs go by its sessions. */
import { expect, test } from 'vitest'
import { compileContent } from '#authoring/check.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { findModule } from '#domain/course/course.ts'
import { packsOf } from '#domain/course/packs.ts'

const { courses, rolePlays } = compileContent('content')

const letters = (text: string): string =>
  text
    .replaceAll(/<[^>]*>|&#?\w+;/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const headingsOf = (html: string): string[] =>
  [...html.matchAll(/<h2[^>]*>([\s\S]*?)<\/h2>|^## (.*)$/gm)].map(([, drawn, written]) =>
    letters(drawn ?? written ?? ''),
  )

for (const language of LANGUAGES)
  test(`each session has a scene card and an actor brief by its title, and they go in pairs: ${language}`, () => {
    const course = courses[language]
    if (!course) throw new Error('no course')
    const numbered = (slug: string): string[] =>
      headingsOf(course.teaching.find((page) => page.slug === slug)?.html ?? '').filter((heading) =>
        /^\d/.test(heading),
      )
    const cards = numbered('scene-cards')
    expect(numbered('actor-briefs')).toEqual(cards)
    expect(cards.map((heading) => Number(/^\d+/.exec(heading)))).toEqual(cards.map((_, n) => n + 1))
    const modules = [findModule(course, 'practising'), ...packsOf(course)]
    const titles = modules.flatMap((one) => one?.sessions.map(({ title }) => letters(title)) ?? [])
    expect(titles.length).toBeGreaterThan(23)
    expect(titles.filter((title) => !cards.some((card) => card.includes(` ${title} `)))).toEqual([])
    expect(rolePlays[language].map(({ id }) => id)).toEqual(['first-meeting', 'drawn'])
  })
