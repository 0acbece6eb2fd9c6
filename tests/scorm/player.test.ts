import { describe, expect, test } from 'vitest'
import type { Course } from '#domain/course/course.ts'
import { quizProgressOf, sessionProgressOf, type Progress } from '#domain/learning/progress.ts'
import { course as courseWords } from '#i18n/en/course.ts'
import { player as playerWords } from '#i18n/en/player.ts'
import { actOn, type Fields, type Outcome } from '#player/actions.ts'
import { failingScore } from '#player/lms/result.ts'
import { decode, encode } from '#player/lms/state.ts'
import { QUIET } from '#player/lms/lms-recorder.ts'
import { DEFAULT_SETTINGS } from '#player/settings.ts'
import { draw } from '#player/draw.ts'
import { CONTENTS, hashOf, LINKS, placeOf, type Place } from '#player/place.ts'
import { savingWords } from '#player/saving-line.ts'
import type { Scene } from '#player/scene.ts'
import { course, quiz, session } from '#tests/fixtures/course.ts'
import { testClock } from './walker.ts'

const CONTACT = {
  name: 'Carla Ruiz',
  phone: '555 0100',
  email: 'carla@example.org',
  replies: 'within a day',
  example: false,
}

const at = (hash: string): Place => placeOf(course, hash)

const scene = (change: Partial<Scene> = {}): Scene => ({
  course,
  salt: '',
  words: playerWords,
  frame: {
    language: 'en',
    locale: { tag: 'en-US', timeZone: 'UTC' },
    words: courseWords,
    links: LINKS,
  },
  manner: QUIET,
  contact: CONTACT,
  settings: DEFAULT_SETTINGS,
  settingsKept: false,
  progress: {},
  place: CONTENTS,
  lastItem: null,
  refused: null,
  rewound: null,
  answered: null,
  trouble: null,
  connected: 'yes',
  beside: null,
  ...change,
})

let learners = 0

/** Somebody at a form; each act leads to the next scene. */
function learner(start: Partial<Scene>) {
  const clock = testClock(`learner-${++learners}`)
  let now = scene(start)
  const act = (act: string, fields: Partial<Fields> = {}): Outcome => {
    const outcome = actOn(now, { act, options: [], reply: null, ...fields }, clock)
    if (!outcome) throw new Error(`Nothing came of "${act}".`)
    now = { ...now, ...outcome }
    return outcome
  }
  return {
    act,
    answer: (slug: string, options: readonly string[], how = '') => {
      now = { ...now, place: at(`#/consent/quiz/${slug}${how}`) }
      return act('answer', { options })
    },
    say: (reply: string | null) => act('say', { reply }),
    now: () => now,
    quiz: () => quizProgressOf(now.progress, quiz.id),
    talk: () => sessionProgressOf(now.progress, session.id),
    page: () => draw(now).body.text,
  }
}

const RIGHT: [string, string[]][] = quiz.questions.map(({ slug, options }) => [
  slug,
  options.filter(({ right }) => right).map(({ id }) => id),
])

const right = (slug: string): string[] => RIGHT.find(([one]) => one === slug)?.[1] ?? []

function passed(): Progress {
  const ana = learner({ progress: {} })
  for (const [slug, options] of RIGHT) ana.answer(slug, options)
  return ana.now().progress
}

const DONE: Progress = {
  ...passed(),
  'consent/what-stays-between-us': { kind: 'lesson', revision: 1 },
}

describe('places', () => {
  test.each([
    '#/',
    '#/consent/what-stays-between-us',
    '#/consent/what-stays-between-us/1',
    '#/consent/quiz',
    '#/consent/quiz/who-decides',
    '#/consent/quiz/who-decides/again',
    '#/consent/quiz/who-decides/new',
    '#/consent/quiz/result',
    '#/consent/a-promise-i-can-keep',
    '#/practising/skip-thursday',
    '#/practising/skip-thursday/talk',
    '#/practising/skip-thursday/debrief/run-2',
    '#/resources/reference-guide',
  ])('%s leads there and back', (hash) => {
    expect(hashOf(at(hash))).toBe(hash)
  })

  test.each([
    '#/nowhere',
    '#/consent/nothing',
    '#/consent/what-stays-between-us/2',
    '#/consent/what-stays-between-us/1/1',
    '#/consent/what-stays-between-us/01',
    '#/consent/quiz/no-such',
    '#/practising/skip-thursday/debrief',
    '#/a/b/c/d',
  ])('%s is said not to be here', (hash) => {
    expect(at(hash)).toEqual({ kind: 'unknown' })
    expect(draw(scene({ place: at(hash) })).body.text).toContain(playerWords.notHere)
  })
})

