import type { AccountWords } from '../en/account.ts'
import type { Otherwise } from '../otherwise.ts'

export const account: Otherwise<AccountWords> = {
  ownName: {
    intro: 'Is your name misspelt, or has it changed? Write it as it should be.',
    theirsHelp:
      'Where it is misspelt, or has changed. What was signed keeps the old name. That you corrected it is written down.',
  },
}
