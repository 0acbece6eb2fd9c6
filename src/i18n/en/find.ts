/** Looking for a person, from every page of the desk. */
export const find = {
  title: 'Find somebody',
  label: 'Find a person',
  do: 'Find',
  hint: 'A name, an e-mail, a phone number, a place, or the reference of a decision or certificate. Parts of words are enough, in any order.',
  found: (n: number) => (n === 0 ? 'Nobody was found.' : n === 1 ? '1 found' : `${n} found`),
  more: (n: number) =>
    `There are more than ${n}; these are ${n} of them. Type one more word, such as a surname or a place.`,
  noneHelp:
    'Try the first letters of one name alone, or the last digits of the phone number. You find people of your own programs, applicants, people who are invited, and people who left too.',
  kinds: { application: 'Applicant', invitation: 'Invited, not here yet' },
  since: {
    person: (day: string) => `since ${day}`,
    application: (day: string) => `applied ${day}`,
    invitation: (day: string) => `invited ${day}`,
  },
  gone: { left: 'has left', disabled: 'account closed' },
  decision: (reference: string) => `The decision ${reference}`,
}

export type FindWords = typeof find
