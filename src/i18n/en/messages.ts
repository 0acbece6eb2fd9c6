/** Messages of coordinators to one or to many. */
import type { Language } from '#domain/course/language.ts'
import type { TextProblem } from '#domain/people/message.ts'

export const messages = {
  title: 'Messages',
  intro:
    'What you and your colleagues wrote to one or to several people. Each of them reads it under “Messages” when they sign in.',
  none: 'No message was sent yet. Choose people in the list, then “Write to them”.',
  choose: 'Choose people to write to',
  templates: 'Texts that you use again',
  columns: { when: 'When', by: 'From', text: 'Text', people: 'People' },
  write: 'Write to them',
  writeOne: 'Write a message',
  writeTitle: 'Write a message',
  to: (n: number) => (n === 1 ? 'It goes to 1 person' : `It goes to ${n} people`),
  toNobody: 'It can go to nobody of those that you chose.',
  not: (n: number) =>
    n === 1
      ? '1 does not get it: only trainees and mentors who are here do.'
      : `${n} do not get it: only trainees and mentors who are here do.`,
  more: (n: number) => `and ${n} more`,
  tooMany: 'These are more than 10,000. Narrow the list down first.',
  template: 'Begin with a text that you use again',
  noTemplate: 'None',
  useTemplate: 'Put it in',
  text: { en: 'Text in English', es: 'Text in Spanish' } satisfies Record<Language, string>,
  readBy: (n: number) =>
    n === 0 ? 'None of them reads this language.' : n === 1 ? 'For 1 person.' : `For ${n} people.`,
  placeholders: '{name} stands for the name of each of them, {sender} for yours.',
  moreWords: 'More words that you can use',
  whoSees: 'Everybody who gets it can read it, and your fellow coordinators.',
  preview: 'Look at it first',
  previewTitle: 'This is how it reads',
  previewFor: (name: string) => `For ${name}, for example:`,
  byMail: (n: number) =>
    n === 0
      ? 'Nobody is told by mail.'
      : n === 1
        ? '1 person is told by mail that something is there.'
        : `${n} people are told by mail that something is there.`,
  mailSays:
    'The mail only says: “There is something for you. Sign in to see it.” Your text is not in it.',
  notByMail: (n: number) =>
    n === 1
      ? '1 person is not told by mail and reads it at the next sign-in. Call, or copy the text:'
      : `${n} people are not told by mail and read it at the next sign-in. Call, or copy the text:`,
  copy: { en: 'The text in English, to copy', es: 'The text in Spanish, to copy' } satisfies Record<
    Language,
    string
  >,
  send: (n: number) => (n === 1 ? 'Send it to 1 person' : `Send it to ${n} people`),
  change: 'Change the text',
  problems: {
    missing: 'Write the text in this language: somebody reads it',
    'too-long': 'The text is too long. Use at most 2,000 characters',
    brace: 'A brace is open or too many. Write { and } only around a word such as {name}',
    unknown: (name: string) => `Nothing stands for ${name}. Use one of those above the field`,
  } satisfies Record<TextProblem['kind'], unknown>,
  changed: 'Meanwhile others are meant, or nobody. Look at it again',
  saidBefore:
    'The same text went to one of them within the last hour. Nothing was sent: look under “Messages”, or write it in other words',
  sentTitle: (day: string) => `Message of ${day}`,
  sentNote: 'The message is there. Who is told by mail is worked out within a minute.',
  sentBy: (name: string, n: number) =>
    n === 1 ? `From ${name}, to 1 person` : `From ${name}, to ${n} people`,
  counts: {
    mailed: (n: number) => `Told by mail: ${n}`,
    not: (n: number) => `Not told by mail: ${n}`,
    open: (n: number) => `Not looked at yet: ${n}`,
  },
  person: 'Name',
  phone: 'Phone',
  how: 'By mail',
  notYet: 'Not looked at yet',
  templatesTitle: 'Texts that you use again',
  templatesIntro:
    'You and your fellow coordinators can use them. Nothing is sent from here: choose people first.',
  templatesNone: 'None yet.',
  templateNew: 'A new text',
  templateEdit: 'Change a text',
  templateName: 'What you call it',
  templateNameHelp: 'Only coordinators see this.',
  templateSave: 'Save the text',
  templateAway: 'Put it away',
  templateSaved: 'Saved.',
  nameProblems: {
    missing: 'Write what you call it',
    'too-long': 'Use at most 80 characters for the name',
  },
  meanwhile: 'A colleague changed this text meanwhile. Open it again to see their version',
  starters: {
    session: {
      name: 'Come to a session',
      text: 'Hello {name},\n\nwe meet soon, and it would be good to have you there. You find the day and the place on your start page.\n\n{sender}',
    },
    away: {
      name: 'We have not seen you for a while',
      text: 'Hello {name},\n\nwe have not seen you here for a while. That is fine. If something is in the way, call me or write under “Ask a question”. You can go on where you left off.\n\n{sender}',
    },
    thanks: {
      name: 'Thank you',
      text: 'Hello {name},\n\nthank you for your time and your care.\n\n{sender}',
    },
  },
}

export type MessagesWords = typeof messages
