/** Whom a release touches that is about to be written: said at the terminal before anybody agrees to it. */
import { listTouched, type RaisedQuestion } from '#db/impact.ts'
import { momentIn } from '#domain/calendar/days.ts'

/** @param raised ★ questions with the revision that they are to have @returns lines for the terminal */
export async function whomItTouches(
  raised: readonly RaisedQuestion[],
  now: number,
): Promise<string[]> {
  const touched = await listTouched(raised, momentIn('UTC', now))
  const people = new Set(touched.map(({ person }) => person))
  if (people.size === 0) return ['Nobody is asked again: nobody has passed what changed.']
  const quizzes = [...new Set(touched.map(({ quiz }) => quiz))].map((quiz) => {
    const asked = touched.filter((one) => one.quiz === quiz).length
    return `  ${quiz}: ${asked} ${asked === 1 ? 'person is' : 'people are'} asked again`
  })
  const mentors = new Map(
    touched.filter(({ isMentor }) => isMentor).map(({ person, name }) => [person, name]),
  )
  return [
    'Who passed it before is asked again:',
    ...quizzes,
    mentors.size
      ? `Mentors who lapse, and leave the register until they have answered again: ${[...mentors.values()].join(', ')}`
      : 'No mentor lapses.',
  ]
}
