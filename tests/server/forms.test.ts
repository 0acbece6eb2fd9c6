/** One attempt after the other on the platform, in the offline copy and in a package: each asks in the same form and order. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UNSURE } from '#domain/course/quiz.ts'
import type { Answer, QuizProgress } from '#domain/quiz/attempt.ts'
import { firstToAsk, quizNow } from '#domain/quiz/now.ts'
import { quizProgressOf, type Progress } from '#domain/learning/progress.ts'
import { course as courseWords } from '#i18n/en/course.ts'
import { player as playerWords } from '#i18n/en/player.ts'
import { actOn } from '#player/actions.ts'
import { draw } from '#player/draw.ts'
import { QUIET } from '#player/lms/lms-recorder.ts'
import { BUDGET, decode, encode } from '#player/lms/state.ts'
import { CONTENTS, LINKS, type Place } from '#player/place.ts'
import type { Scene } from '#player/scene.ts'
import { DEFAULT_SETTINGS } from '#player/settings.ts'
import { answerQuestion } from '#server/learning/answer-question.ts'
import { ownLearner } from '#server/learning/learner.ts'
import { showQuestion } from '#server/show/learn/question.ts'
import { newId } from '#server/trail/new-id.ts'
import { courseWithForms } from '#tests/fixtures/forms.ts'
import { english, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const course = courseWithForms(english)
const MODULE = 'consent'
const quiz = course.modules.find(({ slug }) => slug === MODULE)?.quiz
if (!quiz) throw new Error('the course has changed its shape')

let clock = NOW
const now = (): number => (clock += 1000)
const carrier = { now, newId: () => newId(now()) }

const sceneOf = (salt: string, progress: Progress, place: Place): Scene => ({
  course,
  salt,
  words: playerWords,
  frame: {
    language: 'en',
    locale: { tag: 'en-US', timeZone: 'UTC' },
    words: courseWords,
    links: LINKS,
  },
  manner: QUIET,
  contact: { name: 'Carla', phone: '1', email: 'c@example.org', replies: 'soon', example: false },
  settings: DEFAULT_SETTINGS,
  settingsKept: false,
  progress,
  place,
  lastItem: null,
  refused: null,
  rewound: null,
  answered: null,
  trouble: null,
  connected: 'yes',
  beside: null,
})

/** As the page shows it. */
const askedIn = (html: string) => ({
  form: / name="form" value="(\w)"/.exec(html)?.[1] ?? 'a',
  options: [...html.matchAll(/ name="option" value="([^"]+)"/g)].map(([, id]) => id),
})

/** All but the ids of attempts, which a package does not keep. */
const answersOf = (have: QuizProgress | null): Record<string, Answer>[] =>
  [have?.open, have?.last].map((one) => ({ ...one?.answers }))

test('three attempts with misses: form, order, and what comes of each answer', async () => {
  const { nadia } = platform.cast
  let offline: Progress = {}
  let packed: Progress = {}
  const forms = new Set<string>()
  let asked = 0
  for (let die = 0; die < 200; die++) {
    const learner = await ownLearner(nadia, course)
    const have = quizProgressOf(learner.progress, quiz.id)
    const attempt = quizNow(quiz, have, null)
    const question = firstToAsk(attempt)
    if (!question || (have?.tries ?? 0) >= 3 || (have?.passed && !attempt.attempt)) break
    asked++
    const place: Place = {
      ...{ kind: 'question', quiz: quiz.id, slug: question.slug },
      how: attempt.attempt ? 'again' : 'new',
    }
    const at = { module: MODULE, question: question.slug }
    const shown = showQuestion(learner, at, '', newId(now()), null)
    if (!shown) throw new Error('no such question')
    const { paper } = shown
    // A reload makes no other page of it.
    expect(showQuestion(learner, at, '', newId(now()), null)?.paper).toEqual(paper)
    const here = { form: paper.form, options: [...paper.options.map(({ id }) => id), UNSURE] }
    forms.add(paper.form)
    const scene = (progress: Progress): Scene => sceneOf(nadia.id, progress, place)
    expect(askedIn(draw(scene(offline)).body.text)).toEqual(here)
    expect(askedIn(draw(scene(packed)).body.text)).toEqual(here)

    // The first attempt misses half, the second a third; in the third all is right.
    const words =
      paper.form === 'a' ? question : question.forms?.find(({ id }) => id === paper.form)
    const rights = words?.options.filter(({ right }) => right).map(({ id }) => id) ?? []
    const misses = [2, 3][have?.tries ?? 0]
    const options = misses && die % misses === 0 ? [UNSURE] : rights
    await answerQuestion(
      learner,
      question,
      { recordId: newId(now()), attempt: shown.attempt, options, form: paper.form },
      now(),
    )
    const fields = { act: 'answer', options, form: paper.form, reply: null }
    offline = actOn(scene(offline), fields, carrier)?.progress ?? offline
    packed = actOn(scene(packed), fields, carrier)?.progress ?? packed
    const state = encode(course, packed, CONTENTS, DEFAULT_SETTINGS, BUDGET, nadia.id)
    packed = decode(course, state).progress

    const after = quizProgressOf((await ownLearner(nadia, course)).progress, quiz.id)
    const [open = {}, last = {}] = answersOf(after)
    expect(answersOf(quizProgressOf(offline, quiz.id))).toEqual([open, last])
    expect(answersOf(quizProgressOf(packed, quiz.id))).toEqual([open, last])
  }
  expect(asked).toBeGreaterThan(quiz.questions.length * 2)
  expect([...forms].sort()).toEqual(['a', 'b', 'c'])
})