describe('a lesson', () => {
  test('read leads to the next step, and its page then says so', () => {
    const ana = learner({ place: at('#/consent/what-stays-between-us') })
    expect(ana.page()).toContain('href="#/practising/how-practice-works"')
    // A quiz begins with its first question, and says there how it goes.
    expect(ana.act('read').place).toEqual(at('#/consent/quiz/who-decides/new'))
    expect(ana.page()).toContain(courseWords.quizIntro(6))
    expect(ana.page()).toContain(courseWords.quizPassRule(5, 6))
    const again = draw(scene({ ...ana.now(), place: at('#/consent/what-stays-between-us') }))
    expect(again.body.text).toContain(courseWords.readAlready)
  })
})

describe('C8: a lesson in the middle', () => {
  const lesson = 'consent/what-stays-between-us'
  const long: Course = {
    ...course,
    modules: course.modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((one) => ({
        ...one,
        html: `<h2 id="a">What stays</h2><p>${'Most of it. '.repeat(200)}</p><h2 id="b">What cannot</h2><p>Danger.</p><h2 id="c">To whom</h2><p>You say it first.</p>${'<p>Then you go.</p>'.repeat(40)}`,
      })),
    })),
  }

  test('C8: is kept by its button, is in progress, and opens at that place', () => {
    const ana = learner({ course: long, place: at(`#/${lesson}`) })
    expect(ana.act('on:2').place).toEqual({ kind: 'item', id: lesson, section: 2 })
    const { place } = ana.act('later:2')
    expect(place).toEqual(CONTENTS)
    expect(ana.now().progress[lesson]).toEqual({ kind: 'lesson-open', section: 2 })
    expect(draw(ana.now()).body.text).toContain(playerWords.statuses['in-progress'])
    const back = decode(course, encode(course, ana.now().progress, CONTENTS)).progress
    const page = draw(scene({ course: long, progress: back, place: at(`#/${lesson}`) })).body.text
    expect(page).toContain(courseWords.haveRead)
    expect(page).toMatch(/<section class="card" data-card="2" data-now>/)
    expect(page).toContain(courseWords.stoppedAt('What cannot'))
  })
})

