import type { PackagesWords } from '../en/packages.ts'
import type { Otherwise } from '../otherwise.ts'

export const packages: Otherwise<PackagesWords> = {
  manage: { program: 'Programme', programmeMissing: 'Choose a programme' },
  learn: {
    listIntro: 'Courses from others that your programme has added.',
    needed: 'Your programme asks you to finish this.',
    intro:
      'Somebody else made this course. It tells your programme whether you finished it, your score, your answers and how long it took.',
  },
}
