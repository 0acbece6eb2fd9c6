/** What somebody has done of a quiz: its attempts. */
export interface Answer {
  /** Whether the first answer in the attempt was right: the one that scores. */
  readonly firstRight: boolean
  readonly options: readonly string[]
  readonly right: boolean
  readonly tries: number
  readonly revision: number
  /** In which it was asked; left out for the first. */
  readonly form?: string
  /** Form of the newest wrong answer; left out for the first, and where none was wrong. */
  readonly wrongIn?: string
}

export interface Attempt {
  readonly id: string
  readonly answers: Readonly<Record<string, Answer>>
}

export interface FinishedAttempt extends Attempt {
  /** With those that were kept from the attempt before. */
  readonly right: number
  readonly of: number
  readonly passed: boolean
  readonly refresher: boolean
  /** Questions that counted as right without being asked, with the revision that was answered. */
  readonly kept?: Readonly<Record<string, number>>
}

export interface QuizProgress {
  readonly kind: 'quiz'
  readonly passed: boolean
  /** Id of the record that first passed it. */
  readonly passedBy: string | null
  readonly best: { readonly right: number; readonly of: number } | null
  /** Finished attempts, refreshers left out. */
  readonly tries: number
  /** Highest revision of each question that ended right. */
  readonly rightAt: Readonly<Record<string, number>>
  readonly open: Attempt | null
  readonly last: FinishedAttempt | null
}
