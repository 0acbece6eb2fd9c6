import type { ConfidenceWords } from '../en/confidence.ts'
import type { Otherwise } from '../otherwise.ts'

export const confidence: Otherwise<ConfidenceWords> = {
  whoSees:
    'You, and the coordinators and observers of your programme, can see your numbers. They do not count for your sign-off.',
}
