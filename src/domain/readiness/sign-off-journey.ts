/** The sign-off as a journey: which questions it asks, in which order, and what is wrong with an answer. */
import { isDay, plusDays, type Day } from '#domain/calendar/days.ts'
import { MOST_CAPACITY, type Judgements, type Offer } from './offer.ts'
import type { Decision } from './standing.ts'

/** What a coordinator has said so far; a field that is absent has not been asked yet. */
export interface Answers extends Partial<Omit<Offer, 'capacity'>> {
  readonly judgements?: Judgements
  readonly decision?: Decision
  readonly reason?: string
  readonly internalNote?: string
  readonly otherwise?: string
  readonly conditions?: string
  /** NaN where it was no number. */
  readonly capacity?: number
  /** `YYYY-MM-DD`, as typed. */
  readonly expiresOn?: string
}

export type Step =
  { readonly kind: 'line'; readonly line: string } | { readonly kind: (typeof PLAIN_STEPS)[number] }

const PLAIN_STEPS = [
  'decision',
  'practise',
  'reason',
  'otherwise',
  'conditions',
  'areas',
  'contact',
  'capacity',
  'until',
] as const

export interface Ground {
  /** Competency ids, in their order. */
  readonly lines: readonly string[]
  /** Whether the evidence meets every line. */
  readonly ready: boolean
  /** `YYYY-MM-DD`, by the programme's clock. */
  readonly today: Day
}

export type SignOffProblem =
  | 'judgement-missing'
  | 'decision-missing'
  | 'practise-missing'
  | 'reason-missing'
  | 'otherwise-missing'
  | 'areas-both'
  | 'languages-missing'
  | 'contact-missing'
  | 'capacity-malformed'
  | 'expiry-malformed'
  | 'expiry-past'
  | 'expiry-too-far'
  | 'too-long'

export interface FoundProblem {
  readonly step: string
  /** Name of the form field. */
  readonly field: string
  readonly problem: SignOffProblem
}

export const TEXT_LENGTH = 4000
const PLACE_LENGTH = 200

/** As it stands in an address: `decision`, `line-consent`. */
export const slugOf = (step: Step): string =>
  step.kind === 'line' ? `line-${step.line}` : step.kind

/** Readiness is advice, and so is a line: to sign off against either takes a reason of its own. */
export const isAgainst = (answers: Answers, ready: boolean): boolean =>
  answers.decision === 'ready' && (!ready || notYet(answers).length > 0)

/** Lines of which the coordinator said "not yet". */
export const notYet = ({ judgements = {} }: Answers): string[] =>
  Object.keys(judgements).filter((line) => judgements[line] === 'not-yet')

/** The questions in order; what a decision does not need is not asked. */
export function stepsOf(answers: Answers, ground: Ground): Step[] {
  const { decision } = answers
  const lines = ground.lines.map((line): Step => ({ kind: 'line', line }))
  const ready = decision === 'ready'
  const asked = PLAIN_STEPS.filter((kind) => {
    if (kind === 'decision' || kind === 'reason') return true
    if (kind === 'practise') return decision === 'more-practice'
    if (kind === 'otherwise') return isAgainst(answers, ground.ready)
    return ready
  })
  return [...lines, ...asked.map((kind): Step => ({ kind }))]
}

/** Every question that there is, whatever is decided. */
export const everyStep = ({ lines }: Pick<Ground, 'lines'>): Step[] => [
  ...lines.map((line): Step => ({ kind: 'line', line })),
  ...PLAIN_STEPS.map((kind): Step => ({ kind })),
]

/** The first question that is open or whose answer does not hold; null where all are answered. */
export function nextStep(answers: Answers, ground: Ground): Step | null {
  const wrong = new Set(problemsWith(answers, ground).map(({ step }) => step))
  return (
    stepsOf(answers, ground).find(
      (step) => !isAnswered(step, answers) || wrong.has(slugOf(step)),
    ) ?? null
  )
}

function isAnswered(step: Step, answers: Answers): boolean {
  switch (step.kind) {
    case 'line':
      return answers.judgements?.[step.line] !== undefined
    case 'practise':
      return notYet(answers).length > 0
    case 'areas':
      return answers.comfortAreas !== undefined
    case 'contact':
      return answers.contactWays !== undefined
    case 'until':
      return answers.expiresOn !== undefined
    case 'decision':
    case 'reason':
    case 'otherwise':
    case 'conditions':
    case 'capacity':
      return answers[step.kind] !== undefined
  }
}

/** Everything that stands against recording these answers, in the order of the questions. */
export const problemsWith = (answers: Answers, ground: Ground): FoundProblem[] =>
  stepsOf(answers, ground).flatMap((step) =>
    problemsOf(step, answers, ground).map(([field, problem]) => ({
      step: slugOf(step),
      field,
      problem,
    })),
  )

type Found = readonly (readonly [field: string, problem: SignOffProblem])[]

function problemsOf(step: Step, answers: Answers, { today }: Ground): Found {
  const { decision, reason = '', internalNote = '', otherwise = '', conditions = '' } = answers
  const long = (field: string, text: string, most = TEXT_LENGTH): Found =>
    text.length > most ? [[field, 'too-long']] : []
  switch (step.kind) {
    case 'line':
      return answers.judgements?.[step.line] ? [] : [['judgement', 'judgement-missing']]
    case 'decision':
      return decision ? [] : [['decision', 'decision-missing']]
    case 'practise':
      return notYet(answers).length ? [] : [['practise', 'practise-missing']]
    case 'reason':
      return [
        ...(reason.trim() ? long('reason', reason) : [['reason', 'reason-missing'] as const]),
        ...long('internalNote', internalNote),
      ]
    case 'otherwise':
      return otherwise.trim() ? long('otherwise', otherwise) : [['otherwise', 'otherwise-missing']]
    case 'conditions':
      return long('conditions', conditions)
    case 'areas': {
      const { comfortAreas = [], noGoAreas = [] } = answers
      return noGoAreas.some((area) => comfortAreas.includes(area))
        ? [['noGoAreas', 'areas-both']]
        : []
    }
    case 'contact':
      return [
        ...(answers.languages?.length ? [] : [['languages', 'languages-missing'] as const]),
        ...(answers.contactWays?.length ? [] : [['contactWays', 'contact-missing'] as const]),
      ]
    case 'capacity': {
      const { capacity = Number.NaN, place = '' } = answers
      const fits = Number.isInteger(capacity) && capacity >= 1 && capacity <= MOST_CAPACITY
      return [
        ...(fits ? [] : [['capacity', 'capacity-malformed'] as const]),
        ...long('place', place, PLACE_LENGTH),
      ]
    }
    case 'until': {
      const problem = problemWithExpiry(answers.expiresOn ?? '', today)
      return problem ? [['expiresOn', problem]] : []
    }
  }
}

function problemWithExpiry(day: string, today: Day): SignOffProblem | null {
  if (!isDay(day)) return 'expiry-malformed'
  if (day <= today) return 'expiry-past'
  return day > plusDays(today, 366) ? 'expiry-too-far' : null
}

/** Spaces and case are forgiven in a typed name, nothing else is. */
export const isSameName = (typed: string, name: string): boolean => plain(typed) === plain(name)

const plain = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
