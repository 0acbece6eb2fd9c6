/** Words of the page that prints a whole module. */
export const print = {
  title: (module: string) => `${module}: to print`,
  link: 'Print this module',
  button: 'Print',
  back: 'Back to my tasks',
  aboutPage:
    'The whole module on paper, for a day without a phone. What you write on paper stays with you. To have it counted, answer on screen as well.',
  outcomes: 'After this module you can',
  lessons: 'Lessons',
  questions: 'Questions',
  questionsHelp: 'Check your answers. Your coordinator can go through them with you.',
  glossary: 'Words explained',
  sessions: 'Practice sessions',
  sessionsHelp: 'These are done on screen. You can also read a scene to somebody and act it out.',
  toWrite: 'To write on',
  /** For those who teach and for experts alone. */
  toConfirm: 'To be confirmed here',
  toConfirmHelp:
    'For experts who read this module. The course says these things plainly, on the more cautious side; trainees do not see this list.',
  whoConfirms: (who: readonly string[]) => `For ${who.join(', ')}.`,
}

export type PrintWords = typeof print
