/**
 * Every option of every question and every reply of every session, in both programmes and both languages, over the forms
 * of the built server. tests/authoring/roads.test.ts looks at all the roads there are, and not only at the ones walked here.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import type { Course, Module } from '#domain/course/course.ts'
import { coveringPaths } from '#domain/practice/covering-paths.ts'
import { debriefOf, type Exchange } from '#domain/practice/road.ts'
import type { Session } from '#domain/course/session.ts'
import { formsOf, UNSURE, type AskedQuestion, type Question } from '#domain/course/quiz.ts'
import { wordsIn } from '#i18n/words.ts'
import { wrongLanguageIn } from '#tests/other-language.ts'
import { courseOf } from '#tests/built-course.ts'
import { askedIn, everyWrongAnswer, rightOf } from '#tests/quiz-forms.ts'
import { startServer, type StartedServer } from '#tests/start-server.ts'
import {
  PROGRAMMES,
  traineesOf,
  type Page,
  type ProgrammeSlug,
  type Visitor,
} from '#tests/visitor.ts'
import { escape } from '#domain/text/escape.ts'

let server: StartedServer
let trainees: Record<ProgrammeSlug, Record<Language, Visitor>>
beforeAll(async () => {
  server = await startServer()
  trainees = await traineesOf(PROGRAMMES, server.origin, server.setupLink)
})
afterAll(() => server.stop())

/** What was really seen, so that a walk that went nowhere is noticed. */
const seen = new Set<string>()
const COUNTED = { pages: 0, questions: 0, answers: 0, roads: 0, exchanges: 0 }

const READERS = PROGRAMMES.flatMap((programme) =>
  LANGUAGES.map((language) => ({ programme, language })),
)

