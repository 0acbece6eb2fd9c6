/** How long each kind of row is kept. The table with the reasons is docs/retention.md; both say the same. */

import { DAY_MS } from '#domain/calendar/days.ts'

export const KEPT_DAYS = {
  /** Signed-in browsers, after their absolute end. */
  sessions: 0,
  /** One-time links, after they were used, withdrawn or ended. */
  links: 90,
  /** Tries of passwords and codes, after their time. */
  attempts: 1,
  /** Mail, after it was sent or given up; its text is emptied as soon as it was sent. */
  outbox: 30,
  /** That somebody was told of something; longer than anything is still told (`TOLD_WITHIN`). */
  notices: 90,
  /** Applications, after the conversation that closed them. */
  applications: 365,
  /** Applications that nobody ever answered. */
  unansweredApplications: 730,
  /** Sign-offs that were begun, after their last answer. */
  signOffDrafts: 90,
  /** Openings of imported packages, after their end; what they reported is kept. */
  packageLaunches: 30,
  /** Who has a form open that others could send too. */
  openForms: 1,
  /** Internal and concern notes, what was done about them, who took a task, who looked after them, stops, incidents and checks, after the person left the programme. */
  notes: 730,
  /** Lists of people that were uploaded, and the lines of them that were left out. */
  importFiles: 7,
  /** Details of somebody (whom to call, what they need, what they would talk about), after they left their last programme. */
  profiles: 180,
  /** Who signed up for a group session and who did not come, after it began; who came is kept. */
  groupSignUps: 365,
  /** How to reach whoever asked for a mentor, after the request ended. */
  requestContacts: 30,
  /** The same where nobody was found, after it came, or after the latest pairing ended. */
  unmatchedContacts: 90,
  /** What a request said, and what was tried for it, after it ended; that there was one stays. */
  requests: 365,
  /** What was said of a pairing, by the coordinator who asked and in the form at its end, after it ended; its days stay. */
  pairings: 365,
  /** Who came in, who was turned away, and who asked for what is not theirs. */
  security: 180,
  /** What somebody asked about what is kept of them, after it was answered. */
  dataRequests: 730,
  /** Who saw a record or an export. */
  seen: 730,
} as const

export type Kept = keyof typeof KEPT_DAYS

/** @returns the moment (milliseconds since 1970) before which rows of each kind go */
export const cutoffsAt = (now: number): Readonly<Record<Kept, number>> =>
  Object.fromEntries(
    Object.entries(KEPT_DAYS).map(([kind, days]) => [kind, now - days * DAY_MS]),
  ) as Record<Kept, number>
