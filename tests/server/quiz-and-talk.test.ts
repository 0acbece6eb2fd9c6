/** What a trainee's forms do: answers, replies, lessons, what is written; old tabs, browser Back, double clicks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordsOf } from '#db/records.ts'
import { findStep, type Course } from '#domain/course/course.ts'
import type { QuizProgress } from '#domain/quiz/attempt.ts'
import type { SessionProgress } from '#domain/practice/run.ts'
import type { Person } from '#domain/people/person.ts'
import type { Question } from '#domain/course/quiz.ts'
import { turnAt as placeAt } from '#domain/practice/road.ts'
import { answerQuestion } from '#server/learning/answer-question.ts'
import { ownLearner } from '#server/learning/learner.ts'
import { newId } from '#server/trail/new-id.ts'
import { readLesson } from '#server/learning/read-lesson.ts'
import { saveWriting } from '#server/learning/save-writing.ts'
import { takeTurn, type TurnForm } from '#server/learning/take-turn.ts'
import { english, learnerOf, batchesOf, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const quiz = english.modules.find(({ slug }) => slug === 'consent')?.quiz
const session = english.modules.flatMap(({ sessions }) => sessions)[0]
if (!quiz || !session) throw new Error('the course has changed its shape')
const star = quiz.questions.find((one) => one.star && one.kind === 'single')
const plain = quiz.questions.find((one) => !one.star && one.kind !== 'several')
if (!star || !plain) throw new Error('the course has changed its shape')

let clock = NOW
/** One thing after the other, a second each. */
const tick = (): number => (clock += 1000)

const right = (question: Question): string[] =>
  question.options.filter((option) => option.right).map(({ id }) => id)
const wrong = (question: Question): string[] =>
  question.options
    .filter((option) => !option.right)
    .map(({ id }) => id)
    .slice(0, 1)

async function answer(
  person: Person,
  question: Question,
  options: readonly string[],
  attempt: string,
  recordId = newId(tick()),
  course: Course = english,
) {
  const learner = await ownLearner(person, course)
  return answerQuestion(learner, question, { recordId, attempt, options }, tick())
}
const quizOf = async (person: Person): Promise<QuizProgress | undefined> =>
  (await learnerOf(person)).progress[quiz.id] as QuizProgress | undefined

