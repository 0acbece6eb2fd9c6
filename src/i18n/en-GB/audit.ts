import type { AuditWords } from '../en/audit.ts'
import type { Otherwise } from '../otherwise.ts'

export const audit: Otherwise<AuditWords> = {
  programme: 'Programme',
  acts: {
    'programme-made': 'made a programme',
    'programme-open': 'opened a programme',
    'programme-archived': 'archived a programme',
    'programme-': 'changed programme words',
  },
}
