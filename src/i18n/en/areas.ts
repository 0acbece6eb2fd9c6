/** What somebody would talk about, and the part of the course that goes with it. */
export const areas = {
  title: 'For what you would talk about',
  intro: 'Each of these is a short part of the course about one area that you chose.',
  none: 'Say what you would talk about with somebody. Each area may add a short part to your course: what people may tell you, and when to call for help.',
  withoutPack: (areas: string) =>
    `Without a part of the course: ${areas}. Your coordinator talks with you about it before your sign-off.`,
  change: 'Change what you would talk about',
  choose: 'Choose what you would talk about',
  /** What an area of a mentor rests on. */
  by: {
    pack: (pack: string) => `course: ${pack}`,
    talk: (day: string) => `talk on ${day}`,
    before: 'from before there were parts about areas',
  },
  /** Without the names of areas: they may tell of an illness. */
  checked: 'What they support people with',
  checkedPack: (n: number) =>
    n === 1 ? '1 area, after a part of the course' : `${n} areas, after a part of the course`,
  checkedTalk: (n: number) => (n === 1 ? '1 area, after a talk' : `${n} areas, after a talk`),
  checkedBefore: (n: number) =>
    n === 1
      ? '1 area, from before there were parts about areas'
      : `${n} areas, from before there were parts about areas`,
  lacks: {
    title: 'What cannot be offered yet',
    help: 'An area stands on the register when its part of the course is done. Without such a part it takes a talk about it that was written down.',
    pack: (area: string, pack: string, done: number, of: number) =>
      `${area}: ${done} of ${of} done in “${pack}”.`,
    notTheirs: (area: string, pack: string) =>
      `${area}: the part “${pack}” does not stand in their course yet.`,
    add: 'Choose the area for them',
    talk: (area: string) => `${area}: no talk about it is written down.`,
    write: 'Write down a talk',
  },
}
export type AreasWords = typeof areas