describe('an answer', () => {
  test.each([
    ['blank', [] as string[], 'blank'],
    ['an option that is not there', ['the-cat'], 'no-such-option'],
    ['two options of one', ['rosa', 'the-nurse'], 'one-only'],
  ])('%s is refused, and nothing is saved', async (_, options, reason) => {
    const { nadia } = platform.cast
    expect(await answer(nadia, star, options, newId(NOW))).toEqual({ kind: 'refused', reason })
    expect(await recordsOf(nadia.id, [quiz.id])).toEqual([])
  })

  test('is saved, and the first one scores', async () => {
    const { nadia } = platform.cast
    const attempt = newId(NOW)
    expect(await answer(nadia, plain, wrong(plain), attempt)).toEqual({
      kind: 'saved',
      attempt,
      after: { kind: 'stays' },
    })
    expect(await answer(nadia, plain, right(plain), attempt)).toMatchObject({
      kind: 'saved',
      attempt,
      after: { kind: 'question', again: false },
    })
    expect((await quizOf(nadia))?.open?.answers[plain.id]).toMatchObject({
      firstRight: false,
      right: true,
      tries: 2,
    })
  })

  test('sent again by a double click or a reload is the same answer', async () => {
    const { ray } = platform.cast
    const attempt = newId(NOW)
    const id = newId(NOW)
    const both = await Promise.all([
      answer(ray, plain, right(plain), attempt, id),
      answer(ray, plain, right(plain), attempt, id),
    ])
    const next = both[0]?.kind === 'saved' ? both[0].after : null
    expect(next).toMatchObject({ kind: 'question' })
    const saved = { kind: 'saved', attempt, after: next }
    expect(both).toEqual([saved, saved])
    expect(await answer(ray, plain, right(plain), attempt, id)).toEqual(saved)
    expect(await recordsOf(ray.id, [quiz.id])).toHaveLength(1)
  })

  test('changed after browser Back does not change what was saved', async () => {
    const { ray } = platform.cast
    const [record] = await recordsOf(ray.id, [quiz.id])
    const attempt = newId(NOW)
    expect(await answer(ray, plain, wrong(plain), attempt, record?.id)).toMatchObject({
      kind: 'kept',
    })
    expect(await recordsOf(ray.id, [quiz.id])).toEqual([record])
  })

  test('that completes the attempt finishes it in the same batch, and only once', async () => {
    const { luz } = platform.cast
    const attempt = newId(NOW)
    const [first, ...others] = quiz.questions
    if (!first) throw new Error('no question')
    for (const question of others) await answer(luz, question, right(question), attempt)
    expect(await quizOf(luz)).toMatchObject({ passed: false, last: null })
    const last = newId(NOW)
    const writes = await batchesOf(() =>
      Promise.all([
        answer(luz, first, right(first), attempt, last),
        answer(luz, first, right(first), attempt, last),
      ]),
    )
    expect(writes).toBe(1)
    expect(await quizOf(luz)).toMatchObject({ passed: true, tries: 1, open: null })
    const finishes = (await recordsOf(luz.id, [quiz.id])).filter(
      ({ kind }) => kind === 'quiz-finished',
    )
    expect(finishes).toHaveLength(1)
  })

  test('after the end teaches and changes neither result nor pass', async () => {
    const { luz } = platform.cast
    const before = await quizOf(luz)
    await answer(luz, plain, wrong(plain), before?.last?.id ?? '')
    expect(await quizOf(luz)).toMatchObject({
      passed: true,
      tries: 1,
      best: before?.best,
      open: null,
    })
  })

  test('in two tabs at the same moment completes the attempt all the same', async () => {
    const { joyce } = platform.cast
    const attempt = newId(NOW)
    const [a, b, ...others] = quiz.questions
    if (!a || !b) throw new Error('no questions')
    for (const question of others) await answer(joyce, question, right(question), attempt)
    await Promise.all([answer(joyce, a, right(a), attempt), answer(joyce, b, right(b), attempt)])
    expect(await quizOf(joyce)).toMatchObject({ passed: true, open: null, tries: 1 })
  })
})

describe('when a ★ question was raised after the pass', () => {
  const raise = (...slugs: string[]): Course => ({
    ...english,
    modules: english.modules.map((module) => ({
      ...module,
      quiz: module.quiz && {
        ...module.quiz,
        questions: module.quiz.questions.map((one) =>
          slugs.includes(one.slug) ? { ...one, revision: one.revision + 1 } : one,
        ),
      },
    })),
  })

  test('a refresher asks both raised questions, counts both, and keeps the pass', async () => {
    const { luz } = platform.cast
    const stars = quiz.questions.filter((one) => one.star).slice(0, 2)
    const raised = raise(...stars.map(({ slug }) => slug))
    const questions = raised.modules.flatMap((module) => module.quiz?.questions ?? [])
    const attempt = newId(NOW)
    const [one, two] = stars.map(({ id }) => questions.find((question) => question.id === id))
    if (!one || !two) throw new Error('no ★ questions')
    const tries = (await quizOf(luz))?.tries
    await answer(luz, one, right(one), attempt, newId(NOW), raised)
    expect((await quizOf(luz))?.open?.id).toBe(attempt)
    await answer(luz, two, wrong(two), attempt, newId(NOW), raised)
    expect((await quizOf(luz))?.open?.id).toBe(attempt)
    await answer(luz, two, right(two), attempt, newId(NOW), raised)
    expect(await quizOf(luz)).toMatchObject({
      passed: true,
      tries,
      open: null,
      last: { id: attempt, refresher: true, right: 1, of: 2 },
    })
  })
})

