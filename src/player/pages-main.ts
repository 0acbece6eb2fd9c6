/** Brings the pages of the course: pages.js, which player.js fetches. */
import { bringPages } from './course-pages.ts'
import { everyPage } from './every-page.ts'

bringPages(everyPage)
