/** How much a support review holds. */

/** Things agreed. */
export const MOST_ACTIONS = 3
/** People whom a mentor supports at a time. */
export const MOST_PEOPLE = 10
