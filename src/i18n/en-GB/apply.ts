import type { ApplyWords } from '../en/apply.ts'
import type { Otherwise } from '../otherwise.ts'

export const apply: Otherwise<ApplyWords> = {
  checkIntro:
    'Tick what is true for you today. These ticks are for you alone: nothing is sent, and nothing is saved.',
  statements: { 8: 'I would like to learn, and to have somebody watch me practise.' },
  readingTitle: 'How to read your ticks',
  reading: { 0: 'Most of them are ticked: mentoring may suit you well. Please apply.' },
  seen: 'Who sees this: the coordinators of the programme. It is deleted 12 months after your application is closed.',
  seenKept:
    'Who sees this: the coordinators of the programme. If you join, it stands in your details from then on, and you can change it there.',
  problems: {
    both: 'You ticked the same area as comfortable and as not comfortable. Choose one of the two',
  },
}