describe('a quiz', () => {
  test('a blank answer is refused with words, and nothing is recorded', () => {
    const ana = learner({})
    const outcome = ana.answer('who-decides', [])
    expect(outcome.records).toEqual([])
    expect(outcome.refused).toEqual({ problem: courseWords.chooseFirst, ticked: [] })
    expect(ana.page()).toContain('govuk-error-summary')
  })

  test('what was ticked is kept when it is refused', () => {
    const ana = learner({})
    ana.answer('who-may-ask', ['rosa', 'unsure'])
    expect(ana.now().refused?.problem).toBe(courseWords.unsureAlone)
    expect(ana.page()).toMatch(/value="rosa" checked/)
  })

  test('the first answer scores; a second one teaches', () => {
    const ana = learner({})
    ana.answer('who-hears', ['the-nurse'])
    expect(ana.page()).toContain(courseWords.notQuite)
    ana.answer('who-hears', ['rosa'], '/again')
    expect(ana.page()).toContain(courseWords.right)
    expect(ana.quiz()?.open?.answers['consent/quiz/who-hears']).toMatchObject({
      firstRight: false,
      right: true,
      tries: 2,
    })
  })

  test('a right answer leads on at once, and what is said about it stands above the next question', () => {
    const ana = learner({})
    ana.answer('who-decides', ['rosa'])
    expect(ana.now().place).toEqual(at('#/consent/quiz/who-may-ask'))
    expect(draw(ana.now()).title).toBe(`${courseWords.right}: What about who-may-ask?`)
    const page = ana.page()
    expect(page).toMatch(/That’s right[\s\S]*What about who-decides\?[\s\S]*rosa in words/)
    expect(page.indexOf('rosa in words')).toBeLessThan(page.indexOf('<form'))
    // The way on is the form itself, and focus goes to what is said.
    expect(page).not.toContain(courseWords.nextQuestion)
    expect(page.match(/data-focus(="on")?/g)).toEqual(['data-focus="on"'])
    // It is said once: somebody who comes back later finds the question alone.
    expect(draw(scene({ ...ana.now(), answered: null })).body.text).not.toContain('That’s right')
  })

  test('a wrong answer stays, to be looked at and tried again', () => {
    const ana = learner({})
    ana.answer('who-hears', ['the-nurse'])
    expect(ana.now().place).toEqual(at('#/consent/quiz/who-hears'))
    expect(ana.page()).toContain(courseWords.tryAgain)
    expect(ana.page()).toContain(courseWords.nextQuestion)
  })

  test('a ★ question must end right before the quiz is finished', () => {
    const ana = learner({})
    for (const [slug, options] of RIGHT)
      ana.answer(slug, slug === 'who-decides' ? ['the-nurse'] : options)
    expect(ana.quiz()).toMatchObject({ passed: false, tries: 0 })
    expect(ana.now().place).toEqual(at('#/consent/quiz/who-decides/again'))
    ana.answer('who-decides', ['rosa'], '/again')
    expect(ana.quiz()).toMatchObject({ passed: true, best: { right: 5, of: 6 } })
    expect(ana.now().place).toEqual(at('#/consent/quiz/result'))
    expect(ana.page()).toContain(courseWords.firstCounted)
  })

  test('C6: missing the pass mark lists what went wrong; the next attempt asks only that', () => {
    const ana = learner({})
    for (const [slug, options] of RIGHT)
      ana.answer(slug, /hears|writes/.test(slug) ? ['unsure'] : options)
    expect(ana.quiz()).toMatchObject({ passed: false, best: { right: 4, of: 6 } })
    const result = draw(scene({ ...ana.now(), place: at('#/consent/quiz/result') })).body.text
    expect(result).toContain(courseWords.notYet)
    expect(result).toContain(courseWords.lookAgain(2))
    expect(result).toContain('What about who-hears?')
    expect(result).toContain('What about who-writes?')
    expect(result).toContain(courseWords.startAgainQuiz(2))
    const start = draw(scene({ ...ana.now(), place: at('#/consent/quiz') })).body.text
    expect(start).toContain(courseWords.quizAgainIntro(2, 4))
    expect(start).toContain(courseWords.quizPassRule(5, 6))
    expect(start).toContain('href="#/consent/quiz/who-hears/new"')
    ana.answer('who-hears', ['rosa'], '/new')
    expect(ana.page()).toContain(courseWords.questionOf(2, 2))
    expect(ana.now().place).toEqual(at('#/consent/quiz/who-writes'))
    ana.answer('who-writes', right('who-writes'))
    expect(ana.quiz()).toMatchObject({ passed: true, tries: 2, best: { right: 6, of: 6 } })
    const passed = draw(scene({ ...ana.now(), place: at('#/consent/quiz/result') })).body.text
    expect(passed).toContain(courseWords.scoreKept(6, 6, 4))
  })

  test('D1: with its tries used up a quiz closes, and the package says who can open it again', () => {
    const manner = { ...QUIET, tries: 1, failure: 'failed' } as const
    const ana = learner({ manner })
    for (const [slug, options] of RIGHT)
      ana.answer(slug, /hears|writes/.test(slug) ? ['unsure'] : options)
    const page = (hash: string) => draw(scene({ ...ana.now(), manner, place: at(hash) })).body.text
    for (const hash of [
      '#/consent/quiz',
      '#/consent/quiz/result',
      '#/consent/quiz/who-hears/new',
    ]) {
      expect(page(hash), hash).toContain('You have used the one try')
      expect(page(hash), hash).toContain('ask Carla Ruiz (555 0100, carla@example.org)')
      expect(page(hash), hash).not.toContain(courseWords.startAgainQuiz(2))
    }
    expect(page('#/')).toContain('data-carry-on href="#/consent/')
    expect(page('#/')).not.toContain('data-carry-on href="#/consent/quiz')
    expect(() => ana.answer('who-hears', ['unsure'], '/new')).toThrow('Nothing came of "answer"')
    expect(ana.quiz()?.open).toBeNull()
  })

  test('C6: the learning system is told the same score and tries as the player shows', () => {
    const ana = learner({})
    for (const [slug, options] of RIGHT)
      ana.answer(slug, /hears|writes/.test(slug) ? ['unsure'] : options)
    const back = decode(course, encode(course, ana.now().progress ?? {}, CONTENTS)).progress
    const after = (tries: number) => failingScore(course, back, { tries, failure: 'score' })
    expect(after(1)).toBe(67)
    expect(after(2)).toBeNull()
    ana.answer('who-hears', ['unsure'], '/new')
    ana.answer('who-writes', right('who-writes'))
    expect(ana.quiz()).toMatchObject({ passed: true, tries: 2, best: { right: 5, of: 6 } })
  })

  test('C5: one of two right ones says what fits and that something is missing', () => {
    const ana = learner({})
    ana.answer('who-may-ask', ['rosa', 'the-daughter'])
    const page = ana.page()
    expect(page).toContain(courseWords.partlyRight)
    expect(draw(ana.now()).title).toBe(`${courseWords.partlyRight}: What about who-may-ask?`)
    expect(page).toContain(courseWords.somethingMissing)
    expect(page).toMatch(
      /This fits[\s\S]*rosa in words[\s\S]*This does not fit[\s\S]*the-daughter in words/,
    )
    expect(page).not.toContain(courseWords.notQuite)
    expect(page).not.toContain('the-nurse in words')
    expect(page).toContain(courseWords.tryAgainTeaches)
  })

  test('"I am not sure" has its own words and scores like a wrong answer', () => {
    const ana = learner({})
    ana.answer('who-hears', ['unsure'])
    expect(ana.page()).toContain(courseWords.unsureHeading)
    expect(ana.quiz()?.open?.answers['consent/quiz/who-hears']?.firstRight).toBe(false)
  })

  test('trying again after the end teaches and changes no result', () => {
    const ana = learner({ progress: passed() })
    ana.answer('who-waits', ['the-nurse'], '/again')
    expect(ana.quiz()).toMatchObject({
      passed: true,
      tries: 1,
      best: { right: 6, of: 6 },
      open: null,
    })
  })

  test('raised ★ questions are asked again, only they, and the refresher ends', () => {
    const raised: Course = {
      ...course,
      modules: course.modules.map((module) => ({
        ...module,
        quiz: module.quiz && {
          ...quiz,
          questions: quiz.questions.map((one, n) =>
            n < 2 ? { ...one, star: true, revision: 2 } : one,
          ),
        },
      })),
    }
    const ana = learner({ course: raised, progress: passed(), place: at('#/consent/quiz') })
    expect(ana.page()).toContain(courseWords.quizRefreshIntro(2))
    ana.answer('who-decides', ['rosa'], '/new')
    expect(ana.page()).toContain(courseWords.questionOf(2, 2))
    ana.answer('who-may-ask', ['rosa', 'the-nurse'])
    expect(ana.now().place).toEqual(at('#/consent/quiz/result'))
    expect(ana.quiz()).toMatchObject({
      tries: 1,
      open: null,
      last: { refresher: true, passed: true, right: 2, of: 2 },
    })
  })
})

