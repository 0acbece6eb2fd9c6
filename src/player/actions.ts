/** What a form of the course asks for, and what comes of it. */
import { cardsOf } from '#domain/course/cards.ts'
import { findStep, type Step } from '#domain/course/course.ts'
import { answerQuestion, type AnswerRefused } from '#domain/learning/answer-question.ts'
import { pressed, type Pressed } from '#domain/learning/cards.ts'
import type { Question, Quiz } from '#domain/course/quiz.ts'
import { quizProgressOf, sessionProgressOf, type Progress } from '#domain/learning/progress.ts'
import { keepPlace, readLesson } from '#domain/learning/read-lesson.ts'
import type { LearningRecord, Made } from '#domain/learning/record.ts'
import { onwardFrom } from '#domain/learning/steps.ts'
import { seeded } from '#domain/quiz/forms.ts'
import { afterAnswer } from '#domain/quiz/now.ts'
import { takeTurn } from '#domain/learning/take-turn.ts'
import type { CourseWords } from '#i18n/en/course.ts'
import { applyAll, recordsFrom, type Clock } from './deeds.ts'
import { roadNow } from './pages/session.ts'
import { placeToBegin, questionPlace } from './onward.ts'
import { CONTENTS, unitAt, type Place } from './place.ts'
import { attemptAt, quizAt } from './quiz-at.ts'
import type { Refused, Rewound, Scene } from './scene.ts'
import { isUsedUp } from './tries.ts'

export interface Fields {
  readonly act: string
  readonly options: readonly string[]
  /** Of a question: the form that was on the page, none for the first. */
  readonly form?: string | undefined
  readonly reply: string | null
}

/** What changes; what is not named stays, except that a refusal and a rewinding end. */
export interface Outcome {
  readonly place: Place
  readonly records: readonly LearningRecord[]
  readonly progress: Progress
  readonly refused: Refused | null
  readonly rewound: Rewound | null
  readonly answered: string | null
}

/** Null where the page has no such form: nothing happens. */
export function actOn(scene: Scene, fields: Fields, clock: Clock): Outcome | null {
  const step = findStep(scene.course, unitAt(scene.place) ?? '')
  if (step?.kind === 'lesson') {
    const press = pressed(fields.act, cardsOf(step.item.html))
    return press && turnCard(step, scene, press, clock)
  }
  if (step?.kind === 'quiz' && fields.act === 'answer') return answer(step, scene, fields, clock)
  if (step?.kind !== 'session') return null
  switch (fields.act) {
    case 'start':
      return stay(scene, { place: talkOf(step), rewound: { session: step.item.id, step: 0 } })
    case 'say':
      return say(step, scene, fields, clock)
    case 'back':
      return back(step, scene)
    default:
      return null
  }
}

const stay = (scene: Scene, change: Partial<Outcome>): Outcome => ({
  place: scene.place,
  records: [],
  progress: scene.progress,
  refused: null,
  rewound: null,
  answered: null,
  ...change,
})

function done(scene: Scene, made: readonly Made[], place: Place, clock: Clock): Outcome {
  const records = recordsFrom(made, clock)
  return stay(scene, { records, progress: applyAll(scene.progress, records), place })
}

type Of<K extends Step['kind']> = Extract<Step, { kind: K }>

function turnCard({ item }: Of<'lesson'>, scene: Scene, press: Pressed, clock: Clock): Outcome {
  if (press.kind === 'read')
    return done(scene, [readLesson(item)], placeAfterItem(scene, item.id), clock)
  const { section } = press.card
  const made = keepPlace(item, scene.progress, section)
  const place: Place = press.kind === 'on' ? { kind: 'item', id: item.id, section } : CONTENTS
  return done(scene, made ? [made] : [], place, clock)
}

const placeAfterItem = ({ course, progress }: Scene, id: string): Place =>
  placeToBegin(onwardFrom(course, progress, id), progress)

function answer(
  { item: quiz }: Of<'quiz'>,
  scene: Scene,
  fields: Fields,
  clock: Clock,
): Outcome | null {
  const { place, frame } = scene
  if (place.kind !== 'question') return null
  const question = quiz.questions.find(({ slug }) => slug === place.slug)
  if (!question) return null
  if (place.how === 'new' && isUsedUp(scene.progress, quiz.id, scene.manner)) return null
  const before = quizProgressOf(scene.progress, quiz.id)
  const now = quizAt(quiz, before, place.how)
  const answered = answerQuestion(quiz, question, before, now, fields, () =>
    seeded(clock.newId(), attemptAt(now, quiz, before, scene.salt)),
  )
  if (answered.kind === 'refused') {
    const problem = refusalOf(answered.reason, frame.words)
    return stay(scene, { refused: { problem, ticked: fields.options } })
  }
  const after = done(scene, answered.made, { ...place, how: 'show' }, clock)
  return { ...after, ...placeAfterAnswer(quiz, question, after) }
}

/** On from what is right; what went wrong stays, to be looked at. */
function placeAfterAnswer(quiz: Quiz, question: Question, { progress }: Outcome): Partial<Outcome> {
  const now = quizAt(quiz, quizProgressOf(progress, quiz.id), 'show')
  const to = afterAnswer(quiz, now, question)
  if (to.kind === 'stays') return {}
  const answered = question.slug
  return to.kind === 'result'
    ? { answered, place: { kind: 'result', quiz: quiz.id } }
    : { answered, place: questionPlace(quiz.id, to.question, to.again ? 'again' : 'show') }
}

const refusalOf = (reason: AnswerRefused['reason'], words: CourseWords): string =>
  ({
    blank: words.chooseFirst,
    'no-such-option': words.noSuchOption,
    'one-only': words.onlyOne,
    'unsure-alone': words.unsureAlone,
  })[reason]

const talkOf = ({ item }: Of<'session'>): Place => ({ kind: 'talk', session: item.id })

function say(step: Of<'session'>, scene: Scene, { reply }: Fields, clock: Clock): Outcome {
  const session = step.item
  const { words } = scene.frame
  const before = sessionProgressOf(scene.progress, session.id)
  const run = before?.open?.id ?? clock.newId()
  const at = roadNow(session.id, scene).length
  const said = takeTurn(session, before, { run, step: at, turn: null, reply })
  switch (said.kind) {
    case 'refused':
      return stay(scene, {
        rewound: scene.rewound,
        refused: {
          problem: said.reason === 'blank' ? words.chooseReply : words.noSuchReply,
          ticked: [],
        },
      })
    case 'lost':
      return stay(scene, { place: { kind: 'item', id: session.id } })
    case 'made':
      return done(
        scene,
        said.made,
        said.ended ? { kind: 'debrief', session: session.id, run } : talkOf(step),
        clock,
      )
  }
}

function back(step: Of<'session'>, scene: Scene): Outcome {
  const session = step.item.id
  const at = Math.max(0, roadNow(session, scene).length - 1)
  return stay(scene, { place: talkOf(step), rewound: { session, step: at } })
}
