/** Sign-offs of the demo's mentors: two who are ready, one who has still to sign the commitment. */
import { findPerson } from '#db/people.ts'
import { listSignOffs } from '#db/sign-offs.ts'
import type { Answers } from '#domain/readiness/sign-off-journey.ts'
import { twelveMonthsAfter } from '#domain/readiness/standing.ts'
import { evidenceOf } from '#domain/readiness/snapshot.ts'
import { commit } from '#server/readiness/commit.ts'
import { loadLearner } from '#server/learning/learner.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/trail/new-id.ts'
import { loadTraineeState } from '#server/readiness/readiness.ts'
import { happenedIn, signOff } from '#server/readiness/sign-off.ts'

const DAY = 86_400_000

interface Decided {
  readonly mentor: string
  /** Days ago. */
  readonly ago: number
  readonly commits: boolean
  readonly answers: Answers
}

export const DECIDED: readonly Decided[] = [
  {
    mentor: 'marcus',
    ago: 30,
    commits: true,
    answers: {
      reason: 'You wait, you listen, and you hand over what is not yours. Thank you, Marcus.',
      conditions: 'By phone until your next review',
      comfortAreas: ['dialysis-center', 'diabetes', 'work-and-family'],
      noGoAreas: ['transplant-loss'],
      languages: ['en'],
      contactWays: ['phone', 'video'],
      capacity: 2,
      place: 'Riverside dialysis center',
    },
  },
  {
    mentor: 'ines',
    ago: 12,
    commits: true,
    answers: {
      reason: 'Usted escucha con calma y cuenta lo suyo con cuidado. Gracias, Inés.',
      conditions: '',
      comfortAreas: ['transplant-waiting', 'transplant', 'family-member'],
      noGoAreas: [],
      languages: ['es', 'en'],
      contactWays: ['in-person', 'phone', 'group'],
      capacity: 3,
      place: 'Clínica del Norte',
    },
  },
  {
    mentor: 'walt',
    ago: 1,
    commits: false,
    answers: {
      reason: 'You ask before you share, and you know when to call me. You are ready, Walt.',
      conditions: '',
      comfortAreas: ['dialysis-home', 'low-mood'],
      noGoAreas: ['family-member'],
      languages: ['en'],
      contactWays: ['in-person', 'letter'],
      capacity: 1,
      place: 'Lakeside',
    },
  },
]

/** @param ids person ids by sign-in name */
export async function decideAboutMentors(
  ids: ReadonlyMap<string, string>,
  now: number,
): Promise<void> {
  const coordinator = await findPerson(ids.get('carla') ?? '')
  for (const { mentor, ago, commits, answers } of DECIDED) {
    const person = await findPerson(ids.get(mentor) ?? '')
    if (!coordinator || !person) continue
    const at = now - ago * DAY
    const course = loadCourse('en', loadProgramme('kidney', 'en'))
    const state = await loadTraineeState(await loadLearner(person.id, course), 'en', at)
    await signOff(
      coordinator,
      { id: person.id, programme: 'kidney' },
      state,
      {
        id: newId(at),
        answers: {
          decision: 'ready',
          judgements: Object.fromEntries(
            state.readiness.lines.map(({ competency }) => [competency.id, 'shown'] as const),
          ),
          internalNote: '',
          otherwise: 'The reflections were talked through in person.',
          expiresOn: twelveMonthsAfter(momentOf('kidney', at).today),
          ...answers,
        },
        evidence: evidenceOf(state),
        decisions: happenedIn(state),
        declaredName: coordinator.name,
      },
      at,
    )
    const [signedOff] = await listSignOffs(person.id)
    if (commits && signedOff)
      await commit(person, signedOff, { id: '', declaredName: person.name }, at + DAY / 2)
  }
}