describe('a practice session', () => {
  const start = { progress: DONE, place: at('#/practising/skip-thursday') }

  test('waits for the modules that it needs, and says which', () => {
    const page = draw(scene({ place: start.place })).body.text
    expect(page).toContain(playerWords.blockedBy('Consent'))
    expect(draw(scene({ place: at('#/practising/skip-thursday/talk') })).body.text).toBe(page)
  })

  test('a blank reply is refused with words', () => {
    const ana = learner(start)
    ana.act('start')
    expect(ana.say(null).refused?.problem).toBe(courseWords.chooseReply)
    expect(ana.say('no-such').refused?.problem).toBe(courseWords.noSuchReply)
    expect(ana.talk()).toBeNull()
  })

  test('a reply that crosses a line leads to a turn that mends it', () => {
    const ana = learner(start)
    ana.act('start')
    ana.say('i-skipped-once')
    expect(ana.page()).toContain(courseWords.mendIt)
    ana.say('take-it-back')
    ana.say('ask-the-team')
    expect(ana.talk()?.ended[0]).toMatchObject({ ending: 'asked-the-team', crossed: ['no-advice'] })
    expect(ana.now().place).toMatchObject({ kind: 'debrief' })
    expect(ana.page()).toContain(courseWords.endings['held-well'])
  })

  test('back one step shows what was said, and another reply cuts the road there', () => {
    const ana = learner(start)
    ana.act('start')
    ana.say('i-skipped-once')
    ana.act('back')
    expect(ana.page()).toMatch(/value="i-skipped-once" checked/)
    expect(ana.talk()?.open?.road).toHaveLength(1)
    ana.say('hear-the-wish')
    expect(ana.talk()?.open?.road.map(({ reply }) => reply)).toEqual(['hear-the-wish'])
  })

  test('starting again keeps the old road until something is said', () => {
    const ana = learner(start)
    ana.act('start')
    ana.say('hear-the-wish')
    ana.act('start')
    expect(ana.page()).toContain('Rosa, at rosa-asks')
    expect(ana.talk()?.open?.road).toHaveLength(1)
    ana.say('i-skipped-once')
    expect(ana.talk()?.open?.road.map(({ reply }) => reply)).toEqual(['i-skipped-once'])
  })

  test('another road after the end is a run of its own; the best one is looked back at', () => {
    const ana = learner(start)
    ana.act('start')
    ana.say('hear-the-wish')
    ana.say('ask-the-team')
    const best = ana.talk()?.ended[0]?.id ?? ''
    ana.act('start')
    ana.say('i-skipped-once')
    ana.say('leave-it')
    expect(ana.talk()?.ended).toHaveLength(2)
    const page = draw(scene({ ...ana.now(), place: start.place })).body.text
    expect(page).toContain(courseWords.sessionDone(2))
    expect(page).toContain(`href="#/practising/skip-thursday/debrief/${best}"`)
  })
})

