/** The mark: two paths that are two people, going the same way side by side. */
import { raw, type Html } from './html.ts'

/** Decorative: the name stands beside it. Two inks by class, one ink (`currentColor`) without. */
export const mark: Html = raw(
  '<svg class="mark" viewBox="7 1 34 48" width="32" height="45" aria-hidden="true" focusable="false">' +
    '<g class="mark__one" fill="currentColor" stroke="currentColor">' +
    '<circle cx="15.5" cy="12.5" r="4.5" stroke="none"/>' +
    '<path d="M15.5 24.5C21 31 9 36 14 43" fill="none" stroke-width="8" stroke-linecap="round"/></g>' +
    '<g class="mark__two" fill="currentColor" stroke="currentColor">' +
    '<circle cx="32.5" cy="7.5" r="4.5" stroke="none"/>' +
    '<path d="M32.5 19.5C39 29 26 34 31 43" fill="none" stroke-width="8" stroke-linecap="round"/></g></svg>',
)
