import type { MentorWords } from '../en/mentor.ts'
import type { Otherwise } from '../otherwise.ts'

export const mentor: Otherwise<MentorWords> = {
  certificateHas: (programme: string) =>
    `prepared with the Alongside peer mentor course, was signed off by a coordinator, and is ready to mentor in the programme “${programme}”.`,
  certificateNotWords:
    'It is not a licence or a qualification in health care. The holder gives no medical advice, is not a therapist, and acts only within the programme named here. It no longer holds when the sign-off ends, is withdrawn or is paused.',
  checkYes: 'Ready to mentor in the programme',
  whoIntro: (programme: string) =>
    `These people of the programme “${programme}” can see your record:`,
  whoNobodyElseLines: { 0: 'Other trainees and other programmes see nothing of you.' },
  displayContrast: 'Colours',
}
