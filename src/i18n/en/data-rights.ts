/** What somebody can have done with what is kept of them, and what staff do when they ask. */
import type { DataAnswer, DataKind } from '#domain/people/own-data.ts'
import type { OwnKept } from '#domain/retention/own-kept.ts'

export const dataRights = {
  title: 'My data',
  link: 'Your data',
  rowValue: 'Download it, have it put right, have it erased',
  intro:
    'What is kept of you is yours to see. You can take it with you, have something put right, and ask for all of it to be erased.',
  parts: {
    download: {
      title: 'Download all of it',
      text: 'One file (zip): pages to read, and the same for other software.',
    },
    kept: {
      title: 'How long it is kept',
      text: 'Each kind of thing, and from which day on yours goes.',
    },
    looks: { title: 'Who looked at your record', text: 'Whoever opened it, and when.' },
    notes: {
      title: 'See what staff wrote among themselves',
      text: 'Internal notes and the like. A coordinator looks at them first, because others may be named in them.',
    },
    correct: {
      title: 'Ask for a correction',
      text: 'Something that is wrong and that you cannot change yourself.',
    },
    erase: {
      title: 'Ask for everything to be erased',
      text: 'What goes, what stays and why, and what cannot be reached.',
    },
  },
  asked: {
    title: 'What you asked',
    none: 'Nothing yet.',
    kinds: {
      notes: 'You asked to see what staff wrote',
      correction: 'You asked for a correction',
      erasure: 'You asked for everything to be erased',
    } satisfies Record<DataKind, string>,
    on: (day: string) => `Asked on ${day}.`,
    waiting: {
      notes: 'It waits for a coordinator.',
      correction: 'It waits for a coordinator or an administrator.',
      erasure: 'It waits for an administrator.',
    } satisfies Record<DataKind, string>,
    answers: {
      done: (who: string, day: string) => `Done on ${day} by ${who}.`,
      'not-done': (who: string, day: string) => `Not done. ${who} answered on ${day}:`,
      'taken-back': (_: string, day: string) => `You took it back on ${day}.`,
    } satisfies Record<DataAnswer, (who: string, day: string) => string>,
    released: 'What was released is in your download.',
    held: (n: number) => (n === 1 ? 'One thing was held back:' : `${n} things were held back:`),
    heldOne: (what: string, reason: string) => `${what}: ${reason}`,
    takeBack: 'Take it back',
    takenBack: 'Taken back.',
    within:
      'By law an answer is due within one month in many countries. If none comes, ask your coordinator or the administrators.',
  },
  download: {
    title: 'Download all about you',
    intro:
      'Everything that is kept of you here, in one file. Open it with a double click; begin with the page “my-data”.',
    has: [
      'your account, your details and your roles',
      'all that you did and wrote in the course, and what you shared with nobody',
      'what others wrote down about you and you may read: observations, talks, decisions, reviews, messages',
      'who looked at your record',
      'what staff wrote among themselves, as far as a coordinator released it',
    ],
    hasNot:
      'What others told us in confidence is not in it, nor passwords and keys. The file says what was left out, and why.',
    careful: 'Whoever has the file can read all of it. Do not save it on a device that others use.',
    closed:
      'You came in with a code that staff made. What you wrote for yourself alone before that is left out; come by a way of your own to have it, too.',
    button: 'Download',
  },
  notes: {
    title: 'Ask to see what staff wrote',
    intro:
      'Coordinators write notes among themselves: what they worry about, what they agreed to do. You may ask to see them.',
    how: 'A coordinator looks at each one. It is released, or held back with a reason that you can read: for example because it is about somebody else, or because somebody would be in danger.',
    button: 'Ask for them',
    asked: 'You asked for it. It waits for a coordinator.',
    none: 'Such notes are written only about trainees and mentors. You are none, so there is nothing to ask for.',
  },
  correct: {
    title: 'Ask for a correction',
    intro: 'Your name, how we reach you and your details you can change yourself:',
    own: { name: 'Your name', reached: 'How we reach you', profile: 'Your details' },
    label: 'What is wrong, and what would be right?',
    hint: 'Say where it stands, for example: “In the last note it says that I did not come. I was there.”',
    who: 'Your coordinators and the administrators read it, and answer you here.',
    button: 'Send',
    sent: 'Sent. You find the answer under “What you asked”.',
    problems: {
      missing: 'Write what is wrong',
      'too-long': 'That is too long. Write it in 4,000 characters or less',
      waiting:
        'You have asked for a correction that nobody has answered yet. Wait for the answer, or take it back first',
    },
  },
  erase: {
    title: 'Ask for everything to be erased',
    intro: 'Your account and what is kept of you are erased for good. It cannot be taken back.',
    goesTitle: 'What goes',
    goes: [
      'your account, and every way to sign in',
      'your name, addresses and details',
      'all that you did and wrote in the course: answers, practice, reflections, notes',
      'observations, talks, reviews, messages and notes about you',
      'your certificate: whoever looks up its code finds nothing',
    ],
    staysTitle: 'What stays, without your name',
    stays: [
      'that there was a sign-off, who gave it and when – because somebody answers for it',
      'that somebody was connected with a mentor, on which days – because it is their history, too',
      'where you are staff: that a coordinator decided about others, and when',
      'a matter of safety that is still open, until it is closed, and 24 months at the longest – because somebody else may be in danger',
    ],
    beyondTitle: 'What we cannot reach',
    beyond: [
      'backups: they are kept for 12 months at the longest; whenever one is put back, you are erased again',
      'results that a learning system of somebody else keeps: ask there',
      'paper: forms that were filled in by hand, and what somebody printed',
      'what others wrote about you in texts of their own',
    ],
    first: 'You may want to download everything before that.',
    how: 'An administrator does it, after talking with you if you like. Until then you can take it back here.',
    pairing:
      'While you support somebody, that has to be ended first, so that they are told and get another mentor.',
    check: 'Yes, erase everything that is kept of me',
    problems: { check: 'Check this if you want everything to be erased' },
    button: 'Ask for it',
    sent: 'You asked for it. An administrator will do it.',
  },
  kept: {
    title: 'How long it is kept',
    intro: 'Each kind of thing that is kept of you, how long, and when yours goes.',
    columns: { what: 'What', how: 'How long', next: 'Yours' },
    /** `days` is the number of the rule, so that this page says what the program does. */
    rows: {
      account: [
        'Your account, your name, how we reach you',
        () => 'as long as you have an account',
      ],
      work: [
        'What you did and wrote, observations, decisions, reviews, messages',
        () => 'as long as you have an account',
      ],
      sessions: ['Signed-in browsers', () => 'until they end'],
      links: [
        'Links and codes that were made for you',
        (days) => `${days} days after they were used or ended`,
      ],
      outbox: ['Mail to you', (days) => `${days} days after it was sent; its text goes at once`],
      notices: ['That you were told something by mail', (days) => `${days} days`],
      applications: [
        'Your application, and the talks about it',
        (days) => `${days} days after the last talk`,
      ],
      signOffDrafts: [
        'Decisions about you that somebody began',
        (days) => `${days} days after the last change`,
      ],
      packageLaunches: [
        'When you opened packages of others',
        (days) => `${days} days after they ended`,
      ],
      groupSignUps: [
        'For which group sessions you signed up, and to which you did not come',
        (days) => `${days} days after they began`,
      ],
      profiles: [
        'Your details: who to call, what you need, your areas',
        (days) => `${days} days after you left your last program`,
      ],
      notes: [
        'What staff wrote among themselves, checks, stops, incidents',
        (days) => `${days} days after you left the program`,
      ],
      pairings: [
        'What was said of a pairing, and the forms at its end',
        (days) => `${days} days after it ended`,
      ],
      security: ['Who came in on your account, and who was turned away', (days) => `${days} days`],
      seen: ['Who looked at your record', (days) => `${days} days`],
      dataRequests: [
        'What you asked about your data, and the answers',
        (days) => `${days} days after the answer`,
      ],
      audit: [
        'That you changed something: which act, when',
        () => 'kept; it holds no words of yours',
      ],
    } satisfies Record<OwnKept, readonly [string, (days: number) => string]>,
    next: (day: string) => `the oldest goes on ${day}`,
    whenLeft: 'counts from the day on which you leave',
    nothing: 'there is nothing of yours',
    stays: 'no day: as long as you are here',
    daily:
      'The server deletes once a day. Where something could still matter for safety, it stays until the matter is closed.',
    more: 'What you asked for can go earlier: see “Ask for everything to be erased”.',
  },
  desk: {
    title: 'Asked about their data',
    menu: 'Data requests',
    kinds: {
      notes: 'wants to see what staff wrote',
      correction: 'wants something to be put right',
      erasure: 'wants everything to be erased',
    } satisfies Record<DataKind, string>,
    intro:
      'What people asked about what is kept of them. In many countries an answer is due within one month.',
    none: 'Nobody waits for an answer.',
    waits: (n: number) =>
      n === 1
        ? 'Somebody asks about their data'
        : n > 50
          ? 'More than 50 people ask about their data'
          : `${n} questions about data wait`,
    since: (day: string) => `Asked on ${day}`,
    ofProgramme: (name: string) => `For the coordinators of ${name}`,
    ofAdministrators: 'For the administrators',
    notesForCoordinators:
      'Only coordinators of the program read these notes, so only they can release them.',
    nobodyElse: 'Nobody decides about themselves: somebody else has to answer this.',
    answeredTitle: 'Answered',
    wrote: (name: string) => `${name} wrote`,
    answerTitle: 'Your answer',
    outcome: 'Was it put right?',
    outcomes: { done: 'Yes, it is put right', 'not-done': 'No' },
    doneHelp: 'Put it right first, where it stands. Then say here that you did.',
    text: 'What do you tell them?',
    textHelp: 'They read it. Where it was not put right, say why, and who they can turn to.',
    button: 'Send the answer',
    problems: {
      'outcome-missing': 'Choose whether it was put right',
      'text-missing': 'Write why it was not put right',
      'too-long': 'That is too long. Write it in 4,000 characters or less',
      answered: 'Somebody has answered it in the meantime',
    },
    saved: 'Answered. They are told.',
    review: {
      title: 'Look at what staff wrote',
      intro:
        'Release each one, or hold it back and say why. They read the reason, and that something was held back, but not what it says.',
      release: 'Release',
      hold: 'Hold back',
      reason: 'Why it is held back (they read this)',
      reasons:
        'Good reasons: it is about somebody else, too; somebody would be in danger; a matter of safety is still open. Not one: that it is unpleasant to read.',
      none: 'There is nothing that staff wrote among themselves. Send it: they are told so.',
      button: 'Send what you decided',
      rest: 'More come after these.',
      problems: {
        undecided: 'Choose for each one',
        'reason-missing': 'Write why it is held back',
        'reason-long': 'That is too long. Write it in 1,000 characters or less',
        changed: 'Something was written in the meantime. Look at the list again',
      },
    },
  },
  erasure: {
    title: (name: string) => `Erase ${name}`,
    link: 'Erase this person for good',
    linkHelp: 'You first see what goes and what stays.',
    asked: (day: string) => `They asked for it on ${day}.`,
    notAsked:
      'They have not asked for it here. Do it only if they asked in another way, and note where.',
    intro: 'For good: it cannot be taken back, and nobody can look anything up afterwards.',
    goesTitle: 'What goes',
    goes: (what: string, n: number) => `${what}: ${n}`,
    goesNothing: 'Nothing more than the account itself.',
    staysTitle: 'What stays without a name, and why',
    heldTitle: 'What stays for now, because it is about safety',
    held: {
      incident: (day: string, until: string) =>
        `An open incident or complaint of ${day}: until it is closed, ${until} at the latest`,
      concern: (day: string, until: string) =>
        `An open concern of ${day}: until it is settled, ${until} at the latest`,
    },
    staff: (n: number) =>
      `They decided about others ${n === 1 ? 'once' : `${n} times`}: their role and the day stay there, their name goes.`,
    beyondTitle: 'What cannot be reached from here',
    beyond: [
      'Backups: let none grow older than 12 months. A restore erases them again, by the file erasures.log: keep it with the data, and a copy of it in a safe place.',
      'Learning systems of others, to which packages reported: tell whoever runs them.',
      'Paper: forms that were filled in by hand, certificates, prints.',
      'What others wrote about them in texts of their own.',
    ],
    refusals: {
      'open-pairing':
        'They support somebody. End that pairing first, so that whoever asked is told and gets another mentor.',
      'last-administrator': 'They are the only administrator. Make somebody else one first.',
      oneself: 'Nobody erases themselves. Another administrator does it.',
      busy: 'Something of theirs came in this very moment. Nothing was erased: try again.',
    },
    toldFirst:
      'They are not told by mail, because their address goes, too. Tell them before or on another way.',
    type: (name: string) => `Type the name to be sure: ${name}`,
    problems: { name: 'Type the name exactly as it is written here' },
    button: 'Erase for good',
    declineTitle: 'Or do not erase',
    declineText: 'Why not? They read it.',
    decline: 'Answer without erasing',
    declineMissing: 'Write why not',
    done: 'Erased for good. Nothing of them is left in the database file.',
    doneLater:
      'Erased for good. The file is still being written anew; until that has ended, traces may be left in it.',
    /** By table of db/erasure-table.ts: what of it goes or stays, for people. */
    why: {
      applications: 'Applications that nobody joined with an account: they go at their own time',
      security_events:
        'That somebody came in or was turned away, when and how, without device and network: for 180 days, to look into a break-in',
      messages: 'Messages that went to several people: they are not about one of them',
      sign_offs:
        'That there was a sign-off, who gave it, when and until when, and the mark of its evidence; the evidence goes',
      withdrawals: 'That a sign-off was taken back, who did it and when',
      second_signatures: 'That somebody signed as the second, and when',
      commitments: 'That the commitment was signed, and when',
      proposals: 'That a mentor was asked about a request, and when',
      check_ins: 'That whoever asked was asked how it goes, and when',
      ending_forms: 'That a side sent its form at the end of a pairing',
      roles: 'Which role somebody had, from when until when',
      people: 'A number without a name, so that the rest keeps its meaning',
    } as Readonly<Record<string, string>>,
    /** By table of db/erasure-table.ts: what of it goes. */
    tables: {
      outbox: 'Mail to them',
      notices: 'What they were told by mail',
      notice_wishes: 'What they want by mail',
      find_rows: 'Places where they can be found',
      task_holds: 'Who took what about them',
      tasks: 'What waits about them',
      desk_waits: 'Waiting applications',
      open_forms: 'Forms that are open',
      first_talks: 'First talks about applications',
      applications: 'Applications, and links to them',
      application_joins: 'Applications that were joined',
      application_accounts: 'Applications that belong to the account',
      links: 'Invitations, links and codes',
      proven_addresses: 'Addresses that are known to be theirs',
      sessions: 'Signed-in browsers',
      passkeys: 'Passkeys',
      code_apps: 'Apps that make codes',
      recovery_codes: 'Recovery codes',
      factor_resets: 'Second steps that were taken away',
      declined_passkeys: 'That they want no passkey',
      calendar_feeds: 'Calendar addresses',
      person_areas: 'The areas that they chose to talk about',
      profile_fields: 'Details: who to call, what they need, languages, areas',
      records: 'What they did and wrote in the course',
      progress: 'Progress',
      overviews: 'Overviews',
      replies: 'Answers from coordinators',
      opened_sessions: 'Practice sessions opened for them',
      lapses: 'Lapses of rules',
      talks: 'Talks with a coordinator',
      outside_evidence: 'Evidence from elsewhere',
      package_launches: 'Openings of packages of others',
      package_results: 'Results of packages of others',
      observed_levels: 'What was seen in role plays',
      observations: 'Observed role plays',
      review_actions: 'What was agreed in support reviews',
      support_reviews: 'Support reviews',
      group_sign_ups: 'Sign-ups for group sessions',
      attendances: 'Attendances',
      group_absences: 'Absences',
      imported_facts: 'What lists said of them',
      imported_people: 'That a list brought them in',
      message_notes: 'Messages to them',
      notes: 'Notes and messages about them',
      follow_ups: 'What was done about closed matters',
      incidents: 'Closed incidents and complaints',
      incident_steps: 'Steps about closed incidents',
      danger_calls: 'That all were told of a danger',
      stop_ends: 'How stops ended',
      stops: 'Stops',
      check_entries: 'Checks',
      own_coordinators: 'Who looked after them',
      data_reviews: 'Decisions about notes that they asked for',
      data_answers: 'Answers about their data',
      data_requests: 'What they asked about their data',
      sign_off_drafts: 'Decisions that were begun',
      desk_people: 'Places in lists',
      register_people: 'Their line in the register',
      register_offers: 'What the register says that they offer',
      reissued_certificates: 'Certificates issued again',
      public_checks: 'Public check pages',
    } as Readonly<Record<string, string>>,
  },
}

export type DataRightsWords = typeof dataRights
