/** Whom a request may be proposed to; one pairing; and all that go on. */
import { read, together } from '#db/client.ts'
import {
  checkInsQuery,
  endingFormsQuery,
  meetingsQuery,
  PAIRINGS_PAGE,
  pairingsQuery,
  plannedEndQuery,
  type PairingLine,
  type SeenCheckIn,
  type SeenEndingForm,
  type SeenMeeting,
} from '#db/pairings.ts'
import { proposalsQuery, requestAskedQuery, type SeenProposal } from '#db/proposals.ts'
import { candidatesQuery, SUGGESTIONS_PAGE, type Candidate } from '#db/suggestions.ts'
import type { Day } from '#domain/calendar/days.ts'
import { answersIn } from '#domain/pairing/answers.ts'
import {
  checkInDue,
  isOpenState,
  proposalStateOf,
  type ProposalState,
} from '#domain/pairing/pairing.ts'
import type { RequestAnswers } from '#domain/pairing/request.ts'
import { suggest, type Line } from '#domain/pairing/suggest.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { findProposal, type OpenProposal } from '#server/pairing/find-proposal.ts'

export interface Suggested {
  readonly mentor: Candidate
  readonly lines: readonly Line[]
}

export interface Tried {
  readonly proposal: SeenProposal
  readonly state: ProposalState
}

export const triedOn = (proposals: readonly SeenProposal[], today: Day): Tried[] =>
  proposals.map((proposal) => ({ proposal, state: proposalStateOf(proposal, today) }))

export interface Suggestions {
  readonly programme: string
  readonly reference: string
  /** Null once erased. */
  readonly answers: RequestAnswers | null
  /** Consent is given and it has not ended. */
  readonly stands: boolean
  /** Newest first. */
  readonly tried: readonly Tried[]
  /** Who waits to answer, or is connected; then nobody else is asked. */
  readonly current: Tried | null
  readonly rows: readonly Suggested[]
  readonly total: number
  /** Id of the last one shown, where there are more. */
  readonly next: string | null
}

const NOBODY = { rows: [], total: 0 } as const

/** Null for a foreign and an absent id alike. @param after id of the last one seen, or '' */
export async function showSuggestions(
  by: Person,
  request: string,
  after: string,
  now: number,
): Promise<Suggestions | null> {
  const programmes = programmesAs(by, 'coordinator')
  for (const programme of programmes) {
    const moment = momentOf(programme, now)
    const { asked, before } = await together({
      asked: requestAskedQuery(request, programme),
      before: proposalsQuery({ request }, programme, moment),
    })
    if (!asked) continue
    const answers = answersIn(asked.answers)
    const tried = triedOn(before, moment.today)
    const current = tried.find(({ state }) => isOpenState(state) || state === 'connected') ?? null
    const page =
      answers && asked.stands && !current
        ? await read(
            candidatesQuery({ request, programme, viewer: by.id }, answers, moment, { after }),
          )
        : NOBODY
    const rows = page.rows.flatMap((mentor) => {
      const found = answers ? suggest(answers, mentor) : null
      return found?.kind === 'suggested' ? [{ mentor, lines: found.lines }] : []
    })
    const last = page.rows.at(-1)?.id ?? null
    return {
      ...{ programme, reference: asked.reference, answers, stands: asked.stands, tried, current },
      ...{ rows, total: page.total, next: page.rows.length < SUGGESTIONS_PAGE ? null : last },
    }
  }
  return null
}

export interface PairingPage extends OpenProposal {
  readonly meetings: readonly SeenMeeting[]
  readonly checkIns: readonly SeenCheckIn[]
  /** After which meeting whoever asked is asked how it goes, or null. */
  readonly due: 'first' | 'third' | null
  readonly plannedOn: string | null
  readonly forms: readonly SeenEndingForm[]
}

/** Null for a foreign and an absent id alike, and about oneself. */
export async function showPairing(
  by: Person,
  id: string,
  now: number,
): Promise<PairingPage | null> {
  const found = await findProposal(by, 'coordinator', id, now)
  if (!found) return null
  const pairing = found.proposal.pairing ?? ''
  const rows = await together({
    meetings: meetingsQuery(pairing),
    checkIns: checkInsQuery(pairing),
    plannedOn: plannedEndQuery(pairing),
    forms: endingFormsQuery(pairing),
  })
  const had = rows.checkIns.map(({ after }) => after)
  const goesOn = found.state === 'connected'
  return { ...found, ...rows, due: goesOn ? checkInDue(rows.meetings.length, had) : null }
}

export interface PairingsPage {
  readonly rows: readonly PairingLine[]
  readonly next: string | null
}

/** Null for who does not coordinate there. */
export async function showPairings(
  by: Person,
  programme: string,
  ongoing: boolean,
  after: string,
): Promise<PairingsPage | null> {
  if (!mayDecideIn(by, programme)) return null
  const rows = await read(pairingsQuery({ programme, mentor: null }, ongoing, after))
  return { rows, next: rows.length < PAIRINGS_PAGE ? null : (rows.at(-1)?.id ?? null) }
}
