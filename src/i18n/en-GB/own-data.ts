import type { OwnDataWords } from '../en/own-data.ts'
import type { Otherwise } from '../otherwise.ts'

export const ownData: Otherwise<OwnDataWords> = {
  columns: { programme: 'Programme' },
}
