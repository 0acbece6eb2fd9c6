import type { MailReason } from '#domain/people/mail-state.ts'

export const invitations = {
  join: {
    title: 'Type your code',
    intro: 'You were given a sheet or a message with a code of 12 letters and numbers.',
    go: 'Go on',
  },
  invite: {
    email: 'E-mail address',
    emailHelp: 'We send the invitation there. Without it you get the link to hand over.',
    emailHelpNoMail:
      'Sending mail is not set up here, so you get the link to hand over. The address is kept with the invitation until it is used.',
    emailMalformed: 'Write the e-mail address as name@example.org, or leave it empty',
    cohort: 'Cohort',
    noCohort: 'No cohort',
    cohortWrong: 'Choose a cohort of this program',
    many: 'Invite several people at once',
    one: 'Invite one person',
    manyTitle: 'Invite several people',
    manyIntro:
      'Paste a list, one person a line: name, e-mail, language, cohort. Only the name is needed. You can copy the rows from a spreadsheet or an address book, with their headings.',
    list: 'The list',
    listHelp:
      'For example: Rosa Díaz, rosa@example.org, Spanish. At most 500 people at a time. Nothing is written before you have seen the next page.',
    file: 'Or take the list from a file (CSV)',
    fileHelp:
      'In a spreadsheet, choose “Save as” and then CSV. A file that you choose here is taken in place of the box above.',
    fileRefused:
      'This file cannot be read as a list. Save the spreadsheet as CSV, with at most 500 people, and choose it again.',
    check: 'Check the list',
    letters: {
      title: 'Do these names look right?',
      intro:
        'The file does not say how it writes letters with accents. Nothing has been written or sent yet.',
      legend: 'Choose the line in which the names look right',
      none: 'If none does, save the file as “CSV UTF-8” and choose it again.',
      missing: 'Choose the line in which the names look right',
      go: 'Use these names',
      back: 'Choose another file',
    },
    columns: {
      title: 'What is in which column?',
      intro:
        'We could not tell from the list. Nothing has been written or sent yet. Below each column you see its first lines.',
      column: (n: number) => `Column ${n}`,
      leaveOut: 'Leave it out',
      kinds: {
        name: 'The whole name',
        given: 'First name',
        family: 'Last name',
        email: 'E-mail',
        language: 'Language',
        cohort: 'Cohort',
      },
      headings: 'The first line holds headings, not a person',
      missing: 'Choose the column that holds the name',
      go: 'Use these columns',
    },
    leftOut: (columns: string) =>
      `These columns are left out: ${columns}. Only name, e-mail, language and cohort are taken.`,
    accountHelp:
      'Who has an account already needs no second one: look under “People”. To bring them into this program too, invite them alone, without the address, and hand over the link. They sign in first and then open it.',
    hasAccount:
      'Somebody has an account with this address already. If they should join this program too, leave the address empty and hand over the link: they sign in first and then open it',
    same: {
      legend: (name: string, lines: readonly number[]) =>
        `The name ${name} is in lines ${lines.join(', ')}. Are they different people?`,
      different: 'Yes, different people: invite each of them',
      same: 'No, one person: invite only the first line',
      missing: 'Say whether they are different people',
    },
    doThem: 'Invite these people',
    previewTitle: 'Look at the list before you invite',
    previewNothing: 'Nothing has been written or sent yet.',
    previewCount: (good: number, bad: number) =>
      `${good === 1 ? '1 person can be invited' : `${good} people can be invited`}${bad ? `, ${bad === 1 ? '1 line has a problem' : `${bad} lines have a problem`}` : ''}.`,
    line: 'Line',
    name: 'Name',
    mail: 'E-mail',
    language: 'Language',
    state: 'Result',
    fine: 'Fine',
    unreachable:
      'Not mailed: our mail server cannot write to an address with letters such as é or ñ before the @. Hand over the link.',
    rowProblems: {
      'name-missing': 'the name is missing',
      'name-too-long': 'the name is longer than 100 characters',
      'name-address': 'the name has an address, @, < or > in it',
      'letters-lost': 'letters were lost when the list was saved: save it as “CSV UTF-8”',
      'email-malformed': 'the e-mail address is not complete',
      'language-unknown': 'the language is not English or Spanish',
      'cohort-unknown': 'there is no cohort of this name',
      'too-many-columns': 'there are more than 4 columns',
      formula: 'a cell starts with =, +, - or @, as a formula does',
      twice: 'this person is in the list twice',
      'same-name': 'another line has the same name: see the question below',
      'has-account': 'has an account already',
      'already-invited': 'an invitation to this address is waiting already',
    },
    refusals: {
      empty: 'Paste at least one name',
      'not-a-list':
        'We could not read this as a list. Check the quotation marks, or paste it without them',
      'too-many': (rows: number) =>
        `The list has ${rows} lines. Invite at most 500 people at a time`,
    },
    mend: 'Change the list',
    doIt: (n: number) => (n === 1 ? 'Invite 1 person' : `Invite ${n} people`),
    onlyGood: 'Lines with a problem are left out.',
    twice: 'This list was used already. The invitations are there; for a lost link make it again.',
    doneTitle: (n: number) => (n === 1 ? 'The invitation is ready' : `${n} invitations are ready`),
    doneMailed: (n: number) =>
      n === 1
        ? '1 of them waits to go out by mail. The list of invitations says whether it was sent.'
        : `${n} of them wait to go out by mail. The list of invitations says which were sent.`,
    doneOnce:
      'Links and codes are shown only this once. Copy them, or print this page: each person gets a card.',
    cardFor: (name: string) => `For ${name}`,
    cardOpen: 'Open this address, or point your phone’s camera at the square:',
    cardCode: (address: string) => `Or go to ${address} and type this code:`,
    cardQuestions: (phone: string) => `Questions? Call ${phone}.`,
    cardUntil: 'It works once, for 30 days.',
    mailedTo: (address: string) => `Also goes by mail to ${address}`,
    toList: 'See whether it was sent',
  },
  mailState: {
    queued: 'Waits to go out by mail',
    queuedAgain: (reason: string, time: string) =>
      `Not sent yet: ${reason} The next try is on ${time}.`,
    sent: (time: string) => `Sent on ${time}: the mail server took it`,
    refused: (reason: string) => `Not sent: ${reason} Make it again and hand it over.`,
    reasons: {
      address: 'the mail server refuses this address. Please check it.',
      full: 'the mailbox there is full.',
      'not-let-in': 'the mail server does not let this platform in. Tell who runs it.',
      certificate: 'the mail server cannot show who it is. Tell who runs this platform.',
      away: 'the mail server cannot be reached.',
      other: 'the mail server did not take it.',
    } satisfies Record<MailReason, string>,
    trouble: (n: number) =>
      n === 1 ? '1 invitation did not go out by mail' : `${n} invitations did not go out by mail`,
    troubleMore: (n: number) =>
      `More than ${n} invitations did not go out by mail. These are the oldest:`,
  },
  mail: {
    subject: 'Your invitation',
    text: (m: { name: string; inviter: string; url: string; code: string }) =>
      `Hello ${m.name},\n\n${m.inviter} invites you to Alongside.\n\nOpen this link to start. It works once, for 30 days:\n${m.url}\n\nIf you did not expect this message, you can delete it.\n`,
  },
  several: {
    choose: 'Choose',
    help: 'Choose invitations in the list, or all of them. You see first who gets a new one.',
    all: (n: number) =>
      n === 1 ? 'The 1 invitation of this list' : `All ${n} of this list, at most 400 at a time`,
    look: 'Invite again, and look at it first',
    title: 'Invite several people again',
    nothingYet: 'Nothing has been sent yet. Links and codes that they have now stop working.',
    mailed: (n: number) => (n === 1 ? '1 person gets a mail:' : `${n} people get a mail:`),
    handed: (n: number) =>
      n === 1 ? '1 person gets a card to hand over:' : `${n} people get a card to hand over:`,
    not: (n: number) =>
      n === 1
        ? 'With 1 it does not work: it was used or withdrawn meanwhile.'
        : `With ${n} it does not work: they were used or withdrawn meanwhile.`,
    nobody: 'Nobody is chosen.',
    do: (n: number) => (n === 1 ? 'Invite 1 person again' : `Invite ${n} people again`),
    twice: 'This was done already. For a lost link make that invitation again',
  },
  list: {
    title: 'Invitations',
    intro: 'Invitations that nobody has used yet.',
    introStaff: 'Invitations of coordinators that nobody has used yet.',
    withdrawn: 'The invitation is withdrawn. Its link and code no longer work.',
    waiting: 'Waiting',
    expired: 'Too old',
    invite: 'Invite a person',
    columnName: 'For',
    columnRole: 'As',
    columnMade: 'Made',
    columnUntil: 'Valid until',
    columnDo: 'Do',
    again: 'Make it again',
    againFor: (name: string) => `Make it again: the invitation for ${name}`,
    againHelp: 'A new link and code; the old one stops working.',
    revoke: 'Withdraw',
    revokeFor: (name: string) => `Withdraw the invitation for ${name}`,
  },
}

export type InvitationsWords = typeof invitations
