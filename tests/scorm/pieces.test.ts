import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allSteps, forgetSteps, type Course } from '#domain/course/course.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { nextStep, onwardFrom, stateOf, tallyOf } from '#domain/learning/steps.ts'
import { courseFrom, outlineOf } from '#domain/packages/outline.ts'
import { piecesOf, withPiece } from '#domain/packages/pieces.ts'
import { lmsRecorder, QUIET } from '#player/lms/lms-recorder.ts'
import { failingScore, finalScore } from '#player/lms/result.ts'
import { decode, encode, piecesToRead } from '#player/lms/state.ts'
import type { Launch, Tracker } from '#player/lms/tracker.ts'
import { placeToBegin } from '#player/onward.ts'
import { CONTENTS, hashOf, pieceAt, placeOf } from '#player/place.ts'
import { course, session } from '#tests/fixtures/course.ts'
import { courseWithForms } from '#tests/fixtures/forms.ts'
import { walk } from './walker.ts'

const whole = courseWithForms(course)
/** As it comes before the first page. */
const outline = courseFrom(
  JSON.parse(JSON.stringify(outlineOf(whole))) as ReturnType<typeof outlineOf>,
)
const dice = fc.array(fc.nat(), { minLength: 0, maxLength: 60 })
const [PRACTISING = ''] = session.id.split('/')

/** Everything that is asked before a piece is there. */
const counted = (of: Course, progress: Progress, last: string | null) => ({
  tally: tallyOf(of, progress),
  states: allSteps(of).map((step) => stateOf(of, progress, step).kind),
  next: nextStep(of, progress, last)?.item.id,
  begins: allSteps(of).map((step) => hashOf(placeToBegin(step, progress))),
  onward: allSteps(of).map(({ item }) => onwardFrom(of, progress, item.id)?.item.id),
  saved: encode(of, progress, CONTENTS),
  score: finalScore(of, progress),
  failing: failingScore(of, progress, { ...QUIET, tries: 1, failure: 'score' }),
})

describe('the outline of a course', () => {
  test('counts like the whole course, whatever somebody did', () => {
    fc.assert(
      fc.property(dice, fc.nat(), (rolls, at) => {
        const { progress } = walk(whole, rolls)
        const steps = allSteps(whole)
        const last = steps[at % steps.length]?.item.id ?? null
        expect(counted(outline, progress, last)).toEqual(counted(whole, progress, last))
      }),
    )
  })

  test('reads every state like the whole course, once the pieces are there that it asks for', () => {
    fc.assert(
      fc.property(dice, (rolls) => {
        const state = encode(whole, walk(whole, rolls).progress, CONTENTS, undefined, 4000, 'abc')
        const pieces = piecesOf(whole)
        const here = piecesToRead(outline, state).reduce((of, name) => {
          const piece = pieces.get(name)
          return piece ? withPiece(of, piece) : of
        }, outline)
        expect(decode(here, state)).toEqual(decode(whole, state))
      }),
    )
  })

  test('has no word of a lesson, a question or a session', () => {
    const told = JSON.stringify(outlineOf(whole))
    const words = whole.modules.flatMap(({ lessons, quiz, sessions }) => [
      ...lessons.map(({ html }) => html),
      ...(quiz?.questions ?? []).flatMap(({ ask, unsure, options }) => [
        ask,
        unsure,
        ...options.map(({ feedback }) => feedback),
      ]),
      ...sessions.flatMap(({ turns, scene }) => [scene, ...turns.map(({ says }) => says)]),
    ])
    expect(words.length).toBeGreaterThan(10)
    expect(words.filter((one) => told.includes(JSON.stringify(one).slice(1, -1)))).toEqual([])
  })

  test('with all pieces it is the course', () => {
    const all = [...piecesOf(whole).values()].reduce(withPiece, outline)
    expect(all).toEqual(whole)
  })

  test('a lesson comes with the words that it explains', () => {
    for (const { slug, lessons } of whole.modules) {
      const piece = piecesOf(whole).get(slug)
      for (const { terms } of lessons)
        for (const term of terms) expect(piece?.glossary[term]).toEqual(whole.glossary[term])
    }
    expect(
      whole.modules.flatMap(({ lessons }) => lessons.flatMap(({ terms }) => terms)),
    ).not.toEqual([])
  })
})

describe('a place', () => {
  test.each([
    ['#/', null],
    ['#/display', null],
    ['#/glossary', 'resources'],
    ['#/resources/reference-guide', 'resources'],
    ['#/consent/what-stays-between-us', 'consent'],
    ['#/consent/what-stays-between-us/7', 'consent'],
    ['#/consent/quiz/who-decides', 'consent'],
    ['#/practising/skip-thursday/talk', 'practising'],
  ])('%s is drawn from the piece %s', (hash, name) => {
    expect(pieceAt(outline, placeOf(outline, hash))).toBe(name)
  })
})

describe('a talk that somebody is in the middle of', () => {
  const [turn] = session.turns
  const [reply] = turn?.replies ?? []
  if (!turn || !reply) throw new Error('The session has no turn.')
  const road = [{ turn: turn.slug, reply: reply.id, verdicts: reply.verdicts }]
  const progress: Progress = {
    [session.id]: { kind: 'session', open: { id: 'open', road }, ended: [] },
  }
  const state = encode(whole, progress, CONTENTS)
  const launch: Launch = { mode: 'normal', status: 'open', state }
  const silent: Tracker = {
    standard: 'fake',
    begin: () => null,
    start: () => {},
    save: () => true,
    finish: () => true,
    fail: () => {},
    tell: () => {},
    tellEnded: () => {},
    end: () => {},
  }

  test('needs its module before the state can be read, and an ended one does not', () => {
    expect(piecesToRead(outline, state)).toEqual([PRACTISING])
    const ended = { id: 'run', road, ending: 'late', endedBy: 'record', crossed: [] }
    const after: Progress = { [session.id]: { kind: 'session', open: null, ended: [ended] } }
    expect(piecesToRead(outline, encode(whole, after, CONTENTS))).toEqual([])
    expect(piecesToRead(outline, 'of another version')).toEqual([])
  })

  test('is read when it is there, and until then nothing is written', async () => {
    const own = courseFrom(outlineOf(whole))
    const said: string[] = []
    const recorder = lmsRecorder(
      own,
      { ...silent, start: () => void said.push('start'), save: () => (said.push('save'), true) },
      launch,
      {
        now: () => 0,
        later: () => {},
        bring: (names) => {
          said.push(`bring ${names.join()}`)
          for (const name of names)
            Object.assign(own, withPiece(own, piecesOf(whole).get(name) ?? own))
          forgetSteps(own)
          return Promise.resolve()
        },
      },
    )
    const loaded = await recorder.load()
    expect(loaded.progress[session.id]).toMatchObject({ open: { road } })
    expect(said).toEqual([`bring ${PRACTISING}`, 'start'])
  })
})