describe('a reply', () => {
  const talk = async (person: Person): Promise<SessionProgress | undefined> =>
    (await learnerOf(person)).progress[session.id] as SessionProgress | undefined
  const turnAt = (road: { turn: string; reply: string }[]) => {
    const place = placeAt(
      session,
      road.map((one) => ({ ...one, verdicts: {} })),
      road.length,
    )
    if (!place) throw new Error('no turn')
    return place.turn
  }
  const first = turnAt([])
  const crossing = first.replies.find(({ way }) => way.kind === 'repair')
  const going = first.replies.find(({ way }) => way.kind === 'to')
  if (!crossing || !going) throw new Error('the course has changed its shape')

  const withNeedsMet = {
    ...english,
    modules: english.modules.map((module) => ({
      ...module,
      sessions: module.sessions.map((one) => ({ ...one, needs: [] })),
    })),
  }
  const say = async (person: Person, form: Partial<TurnForm> & { run: string }) =>
    takeTurn(
      // Nobody here has done what it needs.
      { ...(await learnerOf(person)), course: withNeedsMet },
      session,
      { recordId: newId(tick()), step: 0, turn: first.slug, reply: going.id, ...form },
      tick(),
    )

  test('is said, with the verdicts of the course', async () => {
    const { nadia } = platform.cast
    const run = newId(NOW)
    expect(await say(nadia, { run, reply: crossing.id })).toEqual({ kind: 'said', ended: false })
    expect((await talk(nadia))?.open).toEqual({
      id: run,
      road: [{ turn: first.slug, reply: crossing.id, verdicts: crossing.verdicts }],
    })
  })

  test('in a session whose modules come first is not said, whoever sends it', async () => {
    const { cesar } = platform.cast
    const locked = english.modules.flatMap(({ sessions }) => sessions).find(({ needs }) => needs[0])
    const [turn] = locked?.turns ?? []
    if (!locked || !turn) throw new Error('the course has changed its shape')
    const form = {
      recordId: newId(tick()),
      run: newId(NOW),
      step: 0,
      turn: turn.slug,
      reply: turn.replies[0]?.id ?? '',
    }
    const learner = await learnerOf(cesar)
    expect(await takeTurn(learner, locked, form, tick())).toEqual({ kind: 'blocked' })
    expect((await learnerOf(cesar)).progress[locked.id]).toBeUndefined()
  })

  test('blank, or one that is not there, is refused, and nothing is saved', async () => {
    const { cesar } = platform.cast
    const run = newId(NOW)
    expect(await say(cesar, { run, reply: null })).toEqual({ kind: 'refused', reason: 'blank' })
    expect(await say(cesar, { run, reply: 'cook' })).toEqual({
      kind: 'refused',
      reason: 'no-such-reply',
    })
    expect(await talk(cesar)).toBeUndefined()
  })

  test('from an old tab is not said: what was said first stays', async () => {
    const { ray } = platform.cast
    const run = newId(NOW)
    await say(ray, { run, reply: crossing.id })
    // The tab still shows a turn that this road never reaches at this step.
    const other = turnAt([{ turn: first.slug, reply: going.id }])
    expect(
      await say(ray, { run, step: 1, turn: other.slug, reply: other.replies[0]?.id ?? '' }),
    ).toEqual({ kind: 'kept' })
    expect((await talk(ray))?.open?.road).toHaveLength(1)
  })

  test('for a step that is not reached yet is not said', async () => {
    const { ray } = platform.cast
    expect(await say(ray, { run: newId(NOW), step: 3 })).toEqual({ kind: 'kept' })
    expect(await say(ray, { run: newId(NOW), step: 199 })).toEqual({ kind: 'kept' })
  })

  test('under an id that was used before is not said', async () => {
    const { ray } = platform.cast
    const [record] = await recordsOf(ray.id, [session.id])
    const run = newId(NOW)
    expect(await say(ray, { run, recordId: record?.id ?? '' })).toEqual({ kind: 'kept' })
    expect((await talk(ray))?.open?.id).not.toBe(run)
  })

  test('one step back and another way cuts the road there', async () => {
    const { luz } = platform.cast
    const run = newId(NOW)
    await say(luz, { run, reply: crossing.id })
    const repair = turnAt([{ turn: first.slug, reply: crossing.id }])
    await say(luz, { run, step: 1, turn: repair.slug, reply: repair.replies[0]?.id ?? '' })
    await say(luz, { run, step: 0, reply: going.id })
    expect((await talk(luz))?.open?.road.map(({ reply }) => reply)).toEqual([going.id])
  })

  test('that leads to an ending ends the run in the same batch; after that nothing is said in it', async () => {
    const { joyce } = platform.cast
    const run = newId(NOW)
    const road: { turn: string; reply: string }[] = []
    for (let step = 0; step < 40; step++) {
      const turn = turnAt(road)
      const reply =
        turn.replies.find(({ verdicts }) =>
          Object.values(verdicts).every((one) => one === 'kept'),
        ) ?? turn.replies[0]
      if (!reply) throw new Error('no reply')
      let outcome: Awaited<ReturnType<typeof say>> | undefined
      const writes = await batchesOf(async () => {
        outcome = await say(joyce, { run, step, turn: turn.slug, reply: reply.id })
      })
      expect(writes).toBe(1)
      road.push({ turn: turn.slug, reply: reply.id })
      if (outcome?.kind === 'said' && outcome.ended) break
    }
    expect(await talk(joyce)).toMatchObject({ open: null, ended: [{ id: run, crossed: [] }] })
    expect(await say(joyce, { run, reply: crossing.id })).toEqual({ kind: 'kept' })
    expect(await talk(joyce)).toMatchObject({ open: null, ended: [{ id: run, crossed: [] }] })
  })

  test('twice at the same moment is said once', async () => {
    const { oscar } = platform.cast
    const form = { run: newId(NOW), recordId: newId(NOW) }
    const both = await Promise.all([say(oscar, form), say(oscar, form)])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['kept', 'said'])
    expect(await recordsOf(oscar.id, [session.id])).toHaveLength(1)
  })
})

