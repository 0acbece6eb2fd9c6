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
  },
  blockedBy: (modules: string) => `First finish: ${modules}`,
  voluntary: 'You may do this if you like',
}
export type StepsWords = typeof steps
