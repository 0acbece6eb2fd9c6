/** Looking for a person, from every page of the desk. */
export const find = {
  title: 'Find somebody',
  label: 'Find a person',
  do: 'Find',
  hint: 'A name, an e-mail, a phone number, a place, or the reference of a decision or certificate. Parts of words are enough, in any order.',
  found: (n: number) => (n === 0 ? 'Nobody was found.' : n === 1 ? '1 found' : `${n} found`),
  more: (n: number) =>
    `These are the first ${n}. Type one more word, such as a surname or a place.`,
  noneHelp:
    'Try the first letters of one name alone, or the last digits of the phone number. You find people of your own programs, applicants and people who left too.',
  applicant: 'Applicant',
  joined: (day: string) => `since ${day}`,
  applied: (day: string) => `applied ${day}`,
  gone: { left: 'has left', disabled: 'account closed' },
  decision: (reference: string) => `The decision ${reference}`,
}

export type FindWords = typeof find
