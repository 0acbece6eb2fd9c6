/** The sign-off as a journey: which questions it asks, in which order, and what is wrong with an answer. */
import { isDay, plusDays, type Day } from '#domain/calendar/days.ts'
import type { AreaGrounds } from './area-grounds.ts'
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
  /** One line by itself. */
  | { readonly kind: 'line'; readonly line: string }
  /** The lines that the evidence meets, together. */
  | { readonly kind: 'met'; readonly lines: readonly string[] }
  | { readonly kind: (typeof PLAIN_STEPS)[number] }

const PLAIN_STEPS = ['decision', 'practise', 'reason', 'offer', 'until'] as const

/** A page that there was until November 2026: which one asks its fields now. A form may still be open in it. */
export const EARLIER_STEPS: Readonly<
  Record<string, { readonly now: 'reason' | 'offer'; readonly fields: readonly (keyof Answers)[] }>
> = {
  otherwise: { now: 'reason', fields: ['otherwise'] },
  conditions: { now: 'reason', fields: ['conditions'] },
  areas: { now: 'offer', fields: ['comfortAreas', 'noGoAreas'] },
  contact: { now: 'offer', fields: ['languages', 'contactWays'] },
  capacity: { now: 'offer', fields: ['capacity', 'place'] },
}

export interface Ground {
  /** Competency ids, in their order. */
  readonly lines: readonly string[]
  /** Those of them that the evidence meets. */
  readonly met: readonly string[]
  /** Required checks that do not count, by slug, or by name where they are shown: they stand open like a line. */
  readonly openChecks: readonly string[]
  /** What each area that can be offered rests on, by its id. */
  readonly areas: AreaGrounds
  /** `YYYY-MM-DD`, by the programme's clock. */
  readonly today: Day
}

/** Whether the evidence meets every line, and every required check counts. */
export const isMet = ({
  lines,
  met,
  openChecks,
}: Pick<Ground, 'lines' | 'met' | 'openChecks'>): boolean =>
  lines.length > 0 && lines.every((line) => met.includes(line)) && openChecks.length === 0

export type SignOffProblem =
  | 'met-missing'
  | 'judgement-missing'
  | 'decision-missing'
  | 'practise-missing'
  | 'reason-missing'
  | 'otherwise-missing'
  | 'areas-both'
  | 'area-without-ground'
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

/**
 * The questions in order; what a decision does not need is not asked. What the evidence meets is asked together, what it
 * does not meet singly: with everything met there are at most eight pages, these and evidence, check and declaration.
 */
export function stepsOf(answers: Answers, ground: Ground): Step[] {
  const { decision } = answers
  const asked = PLAIN_STEPS.filter((kind) => {
    if (kind === 'practise') return decision === 'more-practice'
    return kind === 'decision' || kind === 'reason' || decision === 'ready'
  })
  return [...lineSteps(ground), ...asked.map((kind): Step => ({ kind }))]
}

function lineSteps({ lines, met }: Ground): Step[] {
  const together = lines.filter((line) => met.includes(line))
  const singly = (all: readonly string[]) => all.map((line): Step => ({ kind: 'line', line }))
  if (together.length < 2) return singly(lines)
  return [
    { kind: 'met', lines: together },
    ...singly(lines.filter((line) => !together.includes(line))),
  ]
}

/** Where what is said of a line is asked. */
export const stepOfLine = (line: string, ground: Ground): Step =>
  lineSteps(ground).find((step) => step.kind === 'met' && step.lines.includes(line)) ?? {
    kind: 'line',
    line,
  }

/** Every question that there can be on this ground, whatever is decided; each line by itself, too. */
export const everyStep = (ground: Ground): Step[] => [
  ...lineSteps(ground).filter(({ kind }) => kind === 'met'),
  ...ground.lines.map((line): Step => ({ kind: 'line', line })),
  ...PLAIN_STEPS.map((kind): Step => ({ kind })),
]

/** The first question that is open or whose answer does not hold; null where all are answered. */
export function nextStep(answers: Answers, ground: Ground): Step | null {
  const wrong = new Set(problemsWith(answers, ground).map(({ step }) => step))
  return (
    stepsOf(answers, ground).find(
      (step) => !isAnswered(step, answers, ground) || wrong.has(slugOf(step)),
    ) ?? null
  )
}

function isAnswered(step: Step, answers: Answers, ground: Ground): boolean {
  const said = answers.judgements ?? {}
  switch (step.kind) {
    case 'line':
      return said[step.line] !== undefined
    case 'met':
      return step.lines.every((line) => said[line] !== undefined)
    case 'practise':
      return notYet(answers).length > 0
    case 'reason':
      return (
        answers.reason !== undefined &&
        (answers.decision !== 'ready' || answers.conditions !== undefined) &&
        (!isAgainst(answers, isMet(ground)) || answers.otherwise !== undefined)
      )
    case 'offer':
      return (
        answers.comfortAreas !== undefined &&
        answers.contactWays !== undefined &&
        answers.capacity !== undefined
      )
    case 'until':
      return answers.expiresOn !== undefined
    case 'decision':
      return answers.decision !== undefined
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

type TextField = 'reason' | 'otherwise' | 'conditions' | 'internalNote' | 'place'
type Found = readonly (readonly [field: string, problem: SignOffProblem])[]

function problemsOf(step: Step, answers: Answers, ground: Ground): Found {
  const long = (field: TextField, most = TEXT_LENGTH): Found =>
    (answers[field] ?? '').length > most ? [[field, 'too-long']] : []
  const missing = (field: TextField, problem: SignOffProblem): Found =>
    (answers[field] ?? '').trim() ? long(field) : [[field, problem]]
  switch (step.kind) {
    case 'line':
      return answers.judgements?.[step.line] ? [] : [['judgement', 'judgement-missing']]
    case 'met':
      return step.lines.every((line) => answers.judgements?.[line])
        ? []
        : [['shown', 'met-missing']]
    case 'decision':
      return answers.decision ? [] : [['decision', 'decision-missing']]
    case 'practise':
      return notYet(answers).length ? [] : [['practise', 'practise-missing']]
    case 'reason':
      return [
        ...missing('reason', 'reason-missing'),
        ...(isAgainst(answers, isMet(ground)) ? missing('otherwise', 'otherwise-missing') : []),
        ...(answers.decision === 'ready' ? long('conditions') : []),
        ...long('internalNote'),
      ]
    case 'offer': {
      const { comfortAreas = [], noGoAreas = [], capacity = Number.NaN } = answers
      const fits = Number.isInteger(capacity) && capacity >= 1 && capacity <= MOST_CAPACITY
      const isBoth = noGoAreas.some((area) => comfortAreas.includes(area))
      const isGrounded = comfortAreas.every((area) => Object.hasOwn(ground.areas, area))
      return [
        ...(isGrounded ? [] : [['comfortAreas', 'area-without-ground'] as const]),
        ...(isBoth ? [['noGoAreas', 'areas-both'] as const] : []),
        ...(answers.languages?.length ? [] : [['languages', 'languages-missing'] as const]),
        ...(answers.contactWays?.length ? [] : [['contactWays', 'contact-missing'] as const]),
        ...(fits ? [] : [['capacity', 'capacity-malformed'] as const]),
        ...long('place', PLACE_LENGTH),
      ]
    }
    case 'until': {
      const problem = problemWithExpiry(answers.expiresOn ?? '', ground.today)
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
