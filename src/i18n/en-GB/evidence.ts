import type { EvidenceWords } from '../en/evidence.ts'
import type { Otherwise } from '../otherwise.ts'

export const evidence: Otherwise<EvidenceWords> = {
  gone: { left: 'Left the programme' },
  noteKindHelp: {
    shared: 'The trainee reads it, and the observers of the programme too.',
    internal:
      'Only coordinators of this programme read it. Write what you would be ready to show the person.',
    concern:
      'Something about safety or well-being. Only coordinators of this programme read it. It stays on their start page until somebody says what was done.',
  },
  askWhoSees:
    'The coordinators of your programme read this. Please do not write the names of the people you support.',
}
