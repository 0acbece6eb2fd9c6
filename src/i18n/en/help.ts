import type { Audience } from '#domain/help/pages.ts'

/** Words around the pages of help; what they say stands in docs/help. */
export const help = {
  title: 'Help',
  intro: 'Choose what you want to do, or look for a word.',
  /** At the end of every page. */
  here: 'Help with this page',
  back: 'All help',
  contents: 'On this page',
  others: 'More help',
  onlyEnglish: 'This page is in English.',
  audiences: {
    everybody: 'Before you start',
    trainees: 'For trainees and mentors',
    coordinators: 'For coordinators',
    observers: 'For observers',
    administrators: 'For administrators',
    'learning-systems': 'For whoever looks after a learning system (LMS)',
    authors: 'For course authors',
    operators: 'For whoever runs the server',
    developers: 'For developers',
  } satisfies Record<Audience, string>,
}

export type HelpWords = typeof help
