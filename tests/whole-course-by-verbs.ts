/** The same course with a connection: each act of tests/whole-course.ts by the verb of the page; and what is there then. */
import { createClient } from '@libsql/client'
import { findStep, type Course } from '#domain/course/course.ts'
import type { Person } from '#domain/people/person.ts'
import { answerQuestion } from '#server/learning/answer-question.ts'
import { askCoordinator } from '#server/learning/ask-coordinator.ts'
import { keepPlace } from '#server/learning/keep-place.ts'
import { ownLearner } from '#server/learning/learner.ts'
import { readLesson } from '#server/learning/read-lesson.ts'
import { saveNote, saveOwnWords, saveWriting } from '#server/learning/save-writing.ts'
import { takeTurn } from '#server/learning/take-turn.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Act } from './whole-course.ts'

/** One after the other, a second apart. */
export async function doByVerbs(
  person: Person,
  course: Course,
  acts: readonly Act[],
  begun: number,
): Promise<void> {
  const ids = new Map<string, string>()
  for (const [nth, act] of acts.entries()) {
    const now = begun + nth * 1000
    const idOf = (of: string): string => {
      const id = ids.get(of) ?? newId(now)
      ids.set(of, id)
      return id
    }
    const said = await doAct(person, course, act, now, idOf)
    if (!['saved', 'said', 'done'].includes(said))
      throw new Error(`${said}: ${JSON.stringify(act)}`)
  }
}

async function doAct(
  person: Person,
  course: Course,
  act: Act,
  now: number,
  idOf: (of: string) => string,
): Promise<string> {
  const learner = await ownLearner(person, course)
  const record = newId(now)
  const lessonOf = (id: string) => {
    const step = findStep(course, id)
    if (step?.kind !== 'lesson') throw new Error(`no lesson ${id}`)
    return step.item
  }
  const sessionOf = (id: string) => {
    const step = findStep(course, id)
    if (step?.kind !== 'session') throw new Error(`no session ${id}`)
    return step.item
  }
  switch (act.did) {
    case 'card':
      await keepPlace(learner, lessonOf(act.lesson), act.section, record, now)
      return 'done'
    case 'read':
      await readLesson(learner, lessonOf(act.lesson), record, now)
      return 'done'
    case 'answer': {
      const quiz = act.question.split('/').slice(0, 2).join('/')
      const step = findStep(course, quiz)
      const question =
        step?.kind === 'quiz' && step.item.questions.find(({ id }) => id === act.question)
      if (!question) throw new Error(`no question ${act.question}`)
      const { options, form } = act
      const given = { recordId: record, attempt: idOf(quiz), options, ...(form ? { form } : {}) }
      return (await answerQuestion(learner, question, given, now)).kind
    }
    case 'say': {
      const { step, reply } = act
      const saying = { recordId: record, run: idOf(act.session), step, turn: null, reply }
      return (await takeTurn(learner, sessionOf(act.session), saying, now)).kind
    }
    case 'write': {
      const step = findStep(course, act.item)
      if (step?.kind !== 'reflection' && step?.kind !== 'exercise') throw new Error(act.item)
      const { fields, shares: share } = act
      return saveWriting(learner, step, { text: fields['text'] ?? '', share, fields }, record, now)
    }
    case 'own-words':
      return saveOwnWords(learner, sessionOf(act.session), act.text, false, record, now)
    case 'note':
      return saveNote(learner, lessonOf(act.lesson), act.text, record, now)
    case 'ask': {
      const answer = await askCoordinator(
        learner,
        { id: record, page: act.page, text: act.text },
        now,
      )
      return typeof answer === 'string' ? answer : answer.kind
    }
  }
}

/** What the database holds of somebody, ids and times aside. */
export async function recordOf(file: string, person: string) {
  const client = createClient({ url: `file:${file}` })
  const rows = async (sql: string): Promise<string[]> =>
    (await client.execute({ sql, args: [person] })).rows.map((row) => plain(JSON.stringify(row)))
  const record = {
    records: (
      await rows('SELECT kind, item, unit, revision, value FROM records WHERE person = ?')
    ).sort(),
    progress: await rows(
      'SELECT item, state, records FROM progress WHERE person = ? ORDER BY item',
    ),
    // How often the day of their cards was marked depends on how many batches brought the records.
    overview: await rows(
      `SELECT person, done, steps, last_item, last_at, asked_at, paused_at, help_at, reflection_at, stuck_on, lapsed,
        course_shape, cards_on, sign(cards_at) AS cards_at FROM overviews WHERE person = ?`,
    ),
  }
  client.close()
  return record
}

/** An id is as good as another, and a time too. */
const plain = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/\b1[6-9]\d{11}\b/g, 'time')
