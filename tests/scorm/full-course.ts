/** The largest course that we plan for, and somebody who has done all of it and is in the middle of everything again. */
import type { Course, Lesson, Module } from '#domain/course/course.ts'
import {
  principlesWith,
  type EndedRun,
  type RoadStep,
  type SessionProgress,
} from '#domain/practice/run.ts'
import type { ItemProgress, Progress } from '#domain/learning/progress.ts'
import type { QuizProgress } from '#domain/quiz/attempt.ts'
import { exchangesOf, placeAfter } from '#domain/practice/road.ts'
import type { Session } from '#domain/course/session.ts'
import { asWritten, type Quiz } from '#domain/course/quiz.ts'
import {
  course as small,
  quiz as smallQuiz,
  session as smallSession,
} from '#tests/fixtures/course.ts'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

const lessonOf = (module: string, n: number): Lesson => ({
  ...(small.modules[0]?.lessons[0] as Lesson),
  id: `${module}/lesson-about-${n}`,
  slug: `lesson-about-${n}`,
})

/** 8 questions with 4 options, of which 3 are right. */
const quizOf = (module: string): Quiz => ({
  ...smallQuiz,
  id: `${module}/quiz`,
  questions: numbers(8).map((n) => ({
    ...(smallQuiz.questions[0] as Quiz['questions'][number]),
    id: `${module}/quiz/question-${n}`,
    slug: `question-${n}`,
    kind: 'several',
    options: numbers(4).map((o) => ({
      id: `option-${o}`,
      text: 'words',
      right: o < 4,
      feedback: 'words',
    })),
  })),
})

/** 20 turns in a row, the last of which ends. */
const sessionOf = (module: string, n: number): Session => ({
  ...smallSession,
  id: `${module}/session-${n}`,
  slug: `session-${n}`,
  needs: [],
  start: 'turn-1',
  turns: numbers(20).map((t) => ({
    id: `${module}/session-${n}/turn-${t}`,
    slug: `turn-${t}`,
    revision: 1,
    says: 'words',
    replies: numbers(4).map((r) => ({
      id: `reply-${r}`,
      say: 'words',
      verdicts: { listening: r === 1 ? 'kept' : 'crossed' },
      consequence: 'words',
      way:
        t === 20
          ? { kind: 'end', ending: 'asked-the-team' }
          : { kind: 'to', turn: `turn-${t + 1}` },
    })),
  })),
})

/** 9 modules, 34 lessons, 9 quizzes of 8 questions, 8 sessions of 20 turns. */
export const fullCourse: Course = {
  ...small,
  modules: numbers(9).map((m): Module => {
    const slug = `module-${m}`
    return {
      ...(small.modules[0] as Module),
      slug,
      lessons: numbers(m <= 7 ? 4 : 3).map((n) => lessonOf(slug, n)),
      quiz: quizOf(slug),
      sessions: m === 9 ? numbers(8).map((n) => sessionOf(slug, n)) : [],
      reflection: null,
    }
  }),
}

/** Everything done many times, and a second attempt and run open everywhere. */
export const fullest = (course: Course): Progress =>
  Object.fromEntries(
    course.modules.flatMap(({ lessons, quiz, sessions }): [string, ItemProgress][] => [
      ...lessons.map(({ id }): [string, ItemProgress] => [id, { kind: 'lesson', revision: 12 }]),
      ...(quiz ? [[quiz.id, fullQuiz(quiz)] satisfies [string, ItemProgress]] : []),
      ...sessions.map((one): [string, ItemProgress] => [one.id, fullSession(one)]),
    ]),
  )

function fullQuiz(quiz: Quiz): QuizProgress {
  const answers = Object.fromEntries(
    quiz.questions.map((question) => {
      const form = question.forms?.at(-1)?.id
      const { options } = asWritten(question, form)
      return [
        question.id,
        {
          firstRight: true,
          right: true,
          tries: 14,
          options: options.map((one) => one.id).sort(),
          revision: 12,
          ...(form ? { form, wrongIn: form } : {}),
        },
      ]
    }),
  )
  const of = quiz.questions.length
  return {
    kind: 'quiz',
    passed: true,
    passedBy: 'record',
    best: { right: of, of },
    tries: 40,
    rightAt: Object.fromEntries(quiz.questions.map(({ id }) => [id, 12])),
    open: { id: 'open', answers },
    last: { id: 'last', answers, right: of, of, passed: true, refresher: true },
  }
}

function fullSession(session: Session): SessionProgress {
  const best = longestRoad(session, 0)
  const last = longestRoad(session, 1)
  const run = (id: string, road: RoadStep[]): EndedRun => {
    const place = placeAfter(session, exchangesOf(session, road))
    const ending = place?.kind === 'end' ? place.ending.id : ''
    return { id, road, ending, endedBy: 'record', crossed: principlesWith('crossed', road) }
  }
  return {
    kind: 'session',
    open: { id: 'open', road: longestRoad(session, 2).slice(0, -1) },
    ended: [...numbers(38).map((n) => run(`run-${n}`, [])), run('best', best), run('last', last)],
  }
}

/** The longest way that visits no turn twice; @param choice which of equally long ways */
function longestRoad(session: Session, choice: number): RoadStep[] {
  const walk = (slug: string, seen: ReadonlySet<string>): RoadStep[] => {
    const turn = session.turns.find((one) => one.slug === slug)
    if (!turn || seen.has(slug)) return []
    const ways = new Map<string, RoadStep[]>()
    const roads = turn.replies.map(({ id, way, verdicts }) => {
      const next = way.kind === 'end' ? '' : way.turn
      const rest = ways.get(next) ?? (next ? walk(next, new Set([...seen, slug])) : [])
      ways.set(next, rest)
      return [{ turn: slug, reply: id, verdicts }, ...rest]
    })
    const most = Math.max(...roads.map(({ length }) => length))
    const longest = roads.filter(({ length }) => length === most)
    return longest[choice % longest.length] ?? []
  }
  return walk(session.start, new Set())
}
