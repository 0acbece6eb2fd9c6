import type { ImportsWords } from '../en/imports.ts'
import type { Otherwise } from '../otherwise.ts'

export const imports: Otherwise<ImportsWords> = {
  facts: { joined: (day) => `With the programme since ${day}` },
}
