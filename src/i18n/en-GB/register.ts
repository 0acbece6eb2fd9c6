import type { RegisterWords } from '../en/register.ts'
import type { Otherwise } from '../otherwise.ts'

export const register: Otherwise<RegisterWords> = {
  leftIntro:
    'Everybody who was once signed off and is not in the register today. Nothing here is a judgement: people pause, move on and come back.',
  moved: 'Moved to another programme',
  absences: { archived: 'Left the programme' },
  formats: { json: 'For another programme (JSON)' },
  tokens: {
    intro:
      'A token lets another system read the register of one programme, for example to propose a match. It reads what is ready today and nothing else.',
    columnProgramme: 'Programme',
    nameHelp:
      'The name of the system that will use it. It is shown here, and to the mentors of the programme under “Who can see my information”.',
    programme: 'Programme',
    problems: { 'programme-missing': 'Choose a programme' },
  },
  api: {
    'other-programme': 'This token is for another programme',
    'not-found': 'No mentor with this id is ready today in this programme',
  },
}
