/**
 * suspend_data: everything that an LMS keeps of a learner, as one short ASCII text.
 * Budget, both standards: S6 (SCORM 1.2 asks an LMS for 4,096 characters).
 *
 *     A2.<settings>.<place>.<unit>.<unit>.      unit = 3-character key of a stable id, then what its kind keeps
 *
 * Before the units stands, as one of them, what the seeds of attempts are made of: whoever does not know it passes it over.
 * A1 had no settings, and kept the roads of ended practice sessions. It is read, and never written again.
 *
 * Each part ends with a dot, so that a text cut short by an LMS is noticed and loses only its last unit.
 */
import { allSteps, type Course, type Step } from '#domain/course/course.ts'
import { namedSteps, quizzesOf, withMoved } from '#domain/course/moved.ts'
import type { Quiz } from '#domain/course/quiz.ts'
import { KEY_LENGTH, SALT, shortKey } from '#domain/course/short-keys.ts'
import type { ItemProgress, Progress } from '#domain/learning/progress.ts'
import { movedTo } from '#domain/learning/parted-quiz.ts'
import { CONTENTS, type Place } from '../place.ts'
import type { Loaded } from '../recorder.ts'
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts'
import { numberText, readerOf, Unreadable, type TextReader } from './digits.ts'
import { placeText, readPlace } from './place-state.ts'
import { quizText, readQuiz } from './quiz-state.ts'
import { readSettingsText, settingsText } from './settings-state.ts'
import { hasRoad, readSession, sessionText } from './session-state.ts'
import { ROOMS, type Room } from './room.ts'

/** Characters. */
export const BUDGET = 4000

const VERSION = 'A2'
const FIRST_VERSION = /^A1\./
const VERSIONS = /^A[12]\./

/** The fullest text that fits; completion alone where nothing more does. */
export function encode(
  course: Course,
  progress: Progress,
  place: Place,
  settings: Settings = DEFAULT_SETTINGS,
  budget = BUDGET,
  salt = '',
): string {
  const own = salt ? [shortKey(SALT) + salt] : []
  const head = [VERSION, settingsText(settings), placeText(place), ...own].join('.')
  let text = ''
  for (const room of ROOMS) {
    text = write(head, course, progress, room)
    if (text.length <= budget) return text
  }
  return text
}

const write = (head: string, course: Course, progress: Progress, room: Room): string =>
  [
    head,
    ...allSteps(course).flatMap((step) => unitText(step, progress[step.item.id], room) ?? []),
    '',
  ].join('.')

function unitText(step: Step, have: ItemProgress | undefined, room: Room): string | null {
  const key = shortKey(step.item.id)
  if (step.kind === 'lesson' && have?.kind === 'lesson') return key + numberText(have.revision)
  // No revision is 0: somebody is in the middle of it.
  if (step.kind === 'lesson' && have?.kind === 'lesson-open')
    return key + numberText(0) + numberText(have.section)
  if (step.kind === 'quiz' && have?.kind === 'quiz') return key + quizText(step.item, have, room)
  if (step.kind === 'session' && have?.kind === 'session') return key + sessionText(have, room)
  return null
}

/**
 * Never throws. Units that the course does not have any more are passed over in silence.
 * @param newSalt where the state has none: it is new, or an older release wrote it
 */
export function decode(course: Course, text: string, newSalt = ''): Loaded {
  const fresh = {
    progress: {},
    place: CONTENTS,
    settings: DEFAULT_SETTINGS,
    salt: newSalt,
  }
  if (text.trim() === '') return { ...fresh, trouble: null }
  if (!VERSIONS.test(text)) return { ...fresh, trouble: 'unknown-version' }
  const [, ...all] = text.split('.')
  const [settings = '', place = '', ...parts] = FIRST_VERSION.test(text) ? ['', ...all] : all
  let damaged = parts.pop() !== ''
  const own = parts.find((part) => part.startsWith(shortKey(SALT)))?.slice(KEY_LENGTH)
  const salt = own ?? newSalt
  const steps = new Map(namedSteps(course).map(([id, step]) => [shortKey(id), step]))
  const progress: Record<string, ItemProgress> = {}
  for (const part of parts) {
    try {
      const from = readerOf(part)
      const step = steps.get(from.key())
      if (step) Object.assign(progress, readUnit(course, step, from, salt))
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      damaged = true
    }
  }
  const at = attempt(() => readPlace(place, course, progress))
  return {
    progress,
    place: at ?? CONTENTS,
    settings: attempt(() => readSettingsText(settings)) ?? DEFAULT_SETTINGS,
    trouble: damaged || at === null ? 'damaged' : null,
    salt,
  }
}

/** Pieces of the course without which a state cannot be read: of sessions of which a road stands in it. */
export function piecesToRead(course: Course, text: string): string[] {
  if (!VERSIONS.test(text)) return []
  const steps = new Map(namedSteps(course).map(([id, step]) => [shortKey(id), step]))
  const names = text.split('.').flatMap((part) => {
    const slug = attempt(() => {
      const from = readerOf(part)
      const step = steps.get(from.key())
      return step?.kind === 'session' && hasRoad(from) ? step.module.slug : null
    })
    return slug ?? []
  })
  return [...new Set(names)]
}

/** By item id: that of the step, and of quizzes to which questions of it moved. */
function readUnit(course: Course, { kind, item }: Step, from: TextReader, salt: string): Progress {
  switch (kind) {
    case 'lesson':
      return { [item.id]: readLessonState(from) }
    case 'quiz':
      return readQuizzes(course, item, from, salt)
    case 'session':
      return { [item.id]: readSession(item, from) }
    case 'reflection':
    case 'exercise':
      return {}
  }
}

/** What moved stands in both until the state is written anew: whoever asks goes by the questions of a quiz. */
function readQuizzes(course: Course, quiz: Quiz, from: TextReader, salt: string): Progress {
  const have = readQuiz(withMoved(course, quiz), from, salt)
  const parts = quizzesOf(course).map((one) => [one.id, one === quiz ? have : movedTo(have, one)])
  return Object.fromEntries(parts.filter(([, part]) => part)) as Progress
}

function readLessonState(from: TextReader): ItemProgress {
  const revision = from.number()
  return revision > 0
    ? { kind: 'lesson', revision }
    : { kind: 'lesson-open', section: from.number() }
}

function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}
