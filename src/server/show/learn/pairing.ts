/** What a mentor is asked about somebody, and the time together. */
import { read, together } from '#db/client.ts'
import {
  endingFormsQuery,
  meetingsQuery,
  plannedEndQuery,
  type SeenEndingForm,
  type SeenMeeting,
} from '#db/pairings.ts'
import { mentorProposalsQuery, type SeenProposal } from '#db/proposals.ts'
import { answersIn, toldOf } from '#domain/pairing/answers.ts'
import { isOpenState, proposalStateOf, type ProposalState } from '#domain/pairing/pairing.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { findProposal } from '#server/pairing/find-proposal.ts'

type Told = ReturnType<typeof toldOf>

export interface OwnPairing {
  readonly proposal: SeenProposal
  readonly state: ProposalState
  /** Only what was ticked; null once the request was erased. */
  readonly told: Told | null
}

const ownFrom = (proposal: SeenProposal, today: string): OwnPairing => {
  const answers = answersIn(proposal.answers)
  return {
    proposal,
    state: proposalStateOf(proposal, today),
    told: answers ? toldOf(answers) : null,
  }
}

export interface OwnPairings {
  /** What waits for their answer, first. */
  readonly open: readonly OwnPairing[]
  readonly ended: readonly OwnPairing[]
}

/** Null for who is no trainee of a programme. */
export async function showOwnPairings(by: Person, now: number): Promise<OwnPairings | null> {
  const [programme] = programmesAs(by, 'trainee')
  if (programme === undefined) return null
  const moment = momentOf(programme, now)
  return ownPairingsFrom(await read(mentorProposalsQuery(by.id, programme, moment)), moment.today)
}

/** @param today `YYYY-MM-DD` */
export function ownPairingsFrom(proposals: readonly SeenProposal[], today: string): OwnPairings {
  const all = proposals.map((one) => ownFrom(one, today))
  const isOpen = ({ state }: OwnPairing): boolean => isOpenState(state) || state === 'connected'
  const waits = ({ state }: OwnPairing): number => Number(state !== 'asked')
  return {
    open: all.filter(isOpen).toSorted((a, b) => waits(a) - waits(b)),
    ended: all.filter(({ state }) => state === 'over'),
  }
}

export interface OwnPairingPage extends OwnPairing {
  readonly today: string
  readonly meetings: readonly SeenMeeting[]
  readonly plannedOn: string | null
  /** What they wrote at the end, or null. */
  readonly form: SeenEndingForm | null
}

/** Null for who is not the one who was asked. */
export async function showOwnPairing(
  by: Person,
  id: string,
  now: number,
): Promise<OwnPairingPage | null> {
  const found = await findProposal(by, 'mentor', id, now)
  if (!found) return null
  const pairing = found.proposal.pairing ?? ''
  const { meetings, plannedOn, forms } = await together({
    meetings: meetingsQuery(pairing),
    plannedOn: plannedEndQuery(pairing),
    forms: endingFormsQuery(pairing),
  })
  return {
    ...ownFrom(found.proposal, found.moment.today),
    ...{ today: found.moment.today, meetings, plannedOn },
    form: forms.find(({ side }) => side === 'mentor') ?? null,
  }
}
