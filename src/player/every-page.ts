/** All that `CoursePages` asks for. */
import { readAloud } from '#read-aloud/read-aloud.ts'
import { actOn } from './actions.ts'
import type { CoursePages } from './course-pages.ts'
import { draw } from './draw.ts'

export const everyPage: CoursePages = { draw, actOn, readAloud }
