/** One contract for every carrier of the course: both learning systems, and the queue of a device. */
import { describe, expect, test } from 'vitest'
import { quizProgressOf, sessionProgressOf, type Progress } from '#domain/learning/progress.ts'
import { allSteps } from '#domain/course/course.ts'
import { tallyOf } from '#domain/learning/steps.ts'
import { saved } from '#i18n/en/saved.ts'
import { connect, DIALECTS } from '#player/lms/connect.ts'
import { queueRecorder, type QueueRecorder } from '#player/queue/queue-recorder.ts'
import { DEFAULT_SETTINGS, type Settings } from '#player/settings.ts'
import type { Recorder } from '#player/recorder.ts'
import { course } from '#tests/fixtures/course.ts'
import { learnerAt } from '../scorm/fakes/learner.ts'
import { lmsFor } from '../scorm/lms.ts'
import { memoryShelf } from './fakes/shelf.ts'

const around = { now: () => 5, later: () => {} }

/** Each opens the course once more, over what was kept before. */
const CARRIERS: Readonly<Record<string, () => () => Recorder>> = {
  'SCORM 1.2': () => ofLms('1.2'),
  'SCORM 2004': () => ofLms('2004'),
  'the queue of a device': () => ofQueue(),
}

function ofLms(standard: '1.2' | '2004'): () => Recorder {
  const lms = lmsFor(standard)
  return () => {
    const own = { [DIALECTS[standard].apiName]: lms.launch() } as unknown as Window
    Object.assign(own, { parent: own, opener: null })
    return connect(own, standard, course, around)
  }
}

function ofQueue(shelf = memoryShelf()): () => QueueRecorder {
  let settings: Settings = DEFAULT_SETTINGS
  const owner = {
    person: 'nadia',
    publicKey: '',
    learnt: {},
    lastItem: null,
    opened: [],
    programme: 'kidney',
    language: 'en',
    savesItself: false,
    at: 0,
  } as const
  return () =>
    queueRecorder(shelf, owner, {
      words: saved,
      here: 'phone',
      time: String,
      send: () => Promise.resolve({ kind: 'unreached' }),
      settings: { read: () => settings, keep: (chosen) => void (settings = chosen) },
      hears: () => {},
    })
}

/** Writes of a device end a moment later. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20))

describe.each(Object.entries(CARRIERS))('%s', (_, carrier) => {
  test('begins with nothing, and says nothing of trouble', async () => {
    const { progress, trouble, place } = await carrier()().load()
    expect([progress, trouble, place]).toEqual([{}, null, { kind: 'contents' }])
  })

  test('knows the whole course again at the next visit', async () => {
    const open = carrier()
    const first = open()
    await first.load()
    const learner = learnerAt(first, course)
    learner.readLessons()
    learner.talk()
    learner.takeQuizzes(true)
    await settled()
    expect(first.leave()).toBe(true)
    const { progress } = await open().load()
    expect(tallyOf(course, progress)).toEqual(tallyOf(course, learner.progress()))
    for (const { kind, item } of allSteps(course)) {
      if (kind === 'quiz')
        expect(quizProgressOf(progress, item.id)?.best).toEqual(
          quizProgressOf(learner.progress(), item.id)?.best,
        )
      if (kind === 'session') expect(sessionProgressOf(progress, item.id)?.ended).toHaveLength(1)
    }
  })

  test('knows a talk in the middle, and how somebody wants to read', async () => {
    const open = carrier()
    const first = open()
    await first.load()
    const learner = learnerAt(first, course)
    learner.talk(1)
    first.keep({ ...DEFAULT_SETTINGS, text: 'large' })
    await settled()
    first.leave()
    const { progress, settings } = await open().load()
    expect(settings.text).toBe('large')
    for (const { kind, item } of allSteps(course))
      if (kind === 'session')
        expect(sessionProgressOf(progress, item.id)?.open?.road).toEqual(
          sessionProgressOf(learner.progress(), item.id)?.open?.road,
        )
  })

  test('tells each change of what is saved', async () => {
    const recorder = carrier()()
    const heard: string[] = []
    recorder.onSaving(({ kind }) => heard.push(kind))
    await recorder.load()
    learnerAt(recorder, course).readLessons()
    await settled()
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.at(-1)).toBe(recorder.saving().kind)
    expect(['saved', 'here']).toContain(recorder.saving().kind)
  })
})

describe('what was done on a device without a connection is not taken back by a look at it', () => {
  const lessons = allSteps(course).flatMap(({ kind, item }) => (kind === 'lesson' ? [item] : []))
  const read = (progress: Progress): number =>
    lessons.filter(({ id }) => progress[id]?.kind === 'lesson').length

  test('of a slow device, where somebody reads on while it looks', async () => {
    const shelf = memoryShelf()
    const asAlways = shelf.of
    const waiting: (() => void)[] = []
    shelf.of = async (person) => {
      const entries = await asAlways(person)
      await new Promise<void>((done) => waiting.push(done))
      return entries
    }
    const recorder = ofQueue(shelf)()
    const heard: number[] = []
    recorder.onProgress?.((progress) => heard.push(read(progress)))
    const looked = recorder.look()
    await expect.poll(() => waiting.length).toBe(1)
    learnerAt(recorder, course).readLessons()
    const letGo = setInterval(() => waiting.splice(0).forEach((done) => done()), 1)
    await looked
    clearInterval(letGo)
    waiting.forEach((done) => done())
    expect(heard[0]).toBe(lessons.length)
  })

  test('of a device that has no room: it is tried again with the next thing, and till then it is known here', async () => {
    const shelf = memoryShelf()
    const recorder = ofQueue(shelf)()
    let known = 0
    recorder.onProgress?.((progress) => void (known = read(progress)))
    shelf.room = false
    learnerAt(recorder, course).readLessons()
    await settled()
    await recorder.look()
    expect(known).toBe(lessons.length)
    expect(shelf.entries.size).toBe(0)
  })
})
