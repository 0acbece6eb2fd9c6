import type { IncidentKind, IncidentTold } from '#domain/reviews/incident.ts'

/** Incidents and complaints about a mentor. */
export const incidents = {
  title: 'Incidents and complaints',
  intro:
    'A record of its own, with who looks after it, each step and how it ended. The person it is about cannot read it.',
  link: 'Incidents and complaints',
  kind: 'What is it?',
  kinds: {
    incident: 'Something happened',
    complaint: 'Somebody complained',
  } satisfies Record<IncidentKind, string>,
  happenedOn: 'On which day?',
  text: 'What happened, or what was said?',
  textHelp:
    'As it was told, and who told it. Please do not write the names of the people they support.',
  owner: 'Who looks after it?',
  nextOn: 'By which day is the next step to be taken?',
  nextHelp: 'On that day it stands at the top of the list again.',
  whoSees: 'Only coordinators can read this.',
  save: 'Write it down',
  saved: 'It is written down.',
  was: (kind: IncidentKind, day: string) =>
    kind === 'incident' ? `Incident of ${day}` : `Complaint of ${day}`,
  by: (name: string, day: string) => `Written by ${name}, ${day}`,
  open: 'Open',
  ended: 'Ended',
  openOne: 'Open it',
  stepTitle: 'Incident or complaint',
  stepBy: (name: string, day: string) => `${name}, ${day}:`,
  ownerNow: (name: string) => `${name} looks after it.`,
  nextBy: (day: string) => `Next step by ${day}.`,
  wasTold: 'The mentor was told:',
  step: 'What was done?',
  stepHelp: 'Where it ends: what was decided, and why.',
  ends: 'This ends it',
  endsHelp: {
    whole: 'The mentor then reads what you wrote above, as a note.',
    outline: 'The mentor then reads, as a note, the sentence that you write below.',
    none: 'The mentor is told nothing here.',
  } satisfies Record<IncidentTold, string>,
  told: 'What the mentor reads at the end',
  toldHelp: 'Only where it ends. In words that you would say to them.',
  stepSave: 'Save the step',
  meanwhile: 'Somebody wrote a step or ended it while you had this page open. You see it below.',
  toldRule: 'What is a mentor told when an incident or a complaint about them ends?',
  toldRules: {
    whole: 'What was decided, and why',
    outline: 'A sentence that the coordinator writes',
    none: 'Nothing',
  } satisfies Record<IncidentTold, string>,
  problems: {
    'kind-missing': 'Choose what it is',
    'text-missing': 'Write what happened or was done',
    'too-long': 'The text is too long. Use at most 4,000 characters',
    'owner-missing': 'Choose a coordinator who looks after it',
    'told-missing': 'Write what the mentor reads at the end',
    'ends-or-day': 'Choose one: it ends, or there is a next step on a day',
    'day-malformed': 'Write the day as a date',
    'day-future': 'Choose today or a day before',
    'again-missing': 'Write the day as a date',
    'again-past': 'Choose a day after today',
    'again-too-far': 'Choose a day within 12 months',
  },
}

export type IncidentsWords = typeof incidents
