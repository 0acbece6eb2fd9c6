import type { PairingWords } from '../en/pairing.ts'
import type { Otherwise } from '../otherwise.ts'

export const pairing: Otherwise<PairingWords> = {
  mine: { goodbyeLines: { 2: 'Tell what you learnt from them.' } },
  sheet: { safe: { 1: 'No money, gifts, loans or lifts.' } },
}
