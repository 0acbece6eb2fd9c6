export const calendar = {
  title: 'Your dates in your calendar',
  intro:
    'Your phone or computer can show your dates from here, and keep them right when something changes.',
  holdsTitle: 'What your calendar will show',
  holds: [
    'the group sessions that you signed up for; if one is moved or does not take place, it says so',
    'your next support review, and the day on which your sign-off ends',
    'no other person’s name, and nothing about anybody’s health',
  ],
  holdsStaff: 'the group sessions that you look after as a coordinator',
  secretTitle: 'It has an address of its own',
  secret:
    'Whoever has the address can read these dates without signing in. Give it only to your own calendar. If you gave it away by mistake, make a new one: the old one then shows nothing.',
  none: 'You have no address yet.',
  made: (day: string) => `You made an address on ${day}.`,
  read: (day: string) => `A calendar last read it on ${day}.`,
  unread: 'No calendar has read it yet.',
  make: 'Make an address',
  again: 'Make a new address',
  end: 'End the address',
  ended: 'The address has ended. It shows nothing any more.',
  held: 'You came in with a code from staff. Sign in in your own way to make an address.',
  readyTitle: 'Your address is ready',
  ready: 'Copy it now. It is not shown again.',
  address: 'Address for your calendar',
  open: 'Open it in the calendar of this device',
  how: 'How to add it',
  steps: [
    'iPhone or iPad: press the link above, or Settings – Calendar – Accounts – Add Account – Other – Add Subscribed Calendar.',
    'Google: on a computer, Other calendars – From URL.',
    'Outlook: Add calendar – Subscribe from web.',
  ],
  late: 'Calendars look every few hours, so a change may take a day to arrive.',
  back: 'Done',
  link: 'Your dates in your own calendar',
  waiting: (title: string) => `Waiting list: ${title}`,
}

export type CalendarWords = typeof calendar
