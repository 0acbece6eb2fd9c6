import type { AskWords } from '../en/ask.ts'
import type { Otherwise } from '../otherwise.ts'

export const ask: Otherwise<AskWords> = {
  you: {
    toldHelp:
      'Tick only what you agree to. What is not ticked stays with the coordinators. A mentor never learns how to reach you from here.',
    problems: { 'consent-missing': 'Tick that you agree. Without it, nothing is saved' },
  },
}
