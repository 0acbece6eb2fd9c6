/** What the cast did so far, through the same verbs that the pages use. */
import { findPerson } from '#db/people.ts'
import { allSteps, stepsOf, type Course, type Step } from '#domain/course/course.ts'
import { modulesOfPacks, packOfArea } from '#domain/course/packs.ts'
import { asIds } from '#domain/people/profile.ts'
import { sessionProgressOf } from '#domain/learning/progress.ts'
import { ratingMade } from '#domain/learning/rate-confidence.ts'
import type { When } from '#domain/learning/ratings.ts'
import { turnAt } from '#domain/practice/road.ts'
import { apply } from '#server/people/apply.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { ownLearner, saveMade } from '#server/learning/learner.ts'
import { answerQuestion } from '#server/learning/answer-question.ts'
import { newId } from '#server/trail/new-id.ts'
import { observe } from '#server/readiness/observe.ts'
import { readLesson } from '#server/learning/read-lesson.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { courseOf } from '#server/course/course-of.ts'
import { saveProfile } from '#server/people/save-profile.ts'
import { recordTalk } from '#server/readiness/record-talk.ts'
import { DECIDED, decideAboutMentors } from './decide-about-mentors.ts'
import { takeTurn } from '#server/learning/take-turn.ts'
import { loadCompetencies } from '#server/course/load-course.ts'
import type { Level } from '#domain/readiness/competency.ts'
import { playChecks } from './play-checks.ts'
import { playRequests } from './play-requests.ts'
import { playPairings } from './play-pairings.ts'
import { playReview } from './play-review.ts'
import { playSessions } from './play-sessions.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** @param ids person ids by sign-in name */
export async function playCast(ids: ReadonlyMap<string, string>, now: number): Promise<void> {
  const id = (name: string): string => ids.get(name) ?? ''
  await work(
    id('ray'),
    'kidney',
    (step) => ['role', 'consent'].includes(step.module.slug),
    now - 3 * DAY,
  )
  await work(
    id('joyce'),
    'long-term',
    (step) => ['role', 'listening'].includes(step.module.slug),
    now - 8 * DAY,
  )
  await work(id('luz'), 'kidney', () => true, now - 2 * DAY)
  for (const name of ['marcus', 'ines', 'walt'])
    await work(id(name), 'kidney', () => true, now - 40 * DAY)
  for (const { mentor, answers } of DECIDED)
    await rest(id('carla'), id(mentor), answers.comfortAreas ?? [], now - 39 * DAY)
  await rest(id('carla'), id('luz'), ['dialysis-center', 'diabetes'], now - 1.5 * DAY)
  await rate(id('luz'), 'before', now - 2 * DAY, (line) => (line % 3) + 3)
  await rate(id('marcus'), 'before', now - 41 * DAY, (line) => (line % 4) + 3)
  await rate(id('marcus'), 'after', now - 32 * DAY, (line) => (line === 5 ? 4 : (line % 3) + 6))
  await watch(id('carla'), id('luz'), now - DAY, 1)
  for (const name of ['marcus', 'ines', 'walt'])
    await watch(id('carla'), id(name), now - 31 * DAY, 3)
  await ask(id('luz'), now - 6 * HOUR)
  await decideAboutMentors(ids, now)
  await playReview(id('carla'), id('marcus'), now - 9 * DAY)
  await offerToMentor(now - 5 * HOUR)
  await playPairings(id, await playRequests(ids, now), now)
  await playSessions(id, now)
  await playChecks(id, now)
}

async function work(
  person: string,
  programme: string,
  does: (step: Step) => boolean,
  from: number,
): Promise<void> {
  const course = loadCourse('en', loadProgramme(programme, 'en'))
  let now = from
  for (const step of allSteps(course).filter(does)) {
    now += 10 * 60_000
    await doStep(person, course, step, now)
  }
}