describe.each(READERS)('$programme in $language', ({ programme, language }) => {
  const course = courseOf(language, programme)
  const words = wordsIn(language === 'en' && programme === 'long-term' ? 'en-GB' : language).course
  const shows = (page: Page, text: string): void => {
    if (!page.text.includes(inHtml(text))) throw new Error(`${page.path} does not show: ${text}`)
  }

  /** The same forms, and each page that comes is in the reader's language. */
  const reader = (): Visitor => {
    const visitor = trainees[programme][language]
    const looked = (page: Page): Page => {
      COUNTED.pages++
      const wrong = wrongLanguageIn(page.html, language)
      if (page.status !== 200 || wrong.length)
        throw new Error(
          `${page.path} (${page.status}) is not all in ${language}: ${wrong.join(' | ')}`,
        )
      return page
    }
    return {
      get: async (path) => looked(await visitor.get(path)),
      send: async (page, fields) => looked(await visitor.send(page, fields)),
    }
  }

  test.each(modulesOf(course))('module %s: every option of its quiz', async (_, module) => {
    const visitor = reader()
    for (const lesson of module.lessons) {
      const page = await visitor.get(`/learn/${lesson.id}`)
      shows(page, lesson.title)
      await visitor.send(page, { act: 'read' })
    }
    // Wrong ones first, the right one last: so the attempt is not passed, and ends.
    for (const question of module.quiz?.questions ?? []) await everyOption(visitor, question)
    shows(await visitor.get(`/learn/${module.slug}/quiz/result`), words.notYet)
    for (let due = module.quiz?.questions ?? []; due.length;) {
      const askedAgain: Question[] = []
      for (const question of due)
        if (!(await rightAtOnce(visitor, question))) askedAgain.push(question)
      due = askedAgain
    }
    expect((await visitor.get(`/learn/${module.slug}/quiz/result`)).text).not.toContain(
      inHtml(words.notYet),
    )
  })

  async function everyOption(visitor: Visitor, question: Question): Promise<void> {
    const nextAnswer = everyWrongAnswer(question)
    COUNTED.questions++
    let page = await visitor.get(`/learn/${question.id}`)
    for (let isRight = false; !isRight;) {
      const next = nextAnswer(askedIn(page.html, question))
      isRight = next.isRight
      page = await answer(visitor, page, question, next.options)
    }
  }

  /** What was right is not asked in another form: the attempts that follow come to those whose right answer is not yet given. */
  async function rightAtOnce(visitor: Visitor, question: Question): Promise<boolean> {
    const left = new Set(
      formsOf(question).filter((form) => !rightOf(form).every((id) => isSeen(question, id))),
    )
    let page = await visitor.get(`/learn/${question.id}`)
    for (let given = 0; ; given++) {
      const asked = askedIn(page.html, question)
      const isLeft = [...left].some(({ id }) => id === asked.form)
      const isRight = left.size === 0 || (isLeft && (left.size === 1 || given > 0))
      page = await answer(visitor, page, question, isRight ? rightOf(asked) : [UNSURE])
      if (isRight) return given === 0
    }
  }

  const nameOf = (question: Question, option: string): string =>
    `${programme} ${language} ${question.id} ${option}`
  const isSeen = (question: Question, option: string): boolean => seen.has(nameOf(question, option))

  /** Gives the page on which it is asked again. */
  async function answer(
    visitor: Visitor,
    page: Page,
    question: Question,
    options: readonly string[],
  ): Promise<Page> {
    const asked = askedIn(page.html, question)
    shows(page, asked.ask)
    const answered = await visitor.send(page, { option: [...options] })
    shows(answered, saidTo(asked, options))
    for (const text of feedbackTo(asked, options)) shows(answered, text)
    if (asked.better) shows(answered, asked.better)
    COUNTED.answers++
    for (const option of options) seen.add(nameOf(question, option))
    const attempt = new URL(answered.path, server.origin).searchParams.get('attempt') ?? ''
    return visitor.get(`/learn/${question.id}?attempt=${attempt}&again=1`)
  }

  function saidTo(asked: AskedQuestion, options: readonly string[]): string {
    const right = rightOf(asked)
    if (options[0] === UNSURE) return words.unsureHeading
    if (!right.includes(options[0] ?? '')) return words.notQuite
    return options.length === right.length ? words.right : words.partlyRight
  }

  test.each(sessionsOf(course))('session %s: every reply', async (_, session) => {
    for (const path of coveringPaths(session)) await walk(reader(), session, path)
  })

  async function walk(
    visitor: Visitor,
    session: Session,
    path: readonly Exchange[],
  ): Promise<void> {
    let page = await visitor.send(await visitor.get(`/learn/${session.id}`), { act: 'start' })
    for (const [index, { turn, reply }] of path.entries()) {
      const before = path[index - 1]?.reply
      shows(page, turn.says)
      if (before) shows(page, before.consequence)
      shows(page, before?.way.kind === 'repair' ? words.mendIt : words.whatDoYouSay)
      page = await visitor.send(page, { act: 'say', reply: reply.id })
      if (Object.values(reply.verdicts).includes('crossed')) expect(reply.way.kind).toBe('repair')
      COUNTED.exchanges++
      seen.add(`${programme} ${language} ${turn.id} ${reply.id}`)
    }
    COUNTED.roads++
    expect(page.path).toContain('/debrief')
    const way = path.at(-1)?.reply.way
    const ending = session.endings.find(({ id }) => way?.kind === 'end' && id === way.ending)
    shows(page, ending?.text ?? 'no ending')
    expect(debriefOf(path).length).toBeGreaterThan(0)
    shows(page, path.at(-1)?.reply.consequence ?? '')
    for (const { principle, verdict, exchanges } of debriefOf(path)) {
      const heading = `${inHtml(words.principles[principle])} <span class="verdict__word">${inHtml(words.verdicts[verdict])}</span>`
      expect(page.text).toContain(heading)
      for (const { reply } of exchanges) {
        shows(page, reply.say)
        if (verdict !== 'kept')
          for (const text of [reply.why, reply.better]) shows(page, text ?? 'no better line')
      }
    }
  }
})

test('and none was left out', () => {
  const all = READERS.flatMap(({ programme, language }) =>
    courseOf(language, programme).modules.flatMap(({ quiz, sessions }) => [
      ...(quiz?.questions ?? []).flatMap((question) =>
        [...formsOf(question).flatMap(({ options }) => options.map(({ id }) => id)), UNSURE].map(
          (option) => `${programme} ${language} ${question.id} ${option}`,
        ),
      ),
      ...sessions
        .flatMap(({ turns }) => turns)
        .flatMap(({ id, replies }) =>
          replies.map((reply) => `${programme} ${language} ${id} ${reply.id}`),
        ),
    ]),
  )
  expect(all.filter((one) => !seen.has(one))).toEqual([])
  expect(seen.size).toBe(new Set(all).size)
  console.info(`walked: ${JSON.stringify({ ...COUNTED, seen: seen.size })}`)
})

/** As the server writes it: escaped, white space single. */
const inHtml = (text: string): string => escape(text).replace(/\s+/g, ' ').trim()

const modulesOf = (course: Course): [string, Module][] =>
  course.modules.map((module) => [module.slug, module])

const sessionsOf = (course: Course): [string, Session][] =>
  course.modules.flatMap(({ sessions }) =>
    sessions.map((session): [string, Session] => [session.slug, session]),
  )

const feedbackTo = (question: AskedQuestion, chosen: readonly string[]): string[] =>
  chosen[0] === UNSURE
    ? [question.unsure]
    : question.options.filter(({ id }) => chosen.includes(id)).map(({ feedback }) => feedback)
