import type { ImportColumn } from '#domain/people/import-columns.ts'
import type { ImportProblem } from '#domain/people/import-settings.ts'

const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`)
const lines = (n: number): string => (n === 1 ? '1 line' : `${n} lines`)

export const imports = {
  title: 'Bring in people from a spreadsheet',
  link: 'Bring in people from a spreadsheet',
  intro:
    'For people who were with you before you used this platform: their names, how they are reached, and what they did until now. You see first what would happen. Nobody is written to.',
  what: 'What is taken of their time before',
  whatHelp:
    'Since when they are with you, training that they completed elsewhere, their town and their languages. It is told on their record as what your list says, and it is no evidence here. Whoever was signed off before is not ready by that: their record says so, and you sign them off here in the usual way.',
  list: 'The list',
  listHelp:
    'Copy the rows from the spreadsheet, with their headings. At most 10,000 people at a time.',
  file: 'Or take the list from a file (CSV)',
  fileHelp:
    'In a spreadsheet, choose “Save as” and then “CSV UTF-8”. Excel files (.xlsx) cannot be read here. A file that you choose is taken in place of the box above.',
  language: 'In which language do they read, where the list does not say?',
  kept: 'What you upload is deleted as soon as the people are in or you throw it away, and after 7 days at the latest.',
  upload: 'Look at the list',
  refused: {
    empty: 'Paste the rows, or choose a file',
    'not-text': 'This file is no CSV. In the spreadsheet, choose “Save as” and then “CSV UTF-8”',
    'too-large': 'This list is too large. Divide it into several, of at most 10,000 people each',
  },
  before: 'Lists so far',
  columnWhen: 'Uploaded',
  columnWho: 'By',
  columnState: 'Where it stands',
  open: 'To be looked at',
  running: (n: number, all: number) => `${n} of ${all} so far`,
  isDone: (made: number, added: number) =>
    `${people(made)} new${added ? `, added to ${people(added)}` : ''}`,
  nothingYet: 'Nothing has been written yet.',
  throwAway: 'Throw this list away',
  gone: 'What was uploaded has been deleted, as it lay here for 7 days. Upload the list again.',
  notAList:
    'This cannot be read as a list: a quotation mark may be missing. Save the spreadsheet as “CSV UTF-8” and upload it again.',
  isEmpty: 'There is nobody in this list. Throw it away and upload another one.',
  tooMany: (n: number) =>
    `This list has ${n} people, and at most 10,000 can come at a time. Divide it, throw this one away and upload the parts.`,
  letters: {
    title: 'Do these names look right?',
    legend: 'Choose the line in which the names look right',
    none: 'If none does, throw the list away and save it as “CSV UTF-8”.',
    missing: 'Choose the line in which the names look right',
    go: 'Use these names',
  },
  columns: {
    title: 'What is in which column?',
    intro: 'This is our guess. Look at each column: below it are its first lines.',
    column: (n: number) => `Column ${n}`,
    leaveOut: 'Leave it out',
    kinds: {
      name: 'The whole name',
      given: 'First name',
      family: 'Last name',
      email: 'E-mail',
      phone: 'Phone',
      language: 'Language they read here (English or Spanish)',
      cohort: 'Cohort (must be there already)',
      joined: 'With you since',
      place: 'Town',
      languages: 'Languages they speak',
      training: 'Training completed elsewhere',
      'trained-on': 'Day of the training',
      'trained-at': 'Where they were trained',
      'signed-off-on': 'Signed off before: on which day',
      'signed-off-until': 'Signed off before: until when',
      'signed-off-at': 'Signed off before: who did it, or where',
    } satisfies Record<ImportColumn, string>,
    headings: 'The first line holds headings, not a person',
    problems: {
      'no-name': 'Say which column holds the name',
      twice: 'Two columns cannot hold the same. Leave one of them out',
      'name-and-parts': 'Choose either the whole name, or first and last name',
    },
    go: 'Use these columns',
    again: 'Change what is in which column',
  },
  order: {
    legend: (example: string) => `How are days written in this list? For example ${example}`,
    'day-first': 'The day first',
    'month-first': 'The month first',
    missing: 'Say whether the day or the month comes first',
    read: {
      'day-first': 'Days are read with the day first.',
      'month-first': 'Days are read with the month first.',
    },
    go: 'Read days so',
  },
  check: {
    title: 'Look at the list before people come in',
    count: (coming: number, added: number, leftOut: number) =>
      `${people(coming)} would come in${added ? `, and something would be added to ${people(added)}` : ''}. ${lines(leftOut)} would be left out.`,
    notTaken: (headings: string) => `These columns are left out: ${headings}.`,
    faults: 'Lines that are left out, and why',
    more: (n: number) => `These are the first ones. All ${lines(n)} are in the file.`,
    save: 'Save all lines that are left out (CSV)',
    saveHelp:
      'Mend them in your spreadsheet and upload them as a list of their own, or start over.',
    line: 'Line',
    whatStands: 'What it says',
    why: 'Why',
    go: (n: number) => `Bring in ${people(n)}`,
    sample: 'The first people who would come in',
    before: 'From the time before',
  },
  here: {
    title: 'Some seem to be here already',
    intro: (n: number) =>
      n === 1
        ? 'In 1 line there is the name or the e-mail of somebody who is here already. Nobody decides that but you.'
        : `In ${n} lines there is the name or the e-mail of somebody who is here already. Nobody decides that but you.`,
    legend: 'What becomes of these lines?',
    leave: 'Leave them all out',
    add: (n: number) =>
      `Where name and contact are the same (${lines(n)}), add what the list says to who is here. Ask me about the rest.`,
    each: 'Ask me about each of them',
    missing: 'Say what becomes of these lines',
    go: 'Save and go on',
    ask: (line: number, name: string) => `Line ${line}: ${name}`,
    same: (name: string) => `This is ${name}, who is here. Add what the list says`,
    why: {
      both: 'the same name and the same contact',
      name: 'the same name, no contact in common',
      contact: 'the same e-mail, another name',
    },
    new: 'This is somebody else. Make them new',
    leaveOne: 'Leave this line out',
    left: (n: number) => (n === 1 ? '1 is still to be said.' : `${n} are still to be said.`),
  },
  problems: {
    'name-missing': 'the name is missing: write it',
    'name-too-long': 'the name is longer than 100 characters: shorten it',
    'name-address': 'the name has an address, @, < or > in it: write only the name',
    'letters-lost': 'letters were lost when the list was saved: save it as “CSV UTF-8”',
    formula: 'the cell begins like a formula (=, +, - or @): write it as plain text',
    'too-long': 'the cell is longer than 300 characters: shorten it',
    'too-many-columns':
      'the line has more cells than the list has columns: look for a stray comma or semicolon',
    'email-malformed':
      'the e-mail address is not complete: write it as name@example.org, or leave it empty',
    'phone-malformed': 'this is no phone number: write only the number, or leave it empty',
    'language-unknown':
      'people read here in English or Spanish: write one of them, or leave it empty',
    'cohort-unknown': 'there is no cohort of this name: make it first, or correct the name',
    'date-unclear': 'this is not read as a day: write it as 2020-04-03',
    'date-short-year': 'write the year with four digits',
    'date-number': 'the day is a number: format the column as dates before you save it',
    'date-other-order':
      'in this order there is no such month: are day and month the other way round?',
    'date-not-there': 'the calendar does not have this day',
    'date-future': 'the day is still to come',
    'date-too-old': 'the day is before 1920',
    'until-before': 'it ends before it begins',
    'training-without-name':
      'a day or a place of a training, but not which one: write it, or leave both empty',
    twice: 'the same person, with the same contact, is in the list twice',
    'left-out': 'seems to be here already, and you left the line out',
    undecided: 'seems to be here already, and nothing was said about it',
    meanwhile: 'somebody else brought in a person of this name meanwhile: look under “People”',
  } satisfies Record<ImportProblem, string>,
  twiceLine: (line: number) => `first in line ${line}`,
  fault: (column: string, why: string) => `${column}: ${why}`,
  partly: {
    title: 'Not everybody is in yet',
    text: (n: number, all: number) =>
      `The list has ${lines(all)}, and ${people(n)} ${n === 1 ? 'is' : 'are'} in. Nobody is in twice, and nothing is lost. Go on when you like.`,
    go: 'Go on',
  },
  done: {
    title: (n: number) => `${people(n)} came in`,
    added: (n: number) =>
      `Something was added to ${people(n)} who ${n === 1 ? 'was' : 'were'} here.`,
    leftOut: (n: number) => `${lines(n)} ${n === 1 ? 'was' : 'were'} left out.`,
    deleted: 'What you uploaded is deleted. The lines that were left out are kept for 7 days.',
    deletedAll: 'What you uploaded is deleted, and the lines that were left out as well.',
    next: 'Nobody was written to. Tell people that they can sign in: by e-mail they ask for a code on the page “Sign in”; whoever has no e-mail gets a code from their record.',
    people: 'See the people',
  },
  facts: {
    title: 'What a list says of the time before',
    from: (name: string, day: string) =>
      `From a list that ${name} brought in on ${day}. Nobody has checked it here, and it is no evidence.`,
    joined: (day: string) => `With the program since ${day}`,
    training: (what: string) => `Training elsewhere: ${what}`,
    'signed-off': 'Signed off before',
    'signed-off-help':
      'That does not make anybody ready here. A coordinator confirms it by a sign-off of this platform.',
    place: (place: string) => `Town: ${place}`,
    languages: (languages: string) => `Speaks ${languages}`,
    at: (place: string) => `at or by ${place}`,
    on: (day: string) => `on ${day}`,
    until: (day: string) => `until ${day}`,
  },
  csv: { line: 'Line', why: 'Why it was left out' },
}
export type ImportsWords = typeof imports
