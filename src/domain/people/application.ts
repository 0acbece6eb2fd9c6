/** An offer to mentor, as the form sends it. Nobody is chosen or refused by a rule: a coordinator talks with everyone. */

export interface ApplicationAnswers {
  readonly why: string
  readonly experience: string
  /** Area slugs of the programme. */
  readonly areas: readonly string[]
  readonly notAreas: readonly string[]
  readonly languages: string
  readonly times: string
  readonly access: string
}

export interface ApplicationForm extends ApplicationAnswers {
  readonly name: string
  readonly contact: string
}

export type ApplicationProblem =
  | { readonly field: 'name' | 'contact' | 'why'; readonly problem: 'missing' }
  | {
      readonly field: Exclude<keyof ApplicationForm, 'areas' | 'notAreas'>
      readonly problem: 'too-long'
      /** Characters that it may have. */
      readonly most: number
    }
  | { readonly field: 'notAreas'; readonly problem: 'both' }

const LONG = 4000
const SHORT = 200

/** @returns every problem, at most one a field */
export function problemsWithApplication(form: ApplicationForm): ApplicationProblem[] {
  const problems: ApplicationProblem[] = []
  for (const field of ['why', 'name', 'contact'] as const) {
    const most = field === 'why' ? LONG : SHORT
    if (!form[field].trim()) problems.push({ field, problem: 'missing' })
    else if (form[field].length > most) problems.push({ field, problem: 'too-long', most })
  }
  for (const field of ['experience', 'languages', 'times', 'access'] as const)
    if (form[field].length > LONG) problems.push({ field, problem: 'too-long', most: LONG })
  if (form.notAreas.some((area) => form.areas.includes(area)))
    problems.push({ field: 'notAreas', problem: 'both' })
  return problems
}

/** What became of an application: no talk yet, or the latest talk's outcome. */
export const OUTCOMES = ['invite', 'later', 'other-ways'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Where an application stands; who joined counts as invited. */
export const APPLICATION_STATES = ['open', 'invite', 'invited', 'later', 'other-ways'] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]

export function stateOfApplication(application: {
  readonly outcome: Outcome | null
  readonly invitedAt: number | null
}): ApplicationState {
  if (application.outcome !== 'invite') return application.outcome ?? 'open'
  return application.invitedAt === null ? 'invite' : 'invited'
}
