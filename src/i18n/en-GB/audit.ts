import type { AuditWords } from '../en/audit.ts'
import type { Otherwise } from '../otherwise.ts'

export const audit: Otherwise<AuditWords> = {
  programme: 'Programme',
  acts: { 'programme-': 'changed programme words' },
}
