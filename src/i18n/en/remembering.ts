/** Decision cards: situations that come back after a module was passed. */
import type { Pile } from '#domain/course/decision-cards.ts'

export const remembering = {
  title: 'Three minutes of remembering',
  intro:
    'Short situations from what you have learned. Each time: would you keep it to yourself, ask the person first, tell your coordinator the same day, or act now?',
  noScore: 'Nothing here is scored, and no card that you leave takes anything from you.',
  before: (module: string) => `Before you begin: ${module}`,
  beforeIntro: 'A few situations from earlier modules, to warm up. You can skip them.',
  place: (n: number, of: number) => `Situation ${n} of ${of}`,
  what: 'What do you do?',
  piles: {
    keep: 'Keep it to myself',
    ask: 'Ask the person first',
    today: 'Tell my coordinator the same day',
    now: 'Act now',
  } as Readonly<Record<Pile, string>>,
  youChose: (pile: string) => `You chose: ${pile}`,
  better: (pile: string) => `Better here: ${pile}`,
  signs: 'The list of urgent signs',
  chooseOne: 'Choose one of the four.',
  kept: 'You had chosen something for this situation before. What you chose then is kept.',
  done: 'That’s it for today',
  doneWords: 'Thank you. Going back to things a few times is how they stay.',
  left: (n: number) =>
    n === 1 ? '1 more can wait for another day.' : `${n} more can wait for another day.`,
  goOn: 'Go on now',
  next: (day: string) => `The next ones come on ${day}.`,
  noneNow: 'Nothing is waiting today.',
  allDone: 'Nothing is waiting. They have all come as often as they should.',
  noneYet:
    'There is nothing to remember yet. The first situations come a week after you pass the quiz of a module.',
  begin: (module: string) => `Begin: ${module}`,
  skip: (module: string) => `Skip this and begin: ${module}`,
  whoSees:
    'Only you see what you choose. At a support review your coordinator is told how many situations you looked at, how many are waiting, and which of the four choices went wrong twice, but never which situations they were.',
  home: (n: number, enough: number) =>
    n === 1
      ? '1 situation is waiting.'
      : n > enough
        ? `${n} situations are waiting; ${enough} are enough for today.`
        : `${n} situations are waiting.`,
  homeDo: 'Look at them',
  warmUp: {
    title: 'Before you begin',
    text: (n: number) =>
      n === 1
        ? 'A situation from an earlier module, to warm up. It takes a minute, and nothing is scored.'
        : `${n} situations from earlier modules, to warm up. They take two minutes, and nothing is scored.`,
    do: 'Start with them',
  },
  review: {
    title: 'Remembering',
    due: (n: number, day: string) =>
      n === 1
        ? `1 situation has been waiting since ${day}.`
        : `${n} situations have been waiting, the first since ${day}.`,
    none: 'None is waiting.',
    looked: (n: number) =>
      n === 1 ? 'Looked at since the last review: 1.' : `Looked at since the last review: ${n}.`,
    unsure: 'Worth a word together, because it went wrong at least twice:',
    piles: {
      keep: 'what one may keep to oneself',
      ask: 'when to ask the person first',
      today: 'what to tell the coordinator the same day',
      now: 'when to act now',
    } as Readonly<Record<Pile, string>>,
    calm: 'Nobody loses anything by this. Which situations they were is not shown.',
    mine: 'Your coordinator sees these lines at the review, and nothing more.',
  },
}
export type RememberingWords = typeof remembering
