import type { ManageWords } from '../en/manage.ts'
import type { Otherwise } from '../otherwise.ts'

export const manage: Otherwise<ManageWords> = {
  intro: 'Invite coordinators for each programme. They invite trainees and observers.',
  programmes: 'Programmes',
  nobodyCoordinates: (needs: number, danger: number) =>
    `Nobody coordinates this programme, so nobody sees who waits there: ${needs === 1 ? '1 person waits' : `${needs} people wait`} for somebody${danger ? `, ${danger} with a concern, a hard time or a lapse` : ''}. Invite a coordinator.`,
  exampleWarning:
    'The contact details of this programme are still examples. Put your own under “Words and contacts” before real people use it.',
  name: 'Name of the programme',
  organisation: 'Name of the organisation',
  terms: { program: 'What you call the programme inside a sentence' },
  boxProblems: {
    missing: 'Write this, in each language of the programme',
    example: 'This server is used by real people. Put your own contact and take the tick away',
  },
  rulesIntro: 'They hold for this programme, as soon as you save them.',
}
