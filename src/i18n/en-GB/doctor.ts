import type { DoctorWords } from '../en/doctor.ts'
import type { Otherwise } from '../otherwise.ts'

export const doctor: Otherwise<DoctorWords> = {
  findings: {
    'examples-left': ({ programme, fields }) => [
      `The programme ${programme} still has examples (${fields}): nobody would answer there.`,
      'Put your organisation’s own there, under Administration.',
    ],
    'examples-open': ({ programme, fields }) => [
      `The programme ${programme} still has examples (${fields}), and this is production: nobody would answer there, and the next start is refused.`,
      'Put your organisation’s own there now, under Administration.',
    ],
  },
}
