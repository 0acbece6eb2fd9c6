import type { CommonWords } from '../en/common.ts'
import type { Otherwise } from '../otherwise.ts'

export const common: Otherwise<CommonWords> = {
  helpExample: 'Example contact – your organisation puts its own here.',
}
