import type { ExportWords } from '../en/exports.ts'
import type { Otherwise } from '../otherwise.ts'

export const exports: Otherwise<ExportWords> = {
  programme: 'Programme',
  problems: { programme: 'Choose a programme' },
  example:
    'The contact details of this programme are still examples. Put your own under “Words and contacts” first.',
  travelsList: {
    1: 'The words, contacts and crisis lines of the programme',
    2: 'How each learner wants to read: text size, colours, language',
  },
}
