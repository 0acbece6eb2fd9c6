/** One contract, both standards, every difficult learning system: the package survives, says what is true, and tells no secrets. */
import { describe, expect, test } from 'vitest'
import { allSteps } from '#domain/course/course.ts'
import { STANDARDS, type Manner, type Standard } from '#domain/packages/packed.ts'
import { replyKey } from '#domain/course/short-keys.ts'
import { tallyOf } from '#domain/learning/steps.ts'
import { connect, DIALECTS } from '#player/lms/connect.ts'
import { CONTENTS } from '#player/place.ts'
import { mayGoOn } from '#player/tries.ts'
import { mannerOf } from '#domain/packages/presets.ts'
import type { Recorder } from '#player/recorder.ts'
import { course, session } from '#tests/fixtures/course.ts'
import { learnerAt, type Learner } from './fakes/learner.ts'
import { fakeLms, type FakeLms, type Traits } from './fakes/lms.ts'
import { SYSTEMS, type System } from './fakes/systems.ts'

const TELLS_ALL: Manner = { tries: 0, failure: 'nothing', answers: true, sessions: true }
const around = { now: () => 1_790_000_000_000, later: () => {} }

function open(
  standard: Standard,
  lms: FakeLms,
  manner = TELLS_ALL,
  window: System['window'] = (name, api) => ({ parent: { [name]: api } }),
): Recorder {
  const { apiName } = DIALECTS[standard]
  return connect(window(apiName, lms.visit()), standard, course, around, manner)
}

async function visit(
  standard: Standard,
  traits: Traits = {},
  manner: Partial<Manner> = {},
): Promise<{ lms: FakeLms; recorder: Recorder; ana: Learner }> {
  const lms = fakeLms(standard, traits)
  const recorder = open(standard, lms, { ...TELLS_ALL, ...manner })
  await recorder.load()
  return { lms, recorder, ana: learnerAt(recorder, course) }
}

const written = ({ calls }: FakeLms): string[] =>
  calls
    .filter(({ method }) => /SetValue/.test(method))
    .map(({ element, value }) => `${element}=${value}`)

describe.each(STANDARDS)('the package in a difficult learning system, SCORM %s', (standard) => {
  test.each(SYSTEMS)('$name', async ({ traits, window, told, resumes, passes }) => {
    const lms = fakeLms(standard, traits)
    const first = open(standard, lms, TELLS_ALL, window)
    await first.load()
    first.visit(CONTENTS)
    const ana = learnerAt(first, course)
    ana.readLessons()
    ana.takeQuizzes(false)
    ana.takeQuizzes(true)
    ana.talk()
    expect(tallyOf(course, ana.progress())).toEqual({ done: 4, of: 4 })
    expect(first.saving().kind).toBe(told)
    expect(lms.faults).toEqual([])
    expect(Object.values(lms.stored()).includes('passed')).toBe(passes)
    first.leave()
    const before = lms.calls.length
    first.visit(CONTENTS)
    first.record([], ana.progress())
    expect(lms.calls.length).toBe(before)

    const second = open(standard, lms, TELLS_ALL, window)
    const loaded = await second.load()
    expect(tallyOf(course, loaded.progress).done).toBe(resumes ? 4 : 0)
    expect(loaded.trouble).toBeNull()
    const result = Object.entries(lms.stored()).filter(([name]) => /status|score/.test(name))
    second.visit(CONTENTS)
    second.leave()
    expect(Object.entries(lms.stored()).filter(([name]) => /status|score/.test(name))).toEqual(
      resumes ? result : expect.anything(),
    )
  })

  test('a window that is closed without an end loses nothing that was said to be saved', async () => {
    const { lms, recorder, ana } = await visit(standard)
    ana.readLessons()
    recorder.visit({ kind: 'question', quiz: 'consent/quiz', slug: 'who-hears', how: 'show' })
    expect(recorder.saving().kind).toBe('saved')
    const loaded = await open(standard, lms).load()
    expect(loaded.place).toEqual({
      kind: 'question',
      quiz: 'consent/quiz',
      slug: 'who-hears',
      how: 'show',
    })
    expect(tallyOf(course, loaded.progress).done).toBe(2)
  })

  test('looking back writes neither state nor status nor score, only that it ended and how long it took', async () => {
    const { lms, recorder, ana } = await visit(standard, { mode: () => 'review' })
    ana.readLessons()
    ana.takeQuizzes(true)
    ana.talk()
    recorder.leave()
    expect(written(lms).filter((one) => !/exit|session_time/.test(one))).toEqual([])
    expect(lms.stored()).not.toHaveProperty('cmi.suspend_data')
  })
})

