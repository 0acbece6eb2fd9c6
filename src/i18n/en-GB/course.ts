import type { CourseWords } from '../en/course.ts'
import type { Otherwise } from '../otherwise.ts'

export const course: Otherwise<CourseWords> = {
  practiceNoticePackage: (who: string) =>
    `This is practice. ${who} is not real. You can stop or start again at any time. The choices you make here are not shown or reported to the organisation that runs this system.`,
  shareHelp: 'If you do not tick this box, only you can read it.',
}
