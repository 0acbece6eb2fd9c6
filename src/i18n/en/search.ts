/** Words of the search and of the page with the words explained. */
export const search = {
  title: 'Search',
  label: 'What are you looking for?',
  hint: 'One or two words. Small mistakes do not matter.',
  visitor: 'You find more once you have signed in: all lessons, and what you wrote.',
  do: 'Search',
  /** What was typed stands in the field above. */
  places: (n: number) => (n === 1 ? 'Found in 1 place.' : `Found in ${n} places.`),
  best: (n: number) => `The first ${n} are shown. One more word finds fewer.`,
  near: 'Nothing has exactly these words. This is near:',
  sections: {
    course: 'In the course',
    own: 'In what you wrote',
    teaching: 'For those who teach',
    help: 'In the help',
  },
  ownNote: 'Only you see this.',
  kinds: {
    lesson: 'Lesson',
    session: 'Practice session',
    resource: 'Page to print',
    term: 'Word explained',
    teaching: 'For those who teach',
    own: 'You wrote',
    help: 'Help',
  },
  nothing: 'Nothing was found',
  nothingWords: 'Try another word, or a shorter one. You can also:',
  toGlossary: 'Look in the words explained',
  toContents: 'Look in the contents of the course',
  toResources: 'Look in the pages to print',
  toAsk: 'Ask your coordinator',
  toHelp: 'Look in the help',
  toCall: 'Call or write to the person below',
  danger: {
    crisis:
      'Is it you, or somebody you know? Call now, day or night. You do not have to be sure, and you do not have to be alone with it.',
    body: (number: string) =>
      `New, worse, or not like the usual? Call ${number} now. When in doubt, take the more urgent step.`,
    toSuicide: 'What a mentor says and does about suicide',
    toSigns: 'The signs that cannot wait',
  },
  glossary: {
    title: 'Words explained',
    intro: 'The words that this course explains, in plain language.',
    taught: (n: number): string =>
      n === 1 ? 'Taught in this lesson:' : 'Taught in these lessons:',
    inOther: { en: 'In English:', es: 'In Spanish:' },
    back: 'Pages to print',
  },
}

export type SearchWords = typeof search