describe.each(STANDARDS)('single answers, SCORM %s', (standard) => {
  const fields = (lms: FakeLms, index: number): Record<string, string> =>
    Object.fromEntries(
      Object.entries(lms.stored()).flatMap(([name, value]) => {
        const [, at, field] = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(name) ?? []
        return at === String(index) && field ? [[field, value]] : []
      }),
    )

  test('are told as the standard writes them', async () => {
    const { lms, ana } = await visit(standard)
    ana.takeQuizzes(true)
    const is12 = standard === '1.2'
    expect(fields(lms, 1)).toMatchObject({
      id: 'consent_quiz_who-may-ask',
      type: 'choice',
      'correct_responses.0.pattern': is12 ? 'a,b' : 'a[,]b',
      [is12 ? 'student_response' : 'learner_response']: is12 ? 'a,b' : 'a[,]b',
      result: 'correct',
    })
    expect(fields(lms, 1)[is12 ? 'time' : 'timestamp']).toMatch(
      is12 ? /^\d\d:\d\d:\d\d$/ : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
    )
    ana.takeQuizzes(false)
    expect(fields(lms, 7)['result']).toBe(is12 ? 'wrong' : 'incorrect')
  })

  test('go on where the last visit ended, by the count that the system has', async () => {
    const { lms, ana } = await visit(standard)
    ana.takeQuizzes(false)
    const again = open(standard, lms)
    const { progress } = await again.load()
    learnerAt(again, course, progress).takeQuizzes(true)
    expect(Object.keys(fields(lms, 11))).toContain('result')
    expect(fields(lms, 12)).toEqual({})
  })

  test('end without a word at the first 401', async () => {
    const { lms, recorder, ana } = await visit(standard, {
      set: (element) => (element.startsWith('cmi.interactions') ? '401' : undefined),
    })
    ana.takeQuizzes(true)
    expect(written(lms).filter((one) => one.startsWith('cmi.interactions'))).toHaveLength(1)
    expect(recorder.saving().kind).toBe('saved')
  })

  test('end at 250, the most that a system must keep', async () => {
    const { lms, ana } = await visit(standard)
    for (let count = 0; count < 50; count++) ana.takeQuizzes(false)
    expect(Object.keys(fields(lms, 249)).length).toBeGreaterThan(4)
    expect(fields(lms, 250)).toEqual({})
    expect(lms.faults).toEqual([])
  })

  test('are not told where the package was made so', async () => {
    const { lms, ana } = await visit(standard, {}, { answers: false })
    ana.takeQuizzes(true)
    expect(written(lms).join()).not.toContain('interactions')
  })
})

