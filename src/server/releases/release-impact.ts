/** What changed since the last release of the course, and for how many people a competency lapses by it. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { courseFolder } from '#server/course/course-folder.ts'
import { countLapsing, type RaisedQuestion } from '#db/impact.ts'
import type { Ledger } from '#domain/course/ledger.ts'
import type { Course } from '#domain/course/course.ts'
import type { Competency, Need } from '#domain/readiness/competency.ts'

/** Null where nothing was released yet. */
export function releasedLedger(): Ledger | null {
  const file = path.resolve('content/ledger.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Ledger) : null
}

export function currentLedger(): Ledger {
  return JSON.parse(readFileSync(path.join(courseFolder(), 'ledger.json'), 'utf8')) as Ledger
}

export interface Lapse {
  readonly competency: Competency
  /** Module whose quiz has raised ★ questions. */
  readonly module: string
  readonly people: number
}

/** Competencies that lean on a quiz with ★ questions that people passed at an older revision. */
export async function lapsesOf(
  course: Course,
  competencies: readonly Competency[],
): Promise<Lapse[]> {
  const raised: RaisedQuestion[] = course.modules.flatMap(({ quiz }) =>
    quiz
      ? quiz.questions
          .filter((question) => question.star)
          .map(({ id, revision }) => ({ id, quiz: quiz.id, revision }))
      : [],
  )
  const people = await countLapsing(raised)
  return course.modules.flatMap(({ slug, quiz }) => {
    const count = quiz ? (people.get(quiz.id) ?? 0) : 0
    if (count === 0) return []
    return competencies
      .filter((competency) => competency.needs.some((need) => leansOn(need, slug)))
      .map((competency) => ({ competency, module: slug, people: count }))
  })
}

const leansOn = (need: Need, module: string): boolean =>
  need.kind === 'any'
    ? need.of.some((one) => leansOn(one, module))
    : need.kind === 'quiz' && need.module === module
