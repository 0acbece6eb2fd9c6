/** What the course must hold, theme by theme: where it is taught, asked, practised and seen by somebody. */

export interface Theme {
  readonly title: string
  /** Lessons: `safety/complaints`. */
  readonly taught: readonly string[]
  /** Questions: `safety/same-day`. */
  readonly asked?: readonly string[]
  /** Turns: `lend-me/the-card`. */
  readonly practised?: readonly string[]
  /** Lines of competencies.yaml, or numbers of the scene cards: `safety`, `card 10`. */
  readonly seen?: readonly string[]
}

export const THEMES: readonly Theme[] = [
  {
    title: 'Thoughts of suicide, asked plainly',
    taught: ['safety/talking-about-suicide'],
    asked: ['safety/the-plain-question', 'safety/asking-and-the-risk'],
    practised: ['why-wake-up/elena-calls', 'why-wake-up/say-it-plainly'],
    seen: ['safety', 'card 4'],
  },
  {
    title: '“Yes, I have a plan, and the pills are here”',
    taught: ['safety/if-there-is-a-plan'],
    asked: ['safety/after-a-yes'],
    practised: ['why-wake-up/no-plan', 'why-wake-up/the-night-is-long'],
    seen: ['safety', 'card 4'],
  },
  {
    title: '“I have already taken them”: the emergency number, even when they feel well',
    taught: ['safety/if-there-is-a-plan'],
    asked: ['safety/already-taken'],
    practised: ['why-wake-up/before-i-called', 'why-wake-up/just-lie-down'],
    seen: ['safety', 'card 4'],
  },
  {
    title: 'Distance from pills and weapons; who holds them',
    taught: ['safety/if-there-is-a-plan', 'safety/talking-about-suicide'],
    practised: ['why-wake-up/no-plan', 'why-wake-up/three-on-the-line'],
    seen: ['safety', 'card 4'],
  },
  {
    title: 'Staying, and help from far away: the exact place, a second phone',
    taught: ['safety/urgent-signs', 'safety/if-there-is-a-plan'],
    asked: ['safety/already-taken', 'listening/written-in-the-group'],
    practised: ['why-wake-up/still-on-the-line', 'why-wake-up/before-i-called'],
    seen: ['safety', 'card 4'],
  },
  {
    title: 'No promise of secrecy; who hears it today',
    taught: ['consent/what-stays-between-us', 'safety/talking-about-suicide'],
    asked: ['safety/promise-me', 'consent/what-you-pass-on'],
    practised: ['why-wake-up/you-promised', 'why-wake-up/who-else-knows'],
    seen: ['confidentiality', 'safety'],
  },
  {
    title: 'Self-harm without a wish to die',
    taught: ['safety/if-there-is-a-plan'],
    asked: ['practising/hurts-herself'],
    practised: ['too-close/my-arm', 'too-close/only-scratches'],
    seen: ['safety'],
  },
  {
    title: 'Stopping treatment: a choice, a crisis, or both',
    taught: ['safety/talking-about-suicide'],
    asked: ['safety/stopping-treatment'],
    practised: ['why-wake-up/the-clock', 'skip-thursday/every-thursday-free'],
    seen: ['safety'],
  },
  {
    title: '“I won’t go to my treatment any more”: who tells the team today',
    taught: ['safety/talking-about-suicide', 'no-advice/three-piles'],
    asked: ['safety/stopping-treatment'],
    practised: ['why-wake-up/and-thursday'],
    seen: ['safety', 'card 4'],
  },
  {
    title: 'Urgent signs: new, worse, or not like your usual',
    taught: ['safety/urgent-signs'],
    asked: [
      'consent/danger-now',
      'no-advice/cannot-breathe',
      'no-advice/missed-and-feels-fine',
      'no-advice/stairs-these-days',
      'listening/half-a-sentence',
      'practising/missed-one',
      'role/extra-pill',
      'safety/not-himself',
      'self-care/own-chest',
      'story/will-i-get-it-back',
    ],
    practised: [
      'rough-nurse/dennis-tells',
      'rough-nurse/the-bruises',
      'skip-thursday/short-of-breath',
      'lend-me/dominoes',
      'sisters-kidney/it-hurts-here',
      'too-close/sunday-night',
    ],
    seen: ['safety', 'no-advice', 'card 2', 'card 3'],
  },
  {
    title: 'Ways of a complaint: every door, in any order',
    taught: ['safety/complaints'],
    asked: ['safety/who-chooses-the-way'],
    practised: ['rough-nurse/who-do-i-tell'],
    seen: ['complaints', 'card 3'],
  },
  {
    title: 'The grievance procedure is encouraged, and never pushed',
    taught: ['safety/complaints'],
    asked: ['safety/who-chooses-the-way'],
    practised: ['rough-nurse/thats-the-end', 'rough-nurse/shut-my-mouth'],
    seen: ['complaints', 'card 3'],
  },
  {
    title: 'No side is taken',
    taught: ['safety/complaints'],
    asked: ['safety/be-honest-with-me'],
    practised: ['rough-nurse/who-else', 'rough-nurse/zips-his-jacket'],
    seen: ['complaints', 'card 3'],
  },
  {
    title: 'No reprisal; without a name, and its price',
    taught: ['safety/complaints'],
    practised: ['rough-nurse/without-my-name', 'rough-nurse/six-of-us'],
    seen: ['complaints', 'card 3'],
  },
  {
    title:
      'UK: service, PALS, commissioner, advocacy, Ombudsman; US: facility, Network, state agency',
    taught: ['safety/complaints'],
    asked: ['safety/who-chooses-the-way'],
    practised: ['rough-nurse/who-do-i-tell'],
    seen: ['complaints'],
  },
  {
    title: 'More than a complaint: hurt, touched, left without care',
    taught: ['safety/complaints', 'safety/what-you-must-pass-on'],
    asked: ['safety/same-day'],
    practised: ['rough-nurse/the-bruises', 'rough-nurse/and-the-rest'],
    seen: ['complaints', 'card 3'],
  },
  {
    title: 'Privacy: as if bound by it, and who answers',
    taught: ['consent/notes-phones-photos', 'consent/what-stays-between-us'],
    asked: ['consent/only-volunteers', 'consent/one-thing-agreed'],
    practised: ['what-did-she-say/kevin-asks', 'what-did-she-say/even-then'],
    seen: ['confidentiality', 'permission', 'card 6'],
  },
  {
    title: 'Self-neglect against one missed treatment',
    taught: ['safety/when-it-is-not-clear'],
    asked: ['practising/cannot-tell', 'practising/missed-one'],
    seen: ['safety', 'card 13'],
  },
  {
    title: 'Capacity: everybody decides until somebody trained says otherwise',
    taught: ['safety/when-it-is-not-clear', 'boundaries/faith-culture-language'],
    asked: ['boundaries/his-wife-answers'],
    practised: ['sisters-kidney/he-answers-for-her'],
    seen: ['difference', 'card 15'],
  },
  {
    title: 'Dementia, slow; confusion, sudden',
    taught: ['safety/when-it-is-not-clear', 'boundaries/faith-culture-language'],
    asked: ['boundaries/his-wife-answers', 'safety/not-himself'],
    seen: ['difference', 'card 15'],
  },
  {
    title: 'Domestic abuse, and abuse by a relative',
    taught: ['safety/when-it-is-not-clear', 'safety/what-you-must-pass-on'],
    asked: ['safety/same-day', 'safety/promise-me', 'self-care/note-or-call'],
    practised: ['lend-me/the-card', 'lend-me/leave-craig-out'],
    seen: ['safety', 'confidentiality'],
  },
  {
    title: 'Alcohol and drugs',
    taught: ['safety/when-it-is-not-clear', 'boundaries/visits-and-being-alone'],
    asked: ['boundaries/at-the-open-door', 'safety/same-day'],
    seen: ['safety'],
  },
  {
    title: 'Home visits and lone working',
    taught: ['boundaries/visits-and-being-alone'],
    asked: ['boundaries/at-the-open-door'],
    practised: ['lend-me/seven-o-clock'],
    seen: ['boundaries', 'card 10'],
  },
  {
    title: 'Attraction',
    taught: ['boundaries/attraction-and-harassment'],
    asked: ['boundaries/gave-the-number'],
    practised: ['too-close/supper-on-sunday', 'too-close/table-for-two'],
    seen: ['boundaries', 'card 12'],
  },
  {
    title: 'Harassment: an unwanted hand, messages at night',
    taught: ['boundaries/attraction-and-harassment'],
    asked: ['boundaries/gave-the-number'],
    practised: ['too-close/table-for-two'],
    seen: ['boundaries', 'card 12'],
  },
  {
    title: 'Infection control in a unit',
    taught: ['consent/waiting-for-consent'],
    asked: ['consent/cough-since-last-night'],
    practised: ['man-by-the-window/needles-first', 'man-by-the-window/step-back'],
    seen: ['consent'],
  },
  {
    title: 'A bias of one’s own',
    taught: ['boundaries/bias-and-respect'],
    asked: ['no-advice/told-all-but-one'],
    seen: ['difference'],
  },
  {
    title: 'Racism towards staff',
    taught: ['boundaries/bias-and-respect'],
    asked: ['boundaries/no-ride-to-treatment'],
    seen: ['difference', 'card 11'],
  },
  {
    title: 'Racism and prejudice by staff',
    taught: ['boundaries/bias-and-respect', 'safety/complaints'],
    asked: ['boundaries/the-granddaughter'],
    seen: ['difference'],
  },
  {
    title: 'Group chats',
    taught: ['consent/notes-phones-photos'],
    asked: ['consent/only-volunteers', 'listening/written-in-the-group'],
    seen: ['confidentiality'],
  },
  {
    title: 'Video: who is in the room, no recording',
    taught: ['consent/notes-phones-photos', 'listening/phone-and-noise'],
    asked: ['consent/no-name-on-it', 'listening/hard-of-hearing'],
    practised: ['what-did-she-say/did-you-ask'],
    seen: ['confidentiality'],
  },
  {
    title: 'What to call somebody; tú and usted, don and doña',
    taught: ['values/twelve-values', 'boundaries/faith-culture-language'],
    asked: ['values/early-tries'],
    seen: ['difference'],
  },
  {
    title: 'When a mentor is complained about',
    taught: ['boundaries/when-the-complaint-is-about-you'],
    asked: ['boundaries/you-are-asked-to-pause'],
    seen: ['self-care', 'card 17'],
  },
  {
    title: 'Role model',
    taught: ['role/what-a-mentor-does', 'story/hope-without-promises'],
    asked: ['values/person-steers', 'story/so-cheerful'],
    seen: ['own-story', 'their-goal'],
  },
  {
    title: 'Positive outlook, bad weeks included',
    taught: ['role/your-experience', 'story/hope-without-promises'],
    asked: ['role/never-ill', 'story/so-cheerful'],
    practised: ['sisters-kidney/tired-of-being-strong'],
    seen: ['own-story'],
  },
  {
    title: 'Peer research',
    taught: ['values/how-this-course-works'],
    asked: ['values/other-ways'],
  },
  {
    title: 'Raising awareness',
    taught: ['values/how-this-course-works', 'story/choosing-what-to-tell'],
    asked: ['values/other-ways', 'story/in-front-of-students'],
    seen: ['own-story'],
  },
  {
    title: 'Shaping services',
    taught: ['values/how-this-course-works'],
    asked: ['values/other-ways'],
  },
  {
    title: 'Friendship and wellbeing of group meetings',
    taught: ['values/how-this-course-works', 'self-care/support-reviews-and-notes'],
    asked: ['values/a-tip-in-the-circle', 'values/other-ways'],
    practised: ['lend-me/dominoes'],
    seen: ['card 14'],
  },
  {
    title: 'Own limits, illness and grief of a mentor',
    taught: ['self-care/triggers-and-tired-days', 'self-care/support-reviews-and-notes'],
    asked: ['self-care/own-chest', 'self-care/lost-the-thread', 'practising/dark-thoughts-mine'],
    practised: ['too-close/can-you-bear-it', 'too-close/and-you'],
    seen: ['self-care', 'card 9'],
  },
]