/** They choose areas, do their parts of the course, and talk about those that have none. */
async function rest(
  coordinator: string,
  person: string,
  areas: readonly string[],
  from: number,
): Promise<void> {
  const [by, of] = [await findPerson(coordinator), await findPerson(person)]
  if (!by || !of) return
  const programme = 'kidney'
  const chosen = { fields: ['areas'], was: {}, typed: { areas: asIds(areas) }, areas } as const
  await saveProfile(of, { id: person, programme }, chosen, from)
  const course = courseOf(loadCourse('en', loadProgramme(programme, 'en')), areas)
  let now = from
  for (const step of modulesOfPacks(course).flatMap(stepsOf))
    await doStep(person, course, step, (now += 10 * 60_000))
  const without = areas.filter((area) => !packOfArea(course, area))
  const said = {
    id: newId(now),
    competency: null,
    areas: without,
    accepted: true,
    day: momentOf(programme, now).today,
    note: 'What they know of it, what they leave to others, and when they call.',
  }
  if (without.length > 0) await recordTalk(by, { id: person, programme }, said, now)
}

async function doStep(person: string, course: Course, step: Step, now: number): Promise<void> {
  const learner = await ownLearner({ id: person }, course)
  if (step.kind === 'lesson') return readLesson(learner, step.item, newId(now), now)
  if (step.kind === 'quiz') {
    const attempt = newId(now)
    for (const question of step.item.questions) {
      const options = question.options.filter(({ right }) => right).map(({ id }) => id)
      const form = { recordId: newId(now), attempt, options }
      await answerQuestion(await ownLearner({ id: person }, course), question, form, now)
    }
  }
  if (step.kind === 'session') await talk(person, course, step, now)
}

/** Takes the first reply that keeps every principle. */
async function talk(
  person: string,
  course: Course,
  { item }: Extract<Step, { kind: 'session' }>,
  now: number,
): Promise<void> {
  const run = newId(now)
  for (let step = 0; step < 40; step++) {
    const learner = await ownLearner({ id: person }, course)
    const road = sessionProgressOf(learner.progress, item.id)?.open?.road ?? []
    const place = turnAt(item, road, step)
    if (!place) return
    const kept = place.turn.replies.find((reply) =>
      Object.values(reply.verdicts).every((verdict) => verdict === 'kept'),
    )
    const reply = (kept ?? place.turn.replies[0])?.id ?? null
    const form = { recordId: newId(now), run, step, turn: place.turn.slug, reply }
    const outcome = await takeTurn(learner, item, form, now + step)
    if (outcome.kind === 'said' && outcome.ended) return
  }
}

/** @param number how sure they feel, by the number of the line */
async function rate(
  person: string,
  when: When,
  now: number,
  number: (line: number) => number,
): Promise<void> {
  const course = loadCourse('en', loadProgramme('kidney', 'en'))
  const learner = await ownLearner({ id: person }, course)
  const ratings = Object.fromEntries(
    loadCompetencies('en').map((line, index) => [line.id, number(index)] as const),
  )
  await saveMade(learner, [{ ...ratingMade(when, ratings), id: newId(now) }], now)
}

/** Somebody who is not in the cast yet waits for a first talk. */
async function offerToMentor(now: number): Promise<void> {
  const offer = {
    id: newId(now),
    name: 'Teresa Vidal',
    contact: '555-0142',
    why: 'My first winter on dialysis was lonely. I would have liked to talk to somebody who knows it.',
    experience: 'Four years at the center, evenings.',
    areas: ['dialysis-center'],
    notAreas: ['transplant-loss'],
    languages: 'Spanish, English',
    times: 'Mornings',
    access: 'Large print, please.',
  }
  await apply('kidney', 'es', offer, 'demo', now)
}

async function ask(person: string, now: number): Promise<void> {
  const course = loadCourse('en', loadProgramme('kidney', 'en'))
  const learner = await ownLearner({ id: person }, course)
  const made = {
    id: newId(now),
    item: 'course',
    revision: 1,
    kind: 'sign-off-asked',
    value: {},
  } as const
  await saveMade(learner, [made], now)
}

async function watch(by: string, person: string, now: number, level: Level): Promise<void> {
  const observer = await findPerson(by)
  if (!observer) return
  const levels = Object.fromEntries(
    loadCompetencies('en').map((line) => [line.id, level === 1 && line.star ? 2 : level] as const),
  )
  await observe(
    observer,
    { id: person, programme: 'kidney' },
    {
      id: newId(now),
      levels,
      note: 'A first meeting, played with Óscar. Calm, asked before every story.',
    },
    now,
  )
}
