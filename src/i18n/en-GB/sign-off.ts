import type { SignOffWords } from '../en/sign-off.ts'
import type { Otherwise } from '../otherwise.ts'

export const signOff: Otherwise<SignOffWords> = {
  notYetHelp: 'It can become what they practise next.',
  titles: { practise: 'What should they practise?' },
  problems: { 'practise-missing': 'Choose at least one line to practise' },
  decisionHelp: { 'more-practice': 'You say next what to practise.' },
  practiseLegend: 'Lines to practise',
  reasonHelp: {
    'more-practice': 'Write it to them: what went well, what to practise, and when you talk again.',
  },
  traineeReads: 'The trainee reads this, and the coordinators and observers of the programme.',
  rows: { practise: 'To practise' },
  declareWords:
    'I have looked at the evidence. I decide this as a coordinator of this programme. It is recorded with my name and cannot be changed; a new decision can follow it.',
  nextSecond:
    'Your programme asks for two signatures. Another coordinator finds this on their list and signs too.',
}
