import type { ProgrammesWords } from '../en/programmes.ts'
import type { Otherwise } from '../otherwise.ts'

export const programmes: Otherwise<ProgrammesWords> = {
  make: 'Make a programme',
  makeIntro:
    'It begins as a draft: nobody sees it before you open it. Its words, areas and lines for emergencies begin as those of the programme that you choose, and you change them one section at a time.',
  languagesHelp:
    'What people of this programme can read it in. Words are needed in each of them. A language that you add later is offered as soon as nothing of it is missing.',
  problems: {
    unknown: 'Choose a programme',
    taken: 'Another programme has this name. Choose one that people can tell apart',
  },
  open: 'Open this programme',
  archive: 'Archive this programme',
  refused: {
    default:
      'This is the programme whose contacts visitors read before they sign in. Whoever runs the server names another one first (DEFAULT_PROGRAMME).',
  },
}
