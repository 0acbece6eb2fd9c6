/** Words of the course on a device without a connection, besides those of a package (player.ts). Read in the browser. */
import { queue } from './queue.ts'

/** Whom to ask. */
interface Reached {
  readonly name: string
  readonly phone: string
}

export const saved = {
  ...queue,
  nothingYet: (here: string) =>
    `What you do is kept on this ${here}, and sent to us when there is a connection.`,
  full: (here: string) =>
    `Not kept yet: this ${here} is full. Free some space and stay on this page; we keep trying.`,
  keepsNothing:
    'Could not be saved: this browser keeps nothing. You can read on, but what you do is gone when you close it.',
  nobody: 'You are not signed in. You can read and practice here; nothing is recorded.',
  allDoneHere: (here: string) => `You have done every part that is saved on this ${here}`,
  allDoneHereWords: 'You can go back to any part at any time. More is there with a connection.',
  notSaved: (here: string) => `Not saved on this ${here}`,
  notSavedWords: 'You can open these when there is a connection.',
  search: 'Search what is saved',
  home: (here: string) => `What is saved on this ${here}, and contacts`,
  whoSeesDisplay: (here: string) => `This stays on this ${here}. Nobody is told.`,
  sealed: (here: string) =>
    `Without a connection this is kept on this ${here}, sealed. You see it again when you are signed in with a connection.`,
  keptWriting: (here: string) =>
    `Kept on this ${here}, sealed, until there is a connection. Then only you can read it.`,
  keptShared: (here: string) =>
    `Kept on this ${here}, sealed, until there is a connection. Then your coordinator can read it.`,
  /** Something was written before, here or on another day. */
  writtenBefore:
    'You have written about this already. With a connection you can read it and change it. What you write here takes its place.',
  draft: (here: string) =>
    `What you began to write here is kept on this ${here}, sealed. It comes back when you are signed in with a connection.`,
  tooLong: 'This is too long. Use at most 5,000 characters',
  questionTooLong: 'This is too long. Use at most 2,000 characters',
  exerciseSeen: 'Your coordinator can read this.',
  note: {
    open: 'My own note',
    label: 'A note for yourself on this lesson',
    whoSees: 'Only you can read it.',
    save: 'Keep this note',
    missing: 'Write your note',
    kept: (here: string) => `Your note is kept on this ${here}, sealed.`,
    before: 'You have a note on this lesson. With a connection you can read it and change it.',
  },
  ask: {
    open: 'Ask my coordinator about this page',
    label: 'What would you like to ask?',
    whoSees:
      'The coordinators of your program read this, when there is a connection again. Please do not write the names of the people you support.',
    save: 'Keep the question for sending',
    missing: 'Write your question',
    /** Whom to call meanwhile. */
    kept: ({ name, phone }: Reached) =>
      `Your question is kept. Nobody has read this yet. If it cannot wait, call ${name}: ${phone}.`,
  },
}

export type SavedWords = typeof saved