describe.each(STANDARDS)('what somebody chooses in a practice session, SCORM %s', (standard) => {
  const SECRET = [
    ...session.turns.flatMap(({ slug, says, replies }) => [
      slug,
      says,
      ...replies.flatMap(({ id, say, consequence }) => [id, say, consequence]),
    ]),
    ...session.endings.flatMap(({ id, text }) => [id, text]),
    ...allSteps(course).flatMap(({ kind, item }) =>
      kind === 'reflection' ? [item.id, item.title] : [],
    ),
  ]
  const said = (lms: FakeLms): string[] =>
    lms.calls
      .filter(({ element }) => element !== 'cmi.suspend_data')
      .flatMap(({ element, value }) => [element, value])
  const slipped = (lms: FakeLms): string[] =>
    SECRET.filter((secret) => said(lms).some((one) => one.includes(secret)))

  test('is in no call, whatever is told otherwise', async () => {
    const { lms, recorder, ana } = await visit(standard)
    ana.readLessons()
    ana.takeQuizzes(true)
    ana.talk()
    ana.talk()
    recorder.leave()
    expect(SECRET.length).toBeGreaterThan(12)
    expect(slipped(lms)).toEqual([])
  })

  test('the spy would notice it', async () => {
    const { lms } = await visit(standard)
    const api = lms.visit() as Record<string, (...values: string[]) => unknown>
    const { set } = DIALECTS[standard].methods
    api[set]?.('cmi.comments', `She chose ${session.turns[0]?.replies[0]?.id ?? ''}`)
    expect(slipped(lms)).toEqual([session.turns[0]?.replies[0]?.id])
  })

  test('is in the state while the session is open, since nobody could go on without it', async () => {
    const { lms, ana } = await visit(standard)
    ana.talk(1)
    const [turn] = session.turns
    const key = replyKey(turn?.slug ?? '', turn?.replies[0]?.id ?? '')
    expect(lms.stored()['cmi.suspend_data']).toContain(key)
  })

  test('is gone from the state as soon as the session has ended', async () => {
    const { lms, recorder, ana } = await visit(standard)
    ana.talk()
    ana.talk()
    recorder.visit({ kind: 'debrief', session: session.id, run: 'any' })
    const state = lms.stored()['cmi.suspend_data'] ?? ''
    const keys = session.turns.flatMap(({ slug, replies }) =>
      replies.map(({ id }) => replyKey(slug, id)),
    )
    expect(keys.filter((key) => state.includes(key))).toEqual([])
  })

  test('that a session has ended is told once for each session, only where that was asked for', async () => {
    const quiet = await visit(standard, {}, { sessions: false })
    quiet.ana.talk()
    expect(said(quiet.lms).join()).not.toContain('objectives')
    const { lms, ana } = await visit(standard)
    ana.talk()
    ana.talk()
    const again = open(standard, lms)
    learnerAt(again, course, (await again.load()).progress).talk()
    const objectives = Object.entries(lms.stored()).filter(([name]) => /objectives/.test(name))
    expect(objectives.map(([, value]) => value)).toEqual(['practising_skip-thursday', 'completed'])
  })
})

describe.each(STANDARDS)('somebody who does not pass, SCORM %s', (standard) => {
  const names =
    standard === '1.2'
      ? { raw: 'cmi.core.score.raw', status: 'cmi.core.lesson_status' }
      : { raw: 'cmi.score.raw', status: 'cmi.success_status' }

  test('is never told of as failed by default', async () => {
    const { lms, ana } = await visit(standard)
    for (let count = 0; count < 5; count++) ana.takeQuizzes(false)
    expect(written(lms).join()).not.toMatch(/failed|score/)
  })

  test('D1: one quiz missed twice of two tries: no "failed" and no score while something is left to do', async () => {
    const manner = mannerOf({ preset: 'moodle', tries: 2, interactions: 'preset', sessions: false })
    const { lms, ana } = await visit(standard, {}, manner)
    ana.takeQuizzes(false)
    ana.takeQuizzes(false)
    expect(written(lms).join()).not.toMatch(/failed|score/)
    expect(Object.values(lms.stored())).toContain('incomplete')
    expect(mayGoOn(course, ana.progress(), manner)).toBe(true)
    ana.readLessons()
    expect(mayGoOn(course, ana.progress(), manner)).toBe(false)
    expect(lms.stored()).toMatchObject({ [names.raw]: '17', [names.status]: 'failed' })
    expect(lms.faults).toEqual([])
  })

  test('D1: what is told when nothing is left to do stays at the next visit, and is no pass', async () => {
    const manner = { ...TELLS_ALL, tries: 1, failure: 'failed' } as const
    const { lms, recorder, ana } = await visit(standard, {}, manner)
    ana.readLessons()
    ana.takeQuizzes(false)
    recorder.leave()
    const next = open(standard, lms, manner)
    await next.load()
    next.visit(CONTENTS)
    expect(lms.stored()[names.status]).toBe('failed')
  })

  test('only the score is told where "failed" would lock the course; nothing where neither is borne', async () => {
    const score = await visit(standard, {}, { tries: 1, failure: 'score' })
    score.ana.takeQuizzes(false)
    expect(score.lms.stored()[names.raw]).toBe('17')
    expect(written(score.lms).join()).not.toContain('failed')
    const nothing = await visit(standard, {}, { tries: 1, failure: 'nothing' })
    nothing.ana.takeQuizzes(false)
    expect(written(nothing.lms).join()).not.toMatch(/failed|score/)
  })
})
