import type { FindWords } from '../en/find.ts'
import type { Otherwise } from '../otherwise.ts'

export const find: Otherwise<FindWords> = {
  noneHelp:
    'Try the first letters of one name alone, or the last digits of the phone number. You find people of your own programmes, applicants, people who are invited, and people who left too.',
}
