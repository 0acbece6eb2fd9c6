/** Mail about what waits for somebody: what each of them wants, and what went out. */
import type { NoticeKind, NoticeMail, NoticeOutcome } from '#domain/people/notices.ts'
import type { Digest } from '#domain/readiness/digest.ts'

export const notices = {
  title: 'What we mail to you',
  link: 'What we mail to you',
  intro:
    'Everything stands here when you sign in. Where you like, we also tell you by mail that it is there.',
  neutral:
    'Such a mail only says: “There is something for you. Sign in to see it.” It never says what it is, and nothing about you.',
  noMail:
    'No mail is sent from here yet, so look in now and then. What you choose below counts as soon as there is mail.',
  noAddress: 'We have no e-mail address of yours, so nothing is mailed to you.',
  address: (email: string) => `Your mail goes to ${email}.`,
  changeAddress: 'Change your e-mail address',
  notProven:
    'Nobody has ever come in by a mail that we sent there, so we send nothing until you say so: look at the address, choose below and save.',
  refused:
    'The last mail to this address came back: the mail server does not know it. Correct the address; if it is right, save below and we try again.',
  want: 'Tell me by mail when there is',
  kinds: {
    decision: 'a decision about my sign-off',
    answer: 'an answer to what I asked or sent',
    message: 'a message from my coordinators',
    proposal: 'a question whether I am ready for somebody now',
    session: 'a group session planned or called off',
    review: 'a support review that is due',
    ending: 'a sign-off that ends soon',
    cards: 'decision cards to look at again',
    digest: 'how much is to be done',
    unusual: 'a sign-in that is unusual',
  } satisfies Record<NoticeKind, string>,
  digestWant: 'Mail me once a day how much is to be done',
  digestHelp:
    'Counts and kinds, without a name, from your work list. On a day with nothing to do no mail comes. A danger that nobody answers in time is mailed to you in any case.',
  digestDays: 'On which days?',
  days: { off: 'Never', weekdays: 'Monday to Friday', all: 'Every day' },
  digestHour: (zone: string) => `At which hour? (clocks of ${zone})`,
  hour: (hour: number) => `${hour}:00`,
  save: 'Save',
  saved: 'Saved.',
  problems: {
    days: 'Choose on which days',
    hour: 'Choose an hour',
  },
  sentTitle: 'What we told you',
  sentIntro: 'The newest first. Rows are kept for 90 days.',
  sentNone: 'Nothing yet.',
  earlier: 'Show earlier ones',
  what: {
    decision: 'A decision',
    answer: 'An answer',
    message: 'A message',
    proposal: 'A question whether you are ready for somebody',
    session: 'A group session',
    review: 'A support review',
    ending: 'A sign-off that ends soon',
    cards: 'Decision cards',
    digest: 'How much is to be done',
    unusual: 'A sign-in that is unusual',
  } satisfies Record<NoticeKind, string>,
  columns: { what: 'What', when: 'When', how: 'By mail' },
  outcomes: {
    mailed: 'Handed to the mail server; more is not kept',
    off: 'Not mailed: switched off',
    'no-address': 'Not mailed: no e-mail address',
    'not-proven': 'Not mailed: the address was never used to come in',
    'refused-before': 'Not mailed: the last mail to this address came back',
    unreachable: 'Not mailed: the mail server cannot write to this address',
    'no-mail': 'Not mailed: no mail is sent from here',
    nothing: 'Nothing was to be done',
  } satisfies Record<NoticeOutcome, string>,
  state: {
    queued: 'Waits to go out',
    queuedAgain: (reason: string, time: string) =>
      `Not sent yet: ${reason} The next try is on ${time}.`,
    sent: (time: string) => `Sent on ${time}`,
    refused: (reason: string) => `Came back: ${reason}`,
  },
  /** The coordinators' side. */
  staff: {
    title: 'Mail to this person',
    intro: 'That something waits here for them; never what it is. They switch it on and off.',
    none: 'Nothing was to be told in the last 90 days.',
    goes: (email: string) => `Mail goes to ${email}.`,
    noAddress:
      'No e-mail address is known. Only the person can add one, under “How you sign in”. Until then, call.',
    notProven: (email: string) =>
      `Nobody came in by a mail to ${email} yet, so nothing goes there until this person says so under “What we mail to you”.`,
    refused: (email: string) =>
      `Mail to ${email} comes back: the mail server does not know the address. Ask the person to correct it under “How you sign in”.`,
    noMail: 'No mail is sent from here. Tell the person yourself that something waits.',
  },
  /** The administrators' side. */
  desk: {
    title: 'Mail',
    none: 'No mail is sent from here: links are handed over, and people see what waits when they sign in.',
    from: (name: string, address: string) => `Mail comes from ${name}, ${address}.`,
    waiting: (n: number) =>
      n === 0
        ? 'Nothing waits to go out.'
        : n > 1000
          ? 'More than 1,000 wait to go out.'
          : `Waiting to go out: ${n}`,
    delayed: (n: number, reason: string) => `Tried and still waiting: ${n} – ${reason}`,
    lastSent: (time: string) => `The last one went out on ${time}.`,
    neverSent: 'None went out in the last 30 days.',
    refused: (n: number, reason: string) => `Given up in the last 30 days: ${n} – ${reason}`,
    looked: (time: string, notices: number, mails: number) =>
      `People were last told that something waits on ${time}: ${notices === 1 ? '1 thing' : `${notices} things`}, ${mails === 1 ? '1 mail' : `${mails} mails`}.`,
    lookedNothing: (time: string) => `Looked at ${time}: nobody had to be told anything.`,
    neverLooked: 'Nobody has looked yet whether somebody must be told something.',
  },
  mail: {
    subject: 'There is something for you',
    text: (m: NoticeMail) =>
      `Hello,\n\nThere is something for you. Sign in to see it:\n${m.url}\n\nYou get this mail because you can be reached here. You can switch it off:\n${m.wishes}\n`,
  },
  digest: {
    subject: 'What waits for you today',
    text: ({ lines, url, wishes }: Digest) =>
      `Hello,\n\nThis waits today:\n\n${[
        lines.first && `Please look first: ${count(lines.first)}`,
        lines.answers && `Answers to give: ${count(lines.answers)}`,
        lines.decisions && `Decisions: ${count(lines.decisions)}`,
        lines.talks && `Talks: ${count(lines.talks)}`,
        lines.offers && `New people: ${count(lines.offers)}`,
        lines.requests && `Requests for a mentor: ${count(lines.requests)}`,
        lines.rest && `Other things: ${count(lines.rest)}`,
      ]
        .filter(Boolean)
        .join(
          '\n',
        )}\n\nSign in to see it:\n${url}\n\nYou can choose another hour, or switch this off:\n${wishes}\n`,
  },
}

/** More are not counted. */
const count = (n: number): string => (n > 500 ? 'more than 500' : String(n))

export type NoticesWords = typeof notices
