import type { PrintWords } from '../en/print.ts'
import type { Otherwise } from '../otherwise.ts'

export const print: Otherwise<PrintWords> = {
  questionsHelp: 'Tick your answers. Your coordinator can go through them with you.',
}
