/** A whole module on paper: everything to read and to answer, and nothing that gives an answer away. */
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import type { Module } from '#domain/course/course.ts'
import { wordsIn } from '#i18n/words.ts'
import { courseOf } from '#tests/built-course.ts'
import type { Links } from '#view/frame.ts'
import { escape } from '#domain/text/escape.ts'
import { printModuleView } from '#view/print-module.ts'

const links: Links = {
  home: '/learn',
  item: (id) => `/learn/${id}`,
  card: (id, { section }) => `/${id}/${section}`,
  question: (id) => id,
  quizResult: (id) => id,
  talk: (id) => id,
  debrief: (id) => id,
}
const programme = {
  name: 'Kidney mentors',
  organisation: 'A network',
  contact: {
    name: 'Carla',
    phone: '555-0100',
    email: 'carla@kidney.example.org',
    replies: 'In 2 days.',
    example: true,
  },
}

const drawn = (language: Language, module: Module): string =>
  printModuleView(
    {
      module,
      courseTitle: 'Alongside',
      glossary: courseOf(language).glossary,
      programme,
      toConfirm: [],
      notes: new Map(),
      mine: wordsIn(language).mine,
      words: wordsIn(language).print,
    },
    {
      language,
      locale: { tag: `${language}-US`, timeZone: 'UTC' },
      words: wordsIn(language).course,
      links,
    },
  ).text

const times = (text: string, part: string): number => text.split(part).length - 1

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(courseOf(language).modules.map((module) => [module.slug, module] as const))(
    '%s has every lesson, every question with a box for each answer, and no key',
    (_, module) => {
      const page = drawn(language, module)
      const { course: words } = wordsIn(language)
      for (const { title } of module.lessons) expect(page).toContain(`>${escape(title)}</h2>`)
      for (const { scene } of module.sessions) expect(page).toContain(escape(scene.trim()))
      for (const question of module.quiz?.questions ?? []) {
        expect(page).toContain(escape(question.ask))
        for (const { text } of question.options) expect(page).toContain(`<li>${escape(text)}</li>`)
        for (const key of [question.unsure, ...question.options.map(({ feedback }) => feedback)])
          expect(page).not.toContain(escape(key))
      }
      expect(times(page, `<li>${words.unsure}</li>`)).toBe(module.quiz?.questions.length)
      expect(page).not.toMatch(/<video|<input|data-to/)
    },
  )
})

test('words are explained once, and where one writes there are lines', () => {
  const module = courseOf('en').modules.find(({ slug }) => slug === 'consent')
  if (!module) throw new Error('no module consent')
  const page = drawn('en', module)
  expect(times(page, 'id="word-confidentiality"')).toBe(1)
  expect(times(page, 'class="print-line"')).toBe(6)
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(page).toContain('A network · Carla, 555-0100, carla@kidney.example.org')
})

test('what is to be confirmed stands at the end for experts, and nowhere for trainees', () => {
  const module = courseOf('en').modules[0]
  if (!module) throw new Error('no module')
  const model = (toConfirm: Parameters<typeof printModuleView>[0]['toConfirm']) =>
    printModuleView(
      {
        module,
        courseTitle: 'Alongside',
        glossary: {},
        programme,
        toConfirm,
        notes: new Map(),
        mine: wordsIn('en').mine,
        words: wordsIn('en').print,
      },
      {
        language: 'en',
        locale: { tag: 'en-US', timeZone: 'UTC' },
        words: wordsIn('en').course,
        links,
      },
    ).text
  const fact = {
    id: 'fever',
    what: 'Any fever.',
    why: 'Centers differ.',
    who: ['a nurse'],
    usedIn: [],
  }
  expect(model([fact])).toMatch(
    /To be confirmed here[\s\S]*Any fever\.[\s\S]*For a nurse\.[\s\S]*Centers differ\./,
  )
  expect(model([])).not.toContain('To be confirmed')
})
