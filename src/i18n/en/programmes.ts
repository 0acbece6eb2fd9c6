import type { Section } from '#domain/programme/section.ts'

export const programmes = {
  make: 'Make a program',
  makeIntro:
    'It begins as a draft: nobody sees it before you open it. Its words, areas and lines for emergencies begin as those of the program that you choose, and you change them one section at a time.',
  from: 'Begin with the words of',
  fromHelp: 'Choose one of the same country: its emergency number and its English come with it.',
  languages: 'Languages',
  languagesHelp:
    'What people of this program can read it in. Words are needed in each of them. A language that you add later is offered as soon as nothing of it is missing.',
  languagesWait: (language: string, sections: string) =>
    `${language} is not offered yet. Words are missing in: ${sections}.`,
  makeDo: 'Make the draft',
  problems: {
    unknown: 'Choose a program',
    taken: 'Another program has this name. Choose one that people can tell apart',
  },
  states: {
    draft: 'Draft: nobody sees it yet',
    open: 'Open',
    archived: 'Archived: takes nobody in any more',
  },
  sectionsTitle: 'What to fill in',
  sections: {
    about: 'Name, languages and place',
    contact: 'Contact',
    crisis: 'Lines for emergencies',
    terms: 'Your own words',
    areas: 'Areas of experience',
    checks: 'Checks on mentors',
  } satisfies Readonly<Record<Section, string>>,
  exampleEnds: 'It ends by itself when you put a phone number and an e-mail address of your own.',
  done: 'Complete',
  toDo: 'Something is missing or still an example',
  back: 'All sections',
  wordsIntro:
    'These words appear in the lessons, in the help at the bottom of each page, and in the lists of areas. Each section is saved by itself, and nothing is saved before you have seen the preview.',
  changes: 'What changes',
  changesNone: 'Nothing changes.',
  losing: {
    title: (areas: readonly string[]) => `Taken out: ${areas.join(', ')}`,
    who: (n: number) =>
      n === 0
        ? 'Nobody was signed off with it.'
        : n === 1
          ? '1 mentor was signed off with it. The decision stays as it is, but nobody is found by this area any more. Talk with them before you save:'
          : `${n} mentors were signed off with it. Their decisions stay as they are, but nobody is found by this area any more. Talk with them before you save:`,
    noGo: (name: string) => `${name} – asked not to be matched for it`,
  },
  before: 'Before:',
  after: 'Now:',
  marked: 'New words are marked in the lesson below.',
  open: 'Open this program',
  openHelp:
    'From then on people can apply, and you can invite coordinators. Everything above has to be complete, with contacts that people reach.',
  reopen: 'Take people in again',
  archive: 'Archive this program',
  archiveHelp:
    'Once it is archived, nobody applies, is invited or moved here any more. Whoever is in it goes on as before: mentors stay on the register, coordinators on their work.',
  refused: {
    'to-do': (sections: string) =>
      `It cannot open yet. Something is missing or still an example in: ${sections}.`,
    default:
      'This is the program whose contacts visitors read before they sign in. Whoever runs the server names another one first (DEFAULT_PROGRAMME).',
    waiting: (invitations: number, applications: number) =>
      `People still hope to come in: ${[
        ...(invitations
          ? [invitations === 1 ? '1 open invitation' : `${invitations} open invitations`]
          : []),
        ...(applications
          ? [applications === 1 ? '1 application' : `${applications} applications`]
          : []),
      ].join(', ')}. Answer or withdraw them first.`,
  },
  archivedHere: (programme: string) =>
    `${programme} is archived: it takes no trainees in. An administrator can open it again.`,
}

export type ProgrammesWords = typeof programmes