describe('the contents', () => {
  test('lead on to the next step first, then list every task with its state', () => {
    const page = draw(scene()).body.text
    expect(page).toContain(playerWords.startHere)
    expect(page).toContain(playerWords.doneOf({ done: 0, of: 4 }))
    expect(page).toContain(playerWords.blockedBy('Consent'))
    expect(page).not.toContain('href="#/practising/skip-thursday"')
    expect(page).toContain('href="check.html#en"')
  })

  test('carry on where one was', () => {
    const page = draw(scene({ progress: DONE, lastItem: 'practising/how-practice-works' })).body
      .text
    expect(page).toMatch(/data-carry-on href="#\/practising\/how-practice-works"/)
  })

  test.each([
    [{ connected: 'no' } as const, playerWords.notConnected],
    [{ connected: 'looking-back' } as const, playerWords.lookingBack],
    [{ trouble: 'unknown-version' } as const, playerWords.startsAfresh],
    [{ trouble: 'damaged' } as const, playerWords.someLost],
  ])('say plainly what is not as usual: %j', (change, words) => {
    expect(draw(scene(change)).body.text).toContain(words)
  })

  test('say what a failure tells, but not where nobody is told', () => {
    const manner = { ...QUIET, tries: 2, failure: 'failed' } as const
    const said = playerWords.triesTold(2, true)
    expect(draw(scene({ manner })).body.text).toContain(said)
    expect(draw(scene({ manner, connected: 'no' })).body.text).not.toContain(said)
    expect(draw(scene({ manner, connected: 'looking-back' })).body.text).not.toContain(said)
  })

  test('a reflection is something to think about: no field, nothing is sent', () => {
    const page = draw(scene({ place: at('#/consent/a-promise-i-can-keep') })).body.text
    expect(page).toContain(courseWords.packageReflection)
    expect(page).not.toMatch(/<(textarea|input|form)/)
  })
})

test('the saving line says when, and never more than is known', () => {
  const noon = new Date(2026, 10, 21, 14, 5).getTime()
  for (const tag of ['en-US', 'en-GB'] as const)
    expect(savingWords({ kind: 'saved', at: noon }, playerWords, { tag, timeZone: 'UTC' })).toMatch(
      /^Saved at 2:05\spm$/,
    )
  const locale = { tag: 'en-US', timeZone: 'UTC' } as const
  expect(savingWords({ kind: 'not-saved', last: null }, playerWords, locale)).toBe(
    'Not saved – we keep trying',
  )
  expect(savingWords({ kind: 'not-saved', last: noon }, playerWords, locale)).toMatch(
    /^Not saved – we keep trying. Last saved at 2:05\spm$/,
  )
})
