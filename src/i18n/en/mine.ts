/** What somebody wrote and did, for themselves: own notes, and the page "My learning". */
export const mine = {
  note: {
    /** Above the box, closed while nothing is written. */
    open: 'Write a note for yourself',
    title: 'My own note',
    label: 'My own note on this lesson',
    hint: 'Only you can read this: not your coordinator, nobody else. The search finds it again.',
    save: 'Save my note',
    saved: 'Saved. Only you can read this.',
    cleared: 'Your note is empty now.',
  },
}

export type MineWords = typeof mine
