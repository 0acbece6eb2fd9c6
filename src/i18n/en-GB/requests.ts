import type { RequestsWords } from '../en/requests.ts'
import type { Otherwise } from '../otherwise.ts'

export const requests: Otherwise<RequestsWords> = {
  toldHelp:
    'Tick only what the person agrees to. What is not ticked stays with the coordinators. A mentor never learns how to reach anybody from here.',
  pointedOutHelp:
    'A mentor may read it, and it could tell who somebody is or what they have. Change it, or tick this box if it is harmless.',
}
