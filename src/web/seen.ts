/** What a form held when it was opened: hidden in it, so that nobody answers or overwrites what they did not see. */
import { one, type Form } from '#server/forms/read-form.ts'

/** How many entries of others a form showed when it was opened: hidden in it, so that nobody answers unseen words. */
export const seenIn = (form: Form): number =>
  /^\d{1,4}$/.test(one(form, 'seen')) ? Number(one(form, 'seen')) : 0

/** Which version of the rules a form showed; 0 where there were none. */
export const versionIn = (form: Form): number =>
  /^\d{1,15}$/.test(one(form, 'version')) ? Number(one(form, 'version')) : 0
