/** The register of mentors, its downloads, and the API with its tokens. */
import type { Absence } from '#domain/register/register.ts'

const absences: Record<Absence, string> = {
  disabled: 'Account closed',
  archived: 'Left the program',
  withdrawn: 'Sign-off withdrawn',
  decided: 'A newer decision',
  'second-signature': 'Waits for a second signature',
  commitment: 'Has not signed the commitment yet',
  expired: 'Sign-off expired',
  stopped: 'Stopped until a decision',
  paused: 'Taking a pause',
  lapsed: 'A short refresher is needed',
  'on-hold': 'On hold: a required check is missing',
}

export const register = {
  menu: 'Register',
  title: 'Register of mentors',
  intro: (n: number) =>
    n === 0
      ? 'Nobody is ready to be matched today.'
      : n === 1
        ? '1 mentor is ready to be matched today.'
        : `${n} mentors are ready to be matched today.`,
  found: (n: number) =>
    n === 0
      ? 'No mentor fits what you look for.'
      : n === 1
        ? '1 mentor fits what you look for.'
        : `${n} mentors fit what you look for.`,
  rule: 'This lists only mentors whose sign-off holds today: signed by everyone who must sign, not expired, not paused, no refresher open.',
  tabs: { ready: 'Ready today', left: 'Who left, and why' },
  filter: 'Find a mentor',
  area: 'Comfortable with',
  language: 'Language',
  contact: 'Way of contact',
  capacity: 'Can support at least',
  people: (n: number) => (n === 1 ? '1 person' : `${n} people`),
  free: (n: number) => (n === 0 ? 'no place free' : n === 1 ? '1 place free' : `${n} places free`),
  place: 'Part of the place',
  placeTooLong: 'Write at most 100 letters of the place',
  all: 'All',
  show: 'Show',
  clear: 'Show all mentors',
  columnName: 'Mentor',
  columnConditions: 'Conditions and no-go areas',
  columnAreas: 'Comfortable with',
  columnReach: 'Languages, ways of contact, place',
  columnCapacity: 'How many people',
  columnUntil: 'Holds until',
  conditions: 'Conditions',
  noGo: 'Not for',
  noConditions: 'No conditions',
  nothing: '–',
  leftIntro:
    'Everybody who was once signed off and is not in the register today. Nothing here is a judgment: people pause, move on and come back.',
  leftNone: 'Nobody.',
  columnWhy: 'Why',
  columnSince: 'Since',
  columnReason: 'What was said',
  unknownDay: 'Not known',
  moved: 'Moved to another program',
  absences,
  withCount: (text: string, n: number) => `${text} (${n})`,
  print: 'Print',
  export: 'Save as a file',
  exportTitle: 'Save the register as a file',
  exportIntro:
    'The file holds the mentors that you just looked for, with names, conditions and no-go areas. Keep it where only coordinators can read it, and delete it when it is old: tomorrow the register may be different.',
  exportOnly: (looked: string) => `Looked for: ${looked}.`,
  exportWritten: 'That you saved it is written in the audit trail.',
  format: 'Which kind of file?',
  formats: {
    csv: 'CSV with commas',
    semicolon: 'CSV with semicolons',
    xlsx: 'Excel workbook (.xlsx)',
    json: 'For another program (JSON)',
  },
  formatHelp: {
    csv: 'For spreadsheets in English.',
    semicolon: 'For spreadsheets in Spanish or German, which show commas as one column.',
    xlsx: 'Opens as a table in every spreadsheet.',
    json: 'The same as the API answers.',
  },
  tables: 'Which kind of file do you want for tables?',
  tablesHelp: 'For the register and the reports.',
  tablesOther: 'Choose another kind of file',
  formatMissing: 'Choose a kind of file',
  exportDo: 'Save the file',
  csv: {
    name: 'Mentor',
    conditions: 'Conditions',
    noGoAreas: 'Not for',
    comfortAreas: 'Comfortable with',
    areaGrounds: 'What these areas rest on',
    languages: 'Languages',
    contactWays: 'Ways of contact',
    capacity: 'How many people',
    place: 'Place',
    signedOffOn: 'Signed off on',
    expiresOn: 'Holds until',
    id: 'Id',
  },

  tokens: {
    menu: 'API tokens',
    title: 'API tokens',
    intro:
      'A token lets another system read the register of one program, for example to propose a match. It reads what is ready today and nothing else.',
    docs: 'How the API works',
    description: 'The description for other systems is at',
    none: 'There is no token yet.',
    columnName: 'Name',
    columnProgramme: 'Program',
    columnScopes: 'May',
    columnUntil: 'Holds until',
    columnUsed: 'Last used',
    columnState: 'State',
    never: 'Never',
    states: { valid: 'In use', expired: 'Expired', revoked: 'Revoked' },
    scopes: { 'mentors:read': 'Read the register of mentors' },
    revoke: 'Revoke',
    revokeNamed: (name: string) => `Revoke ${name}`,
    make: 'Make a token',
    name: 'What is it for?',
    nameHelp:
      'The name of the system that will use it. It is shown here, and to the mentors of the program under “Who can see my information”.',
    programme: 'Program',
    scope: 'What may it do?',
    holds: 'How long should it be valid?',
    days: (n: number) => (n === 365 ? '1 year' : `${n} days`),
    problems: {
      'name-missing': 'Write what the token is for',
      'name-too-long': 'Use at most 100 characters',
      'programme-missing': 'Choose a program',
      'scope-missing': 'Choose what the token may do',
      'days-missing': 'Choose how long the token should be valid',
      twice:
        'This form was sent twice. The token was made and shown once. If you did not see it, revoke it and make a new one',
    },
    madeTitle: 'Copy the token now',
    madeIntro:
      'It is shown only this once. Put it where the other system keeps its secrets. Do not send it by e-mail.',
    token: 'Token',
    madeBack: 'I have copied it',
  },

  api: {
    'token-missing': 'Send a token: Authorization: Bearer <token>',
    'token-unknown': 'This token is not known',
    'token-revoked': 'This token was revoked',
    'token-expired': 'This token has expired',
    'scope-missing': 'This token may not read mentors',
    'other-programme': 'This token is for another program',
    'not-found': 'No mentor with this id is ready today in this program',
    'no-such-address': 'There is nothing at this address. What there is: /api/v1/openapi.json',
    'too-many': 'Too many requests. Try again later',
    malformed: 'This cannot be read',
    'method-not-allowed': 'Only GET is answered here',
  },
}

export type RegisterWords = typeof register
