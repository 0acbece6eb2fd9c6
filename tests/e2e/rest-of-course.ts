/** What is left of a course, sent as from a phone that was without a network: lessons, quizzes, talks. */
import { expect, type Page } from '@playwright/test'
import { allSteps, type Course, type Step } from '#domain/course/course.ts'
import type { Session } from '#domain/course/session.ts'
import { newId } from '#server/trail/new-id.ts'
import { ownerOn } from './people.ts'

interface Made {
  readonly item: string
  readonly revision: number
  readonly kind: string
  readonly value: object
}

interface Sent extends Made {
  readonly id: string
  readonly madeAt: number
}

type Item = Readonly<{ id: string; revision: number }>

/** @param page of the trainee, whose session sends it */
export async function sendRest(page: Page, origin: string, course: Course): Promise<void> {
  const now = Date.now()
  const made = (kind: string, { id: item, revision }: Item, value: object): Made => ({
    ...{ item, revision, kind, value },
  })
  // Nobody does two things in one moment: of one moment the order is left to chance, and an earlier turn cuts the road of a talk.
  const records = allSteps(course)
    .flatMap((step) => recordsOf(step, made))
    .map((one, at, all): Sent => {
      const madeAt = now - all.length + at
      return { ...one, id: newId(madeAt), madeAt }
    })
  const answer = await page.request.post(`${origin}/api/records`, {
    headers: { origin, 'alongside-owner': await ownerOn(page) },
    data: { records },
  })
  const { records: answers } = (await answer.json()) as { records: { status: string }[] }
  expect(answers.map(({ status }) => status)).toEqual(records.map(() => 'accepted'))
}

type Make = (kind: string, item: Item, value: object) => Made

function recordsOf(step: Step, made: Make): Made[] {
  if (step.kind === 'lesson') return [made('lesson-read', step.item, {})]
  if (step.kind === 'session') return talk(step.item, made)
  if (step.kind !== 'quiz') return []
  const attempt = newId(Date.now())
  return step.item.questions.map((question) => {
    const options = question.options.filter(({ right }) => right).map(({ id }) => id)
    return made('question-answered', question, { attempt, options })
  })
}

/** The road of the replies that keep every principle. */
function talk(session: Session, made: Make): Made[] {
  const run = newId(Date.now())
  const road: Made[] = []
  let slug = session.start
  for (;;) {
    const turn = session.turns.find((one) => one.slug === slug)
    const reply =
      turn?.replies.find(({ verdicts }) =>
        Object.values(verdicts).every((verdict) => verdict === 'kept'),
      ) ?? turn?.replies[0]
    if (!turn || !reply || road.length > 40) throw new Error(`${session.id} has no end`)
    road.push(made('turn-taken', turn, { run, step: road.length, reply: reply.id }))
    if (reply.way.kind === 'end')
      return [...road, made('session-ended', session, { run, ending: reply.way.ending })]
    slug = reply.way.turn
  }
}
