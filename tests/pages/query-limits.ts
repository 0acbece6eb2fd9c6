/**
 * How many queries a page may make, the one that asks who looks among them. Each is a round trip to a libSQL server: three where
 * nothing is said (docs/scale.md says which need more).
 */

const MOST: Readonly<Record<string, number>> = {
  '/learn': 3,
  '/learn/messages': 3,
  '/learn/sign-off': 3,
  '/learn/reviews': 3,
  '/learn/pause': 3,
  '/learn/confidence': 2,
  '/learn/who-can-see': 3,
  '/learn/commitment': 3,
  '/record': 3,
  '/record/profile': 2,
  '/record/profile.txt': 2,
  '/ways-in/passkeys': 2,
  '/record/my-learning': 3,
  '/record/my-learning.html': 3,
  '/resources': 2,
  '/search?q=consent': 3,
  '/glossary': 2,
  '/help': 2,
  '/help/course': 2,
  '/learn/consent/quiz': 2,
  '/learn/consent/quiz/who-decides': 2,
  '/learn/consent/waiting-for-consent': 2,
  '/learn/consent/a-promise-i-can-keep': 2,
  '/learn/TALK': 2,
  '/learn/TALK/talk': 2,
  '/learn/packages/TEA': 3,
  // Each opening is written down: two of them.
  '/learn/packages/TEA/1': 6,
  // Whoever looks through a list of everybody is asked for by name, or counted, beside it.
  '/coordinate?search=a': 4,
  '/coordinate?tab=all': 4,
  '/coordinate?cohort=COHORT': 4,
  '/coordinate/group-sessions/SESSION?cohort=COHORT': 4,
  '/coordinate/find?asked=BY_CARLA': 4,
  '/coordinate/hand-over': 4,
  '/coordinate/import/IMPORTED': 4,
  // Whose it is, and who looked, come before what stands on it.
  '/coordinate/requests/WAITS': 4,
  '/coordinate/pairings/PAIRED': 4,
  '/coordinate/reports/funnel.csv': 4,
  '/manage/programmes/kidney/required?check=references.seen': 4,
  // The token, its turns in this minute, and who looked come before it.
  '/api/v1/mentors': 4,
  '/api/v1/mentors?language=es&limit=10': 4,
  // Who else has the form open is asked and written down.
  '/coordinate/inbox/MESSAGE': 8,
  '/coordinate/applications/APPLICATION': 7,
  '/coordinate/RAY/reviews/write': 6,
  // Whose it is, how it stands, and what was noted of it.
  '/learn/pairings/PAIRED': 6,
}

/** What a trainee saves: reads before it, and batches that write. */
const SAVED = { reads: 3, writes: 1 }

const mostOf = (page: string): number => MOST[page] ?? 3

/** @param counts queries by page @returns the pages that make too many */
export const beyondLimit = (counts: Readonly<Record<string, number>>): [string, number][] =>
  Object.entries(counts).filter(([page, queries]) => queries > mostOf(page))

/** @param counts by what is saved @returns what asks or writes too often */
export const savedBeyondLimit = (
  counts: Readonly<Record<string, { readonly reads: number; readonly writes: number }>>,
): string[] =>
  Object.entries(counts)
    .filter(([, { reads, writes }]) => reads > SAVED.reads || writes > SAVED.writes)
    .map(([name, { reads, writes }]) => `${name}: ${reads} reads, ${writes} writes`)
