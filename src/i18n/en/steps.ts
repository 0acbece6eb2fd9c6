/** What the list of steps says of each, on the platform and in a package. */
export const steps = {
  nextStep: 'Your next step',
  startHere: 'Start here',
  statuses: {
    done: 'Completed',
    'in-progress': 'In progress',
    'not-started': 'Not yet started',
    blocked: 'Cannot start yet',
    refresh: 'Changed: please look again',
    'more-practice': 'More practice, if you like',
  },
  blockedBy: (modules: string) => `First finish: ${modules}`,
  anyOf: (asked: number, of: number) =>
    asked === 1
      ? `Choose freely: one of these ${of} practice sessions is enough.`
      : `Choose freely: any ${asked} of these ${of} practice sessions are enough.`,
  voluntary: 'You may do this if you like',
}
export type StepsWords = typeof steps