describe('a lesson', () => {
  test('read twice is read; browser Back to another lesson with the same form changes nothing', async () => {
    const { gwen } = platform.cast
    const [one, two] = english.modules[0]?.lessons ?? []
    if (!one || !two) throw new Error('no lessons')
    const id = newId(NOW)
    await readLesson(await learnerOf(gwen), one, id, NOW)
    await readLesson(await learnerOf(gwen), one, newId(NOW), NOW)
    await readLesson(await learnerOf(gwen), two, id, NOW)
    expect(Object.keys((await learnerOf(gwen)).progress)).toEqual([one.id])
  })
})

describe('what is written', () => {
  const step = findStep(english, 'consent/a-promise-i-can-keep')
  if (step?.kind !== 'reflection') throw new Error('no reflection')
  const write = async (person: Person, { text = '', share = '' }: Record<string, string>) =>
    saveWriting(
      await learnerOf(person),
      step,
      { text, share: share === 'yes', fields: {} },
      newId(tick()),
      tick(),
    )
  const written = async (person: Person) => (await learnerOf(person)).progress[step.item.id]

  test('changed after browser Back is saved too: nothing that somebody wrote is lost', async () => {
    const { gwen } = platform.cast
    const id = newId(tick())
    const send = async (text: string) =>
      saveWriting(await learnerOf(gwen), step, { text, share: false, fields: {} }, id, tick())
    expect(await send('I wait.')).toBe('saved')
    expect(await send('I wait until I am asked.')).toBe('saved')
    expect(await written(gwen)).toMatchObject({ text: 'I wait until I am asked.' })
    expect(await recordsOf(gwen.id, [step.item.id])).toHaveLength(2)
  })

  test('is private until it is shared, and can be taken back', async () => {
    const { carla } = platform.cast
    expect(await write(carla, { text: '  I wait.\n' })).toBe('saved')
    expect(await written(carla)).toMatchObject({ text: 'I wait.', shared: false })
    await write(carla, { text: 'I wait.', share: 'yes' })
    expect(await written(carla)).toMatchObject({ shared: true })
    await write(carla, { text: 'I wait.', share: 'no' })
    expect(await written(carla)).toMatchObject({ shared: false })
  })

  test.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t ', 'empty'],
    ['5,001 letters', 'ñ'.repeat(5001), 'too-long'],
  ])('%s is not saved', async (_, text, outcome) => {
    const { ana } = platform.cast
    expect(await write(ana, { text })).toBe(outcome)
    expect(await written(ana)).toBeUndefined()
  })

  test('5,000 letters are kept to the last one', async () => {
    const { ana } = platform.cast
    const text = `${'¿Qué? '.repeat(833)}☕`.slice(0, 5000)
    expect(await write(ana, { text })).toBe('saved')
    expect(await written(ana)).toMatchObject({ text: text.trim() })
  })
})
