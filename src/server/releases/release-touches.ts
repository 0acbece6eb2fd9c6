/** Whom a release touches that is about to be written: said at the terminal before anybody agrees to it. */
import { countByNeeds, listTouched, type RaisedQuestion } from '#db/impact.ts'
import { momentIn } from '#domain/calendar/days.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { keepsEarlierNeeds } from '#domain/readiness/earlier-needs.ts'

/** A line of what is signed off, with all that it is to need. */
export type NeedingLine = Pick<Competency, 'id' | 'needs'>

/**
 * @param raised ★ questions with the revision that they are to have
 * @param lines all lines with what they are to need; none where no line asks for more
 * @returns lines for the terminal
 */
export const whomItTouches = async (
  raised: readonly RaisedQuestion[],
  lines: readonly NeedingLine[],
  now: number,
): Promise<string[]> => [
  ...(raised.length > 0 || lines.length === 0 ? await whomQuestionsTouch(raised, now) : []),
  ...(lines.length > 0 ? await whomNeedsTouch(lines, now) : []),
]

async function whomNeedsTouch(lines: readonly NeedingLine[], now: number): Promise<string[]> {
  const groups = await countByNeeds(momentIn('UTC', now))
  const sum = (of: typeof groups): number => of.reduce((all, { people }) => all + people, 0)
  const keeping = sum(
    groups.filter(({ needs }) => needs !== null && keepsEarlierNeeds({ needs }, lines)),
  )
  const onTheWay = groups.filter(({ needs }) => needs === null)
  const asking = sum(onTheWay.filter(({ standing }) => standing === 'waiting-for-sign-off'))
  return [
    `Mentors whose sign-off holds and keeps the earlier needs until it is renewed: ${keeping}`,
    `In training, and asked for more where they have not shown it: ${sum(onTheWay)}; of these wait for a sign-off: ${asking}`,
  ]
}

/** @param raised ★ questions with the revision that they are to have */
async function whomQuestionsTouch(
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
