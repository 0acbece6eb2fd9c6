/** What a request may say: tidied, and what is wrong with it. */
import { pointedOut, type Pointed } from '#domain/pairing/free-text.ts'
import {
  problemsWithAnswers,
  tidied,
  type RequestAnswers,
  type RequestProblem,
} from '#domain/pairing/request.ts'
import type { Programme } from '#domain/programme/programme.ts'

export interface AnswersForm {
  /** Of the form, made with it. */
  readonly id: string
  readonly answers: RequestAnswers
  /** Words that were pointed out, and that somebody looked at and leaves. */
  readonly confirmed: readonly string[]
}

export interface RefusedAnswers {
  readonly kind: 'refused'
  readonly problems: readonly RequestProblem[]
  readonly pointed: readonly Pointed[]
}

export interface CheckedAnswers {
  readonly kind: 'checked'
  readonly answers: RequestAnswers
}

export function checkAnswers(
  programme: Programme,
  form: AnswersForm,
): CheckedAnswers | RefusedAnswers {
  const answers = tidied(form.answers, programme.areas)
  const harmless = [programme.name, programme.organisation, ...Object.values(programme.areas)]
  const problems = problemsWithAnswers(answers)
  const pointed = pointedOut(answers, harmless, form.confirmed)
  return problems.length || pointed.length
    ? { kind: 'refused', problems, pointed }
    : { kind: 'checked', answers }
}

/** Nothing is saved; what else is wrong is said with it. */
export function withoutConsent(programme: Programme, form: AnswersForm): RefusedAnswers {
  const checked = checkAnswers(programme, form)
  const { problems, pointed } = checked.kind === 'refused' ? checked : { problems: [], pointed: [] }
  return { kind: 'refused', problems: ['consent-missing', ...problems], pointed }
}
