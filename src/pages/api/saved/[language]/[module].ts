/** One module to save on a device of one's own, with its keys and feedback: it is graded there, and here again. */
import { isLanguage } from '#domain/course/language.ts'
import { showModuleToSave } from '#server/show/learn/saved.ts'
import { onlyGet, savedRoute } from '#web/saved-answer.ts'

export const GET = savedRoute(
  (by, session, { params }) =>
    isLanguage(params['language'])
      ? showModuleToSave(by, session, params['language'], params['module'] ?? '')
      : null,
  ({ module }) => ({ body: module, release: module.release }),
)

export const ALL = onlyGet
