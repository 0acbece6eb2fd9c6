/** Pairings of each kind: one that goes on, one that has ended well, a question, a yes that waits, and a no. */
import { findPerson } from '#db/people.ts'
import type { Day } from '#domain/calendar/days.ts'
import type { ProposalAnswer } from '#domain/pairing/pairing.ts'
import type { RequestAnswers } from '#domain/pairing/request.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { askCoordinator } from '#server/learning/ask-coordinator.ts'
import { ownLearner } from '#server/learning/learner.ts'
import { answerProposal } from '#server/pairing/answer-proposal.ts'
import { connect, noteRequesterAnswer } from '#server/pairing/connect.ts'
import { checkIn, endPairing, planEnding, writeEndingForm } from '#server/pairing/keep-pairing.ts'
import { noteMeetingOf } from '#server/pairing/note-meeting.ts'
import { propose } from '#server/pairing/propose.ts'
import { writeRequest } from '#server/pairing/write-request.ts'
import { newId } from '#server/trail/new-id.ts'

const PROGRAMME = 'kidney'
const HOUR = 3_600_000
const DAY = 24 * HOUR
const day = (time: number): Day => momentOf(PROGRAMME, time).today

/** @param id person id by sign-in name @param tried a request that one of them was asked about, and that waits again */
export async function playPairings(
  id: (name: string) => string,
  tried: string,
  now: number,
): Promise<void> {
  const [carla, marcus, ines] = await Promise.all(
    ['carla', 'marcus', 'ines'].map((name) => findPerson(id(name))),
  )
  if (!carla || !marcus || !ines) return
  const at = (days: number): number => now - days * DAY
  const asks = async (days: number, answers: Partial<RequestAnswers>): Promise<string> => {
    const form = {
      id: newId(at(days)),
      answers: { ...ASKED, ...answers },
      consent: 'said' as const,
    }
    return done(
      await writeRequest(carla, PROGRAMME, 'en', { ...form, confirmed: [] }, at(days)),
      'written',
    ).request
  }
  const proposed = async (
    mentor: Person,
    request: string,
    days: number,
    answer: ProposalAnswer | null,
  ): Promise<string> => {
    const proposal = newId(at(days))
    const to = { id: proposal, mentor: mentor.id, days: 7 }
    done(await propose(carla, { id: request, programme: PROGRAMME }, to, at(days)), 'saved')
    if (answer) done(await answerProposal(mentor, proposal, answer, at(days) + 3 * HOUR), 'saved')
    return proposal
  }
  const connected = async (proposal: string, days: number): Promise<void> => {
    done(await noteRequesterAnswer(carla, proposal, 'yes', at(days)), 'saved')
    done(await connect(carla, proposal, newId(at(days)), at(days) + HOUR), 'saved')
  }
  const met = async (
    mentor: Person,
    proposal: string,
    days: number,
    way: string,
    minutes: number,
  ): Promise<void> => {
    const learner = await ownLearner(mentor, course())
    const form = { id: newId(at(days)), metOn: day(at(days)), way, minutes }
    done(await noteMeetingOf(learner, proposal, form, at(days)), 'saved')
  }
  const goes = async (
    proposal: string,
    days: number,
    after: 'first' | 'third',
    text: string,
  ): Promise<void> =>
    void done(
      await checkIn(carla, proposal, { id: newId(at(days)), after, going: 'well', text }, at(days)),
      'saved',
    )

  // Ended as it was planned, and both said how it was.
  const first = await proposed(marcus, await asks(28, ENDED), 27, 'yes')
  await connected(first, 26)
  await met(marcus, first, 25, 'phone', 40)
  await goes(first, 24, 'first', 'Glad that somebody listens first.')
  await met(marcus, first, 18, 'video', 55)
  await met(marcus, first, 11, 'phone', 30)
  await goes(first, 10, 'third', '')
  const end = { why: 'as-planned', endedOn: day(at(7)) } as const
  done(await endPairing(carla, first, end, at(6)), 'saved')
  const kind = { going: 'well', text: 'Three talks were enough to begin alone.' } as const
  done(await writeEndingForm(carla, first, 'requester', kind, at(5)), 'saved')
  const words = { going: 'well', text: 'I learned to end in time.' } as const
  done(await writeEndingForm(marcus, first, 'mentor', words, at(5)), 'saved')

  // A no that harms nobody: the request waits again.
  await proposed(ines, tried, 11, 'not-now')

  // One that goes on; how it goes after the third meeting is still to be asked, and Inés has something to tell.
  const second = await proposed(ines, await asks(14, GOES_ON), 11, 'yes')
  await connected(second, 10)
  await met(ines, second, 9, 'in-person', 60)
  await goes(second, 8, 'first', 'Wants to go on.')
  await met(ines, second, 5, 'phone', 35)
  await met(ines, second, 2, 'phone', 45)
  const plan = { id: newId(at(1)), plannedOn: day(now + 18 * DAY) }
  done(await planEnding(carla, second, plan, at(1)), 'saved')
  const tells = { id: newId(at(1)), page: `/learn/pairings/${second}`, text: TOLD }
  await askCoordinator(await ownLearner(ines, course()), tells, at(1))

  // Said yes to somebody; the other side has not answered yet.
  await proposed(ines, await asks(5, ACCEPTED), 2, 'yes')
  // Asked, and has not answered.
  await proposed(marcus, await asks(3, WAITS), 1, null)
}

const course = () => loadCourse('en', loadProgramme(PROGRAMME, 'en'))

/** Nothing may be refused: what the demo shows would be half. */
function done<A extends { readonly kind: string }, K extends A['kind']>(
  answer: A,
  kind: K,
): Extract<A, { kind: K }> {
  if (answer.kind !== kind) throw new Error(`The pairings of the cast: ${JSON.stringify(answer)}`)
  return answer as Extract<A, { kind: K }>
}

const ASKED: RequestAnswers = {
  ...{ initials: '', languages: ['en'], ways: ['phone'], times: '', place: '' },
  ...{ areas: [], hopes: '', wouldNotWork: '', wishes: ['area'] },
  told: ['languages', 'ways', 'areas', 'hopes'],
}
const ENDED: Partial<RequestAnswers> = {
  ...{ ways: ['phone', 'video'], areas: ['work-and-family'], wishes: ['area', 'works-or-studies'] },
  hopes: 'To hear how somebody else told people at work.',
}
const GOES_ON: Partial<RequestAnswers> = {
  ...{ languages: ['es'], ways: ['in-person', 'phone'], areas: ['transplant-waiting'] },
  ...{ place: 'Oak Park', wishes: ['language', 'area'] },
  hopes: 'To talk with somebody who has waited, too.',
}
const ACCEPTED: Partial<RequestAnswers> = {
  ...{ languages: ['es', 'en'], ways: ['phone'], areas: ['family-member'], wishes: ['language'] },
  ...{ times: 'Evenings', hopes: 'Somebody who knows what it is to care for a sister.' },
}
const WAITS: Partial<RequestAnswers> = {
  ...{ ways: ['phone'], areas: ['diabetes'], times: 'Weekday mornings', wishes: ['area'] },
  hopes: 'To find out how others keep going.',
}
const TOLD =
  'Quiere escribirle a la clínica y me pidió ayuda con la carta. ¿Puedo ayudarle, o es mejor que lo haga usted?'
