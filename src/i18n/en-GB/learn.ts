import type { LearnWords } from '../en/learn.ts'
import type { Otherwise } from '../otherwise.ts'

export const learn: Otherwise<LearnWords> = {
  whoSeesRecord:
    'You, and the coordinators and observers of your programme, can see your lessons, quiz answers, the roads you took and how sure you said you feel. Reflections are yours alone until you share them. Your own notes on lessons stay yours alone.',
  aboutWords: {
    0: 'This course teaches what a peer mentor does, and what a mentor leaves to others. It was written for two kinds of organisation: a kidney network in the United States and a charity for people over 50 in the United Kingdom.',
    1: 'Before an organisation uses it, its own peers, a renal social worker and a safeguarding lead should read it. The course is not medical advice.',
    2: 'The people in the practice sessions are invented. The programme’s contacts may be examples until the organisation has put its own.',
  },
  privacyWords: {
    1: 'Coordinators and observers of your programme see your name, which lessons you have read, your quiz answers, the roads you took in the practice sessions, how sure you said you feel, and what they observed.',
    5: 'Nobody outside your programme sees any of this. Nothing is sent to anyone else, and there is no advertising.',
  },
}
