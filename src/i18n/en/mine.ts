/** What somebody wrote and did, for themselves: own notes, and the page "My learning". */
export const mine = {
  note: {
    /** Above the box, closed while nothing is written. */
    open: 'Write a note for yourself',
    title: 'My own note',
    label: 'My own note on this lesson',
    hint: 'Only you can read this: not your coordinator, nobody else. You find it again under “My learning” and in the search.',
    save: 'Save my note',
    saved: 'Saved. Only you can read this.',
    cleared: 'Your note is empty now.',
  },
  learning: {
    title: 'My learning',
    link: 'My learning: what I did and wrote',
    intro:
      'Everything that you did and wrote here, in the order of the course. Only you can open this page.',
    empty: 'Nothing yet. What you read, answer and write will appear here.',
    save: 'Save it as a file',
    saveHelp:
      'One file that opens in any browser, without this site and without an account. What you wrote for yourself alone is in it: keep it where only you can open it.',
    saveShared:
      'You said that others use this computer. A file that you save here stays on it: better not here.',
    read: (day: string) => `Read on ${day}`,
    open: 'Begun, and not finished yet',
    attempt: (right: number, of: number, passed: boolean, day: string) =>
      `${day}: ${right} of ${of} right at the first answer. ${passed ? 'Passed.' : 'Not there yet.'}`,
    ended: (ending: string, day: string) => `${day}: ${ending}`,
    best: 'your best road',
    lookBack: 'Look back at it',
    wrote: (day: string) => `Written on ${day}.`,
    reflected: 'What I wrote',
    earlier: (n: number) =>
      n === 1
        ? 'You wrote it once before in other words. They are in the file.'
        : `You wrote it ${n} times before in other words. They are in the file.`,
    earlierOn: (day: string) => `In other words, on ${day}:`,
    gone: 'From parts that the course does not have any more',
    questions: 'What I asked my coordinator',
    about: (page: string, day: string) => `About “${page}”, on ${day}:`,
    confidence: 'How sure I said I feel',
    before: (n: number) => `before the course ${n} of 10`,
    after: (n: number) => `after it ${n} of 10`,
    supportedIntro: 'When you met, how and how long. Nothing about the people is kept here.',
    supported: (from: string, until: string | null) =>
      until ? `From ${from} to ${until}` : `Since ${from}`,
    met: (n: number, minutes: number) =>
      n === 0
        ? 'You have not met yet.'
        : `${n === 1 ? '1 meeting' : `${n} meetings`}, ${minutes} minutes`,
    newest: (n: number) => `Your newest ${n} entries are here. Older ones are left out.`,
    newestOnPage: (n: number) =>
      `Your newest ${n} entries are here. The file holds the older ones too.`,
    of: (name: string, day: string) => `${name}. Saved on ${day}.`,
    leftOutTitle: 'What is not in it',
    leftOut: [
      'The lessons themselves, and your single answers in the quizzes: you see these under “My record”.',
      'Of a practice session that you did several times, the words of your best road alone.',
      'What your coordinator wrote about role plays, talks and decisions: that is in “My record”. Notes that coordinators keep for themselves are in neither.',
      'Notes that you emptied.',
      'What still waits on a phone or tablet and was not sent.',
    ],
  },
}

export type MineWords = typeof mine
