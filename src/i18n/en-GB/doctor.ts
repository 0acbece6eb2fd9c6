import { examplesIn, type DoctorWords } from '../en/doctor.ts'
import type { Otherwise } from '../otherwise.ts'

export const doctor: Otherwise<DoctorWords> = {
  findings: {
    'examples-left': ({ names, fields }) => [
      `The programme “${names.en}” still has examples (${examplesIn(fields)}): nobody would answer there.`,
      'Put your organisation’s own there, under Administration.',
    ],
    'examples-open': ({ names, fields }) => [
      `The programme “${names.en}” still has examples (${examplesIn(fields)}), and this is production: nobody would answer there, and the next start is refused.`,
      'Put your organisation’s own there now, under Administration.',
    ],
  },
}
